import { captionPath, scanFolder } from "../../../dataset/scan.js";
import type { committedTexts } from "../../../store/committed-text.js";
import type { IsTrained } from "../trained-pictures.js";
import type { CaptionedPicture } from "./caption-prompts.js";

const MOST_PICTURES = 2000;

/** One file that cannot be read does not stop the others. */
function textOf(texts: ReturnType<typeof committedTexts>, path: string): string {
  try {
    return texts(path)?.trim() ?? "";
  } catch {
    return "";
  }
}

/** Pictures below a folder that have a caption. @param isTrained null: not known, so all are */
export async function setCaptions(
  folder: string,
  texts: ReturnType<typeof committedTexts>,
  isTrained: IsTrained | null,
): Promise<CaptionedPicture[]> {
  const { images } = await scanFolder(folder, { recursive: true });
  return images.slice(0, MOST_PICTURES).flatMap(({ path }) => {
    const caption = textOf(texts, captionPath(path));
    return caption === "" ? [] : [{ path, caption, trained: isTrained?.(path) ?? true }];
  });
}
