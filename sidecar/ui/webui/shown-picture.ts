import { webuiPart } from "./surroundings.js";

const places = ["txt2img", "img2img", "extras", "pnginfo"] as const;
/** Where in the WebUI a picture was sent from; the names are those of its button. */
export type PicturePlace = (typeof places)[number];

export const picturePlace = (text: string | null): PicturePlace | null => places.find((one) => one === text) ?? null;

export interface ShownPicture {
  address: string | null;
  /** As the WebUI tells it; null where only the file may. */
  infotext: string | null;
}

const text = (value: unknown): string | null => (typeof value === "string" && value.trim() !== "" ? value : null);

const fieldText = (selector: string): string | null =>
  text(webuiPart<HTMLTextAreaElement>(`${selector} textarea`)?.value);

/** A1111 keeps what it told of the last pictures as JSON, in a field that nobody sees. */
function infotextAt(information: string | null, index: number): string | null {
  try {
    const { infotexts } = Object(JSON.parse(information ?? "null"));
    return Array.isArray(infotexts) ? text(infotexts[index]) : null;
  } catch {
    return null;
  }
}

/** The picture that the WebUI shows there now: the chosen one of a gallery, or its first. */
export function shownPicture(place: PicturePlace): ShownPicture {
  if (place === "pnginfo") {
    const address = webuiPart<HTMLImageElement>("#pnginfo_image img")?.src ?? null;
    return { address, infotext: address === null ? null : fieldText("#pnginfo_generation_info") };
  }
  const gallery = webuiPart(`#${place}_gallery`);
  const of = (size: string): Element[] => [...(gallery?.querySelectorAll(`.thumbnail-item.thumbnail-${size}`) ?? [])];
  // Enlarged, its neighbours are small below it; else all are large.
  const buttons = of("small").length > 0 ? of("small") : of("lg");
  const index = Math.max(
    buttons.findIndex((button) => button.classList.contains("selected")),
    0,
  );
  const picture = buttons[index]?.querySelector("img") ?? gallery?.querySelector<HTMLImageElement>("img") ?? null;
  return {
    address: text(picture?.src),
    infotext: picture === null ? null : infotextAt(fieldText(`#generation_info_${place}`), index),
  };
}
