import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { reasonOf, StudioError, systemCode } from "../../host/studio-error.js";
import { writeBytes } from "../../store/atomic-file.js";
import { say } from "../../words/sentence.js";

/** Where the PNG of a content lies. */
export const picturePath = (stateFolder: string, content: string): string =>
  join(stateFolder, "sweeps", "pictures", content.slice(0, 2), `${content}.png`);

/** Whether text is the content of a picture, and nothing that leads elsewhere. */
export const isPictureContent = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Writes a PNG as it came, beside and renamed. @returns its SHA-256, hex @throws StudioError "diskFull" | "fileNotWritten" */
export async function keepPicture(stateFolder: string, png: Buffer): Promise<string> {
  const content = createHash("sha256").update(png).digest("hex");
  const path = picturePath(stateFolder, content);
  if (existsSync(path)) return content;
  try {
    await writeBytes(path, png);
  } catch (error) {
    if (systemCode(error) === "ENOSPC") {
      const hint = say("Make room, then resume the sweep: nothing that is drawn is lost.");
      throw new StudioError("diskFull", say("The disk is full: a picture could not be kept."), hint, error);
    }
    const hint = say("Look at the folder's rights, then resume the sweep.");
    throw new StudioError(
      "diskFull",
      say("A picture could not be kept: {message}", { message: reasonOf(error) }),
      hint,
      error,
    );
  }
  return content;
}
