import { fetchPicture, pictureFile } from "./fetch-picture.js";
import { putPicture } from "./put-picture.js";
import { showTab, type WebuiTab, webuiPart } from "./surroundings.js";

/** What goes to the WebUI: a text for the prompt, or an infotext that fills all fields; the picture it is of. */
export interface Sent {
  text: string | null;
  isInfotext: boolean;
  /** The picture, or the address of its file; null for none. */
  picture: Blob | string | null;
}

const prompt = (tab: WebuiTab): HTMLTextAreaElement | null => webuiPart<HTMLTextAreaElement>(`#${tab}_prompt textarea`);

const pictureField = (tab: WebuiTab): Element | null =>
  tab === "txt2img" ? null : webuiPart(tab === "pnginfo" ? "#pnginfo_image" : "#img2img_image");

/** The WebUI's tabs that can take it; none where no WebUI is around us. */
export const targetsFor = ({ text, picture }: Sent): WebuiTab[] => [
  ...(["txt2img", "img2img"] as const).filter((tab) => text !== null && prompt(tab) !== null),
  ...(picture !== null && pictureField("pnginfo") !== null ? (["pnginfo"] as const) : []),
];

// Gradio hands the text to its state a moment after it was put in.
const TAKEN_MS = 150;

async function putText(tab: WebuiTab, text: string, isInfotext: boolean): Promise<void> {
  const field = prompt(tab);
  if (field === null) return;
  field.value = text;
  // Gradio listens to this.
  field.dispatchEvent(new Event("input", { bubbles: true }));
  if (!isInfotext) return;
  await new Promise((resolve) => setTimeout(resolve, TAKEN_MS));
  // The WebUI's own ↙ reads the prompt as an infotext: seed, sampler and the rest go to their fields.
  webuiPart<HTMLButtonElement>(`#${tab}_tools #paste`)?.click();
}

const fileOf = async (picture: Blob | string): Promise<File> =>
  typeof picture === "string" ? fetchPicture(picture) : pictureFile(picture);

/** Fills the fields of a WebUI's tab and shows it. @returns false when its field took no picture */
export async function sendTo(tab: WebuiTab, { text, isInfotext, picture }: Sent): Promise<boolean> {
  showTab(tab);
  if (tab === "img2img") webuiPart<HTMLButtonElement>("#mode_img2img button")?.click();
  if (tab !== "pnginfo" && text !== null) await putText(tab, text, isInfotext);
  const place = pictureField(tab);
  return place === null || picture === null || putPicture(place, await fileOf(picture));
}
