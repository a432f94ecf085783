import { isProse, tagsOf } from "../../../captions/edits/caption-tags.js";
import { thinned } from "./thin-candidates.js";

/** A picture with its caption. */
export interface CaptionedPicture {
  path: string;
  caption: string;
  /** The run learnt from it. */
  trained: boolean;
}

export interface CaptionPrompt {
  path: string;
  prompt: string;
  trained: boolean;
}

const MOST_PROMPTS = 12;
// The trigger word alone has to bring them.
const TRAIT = /\b(?:hair|eyes|bangs|ahoge|twintails|ponytail|braid|sidelocks)\b/i;

const plain = (tag: string): string => tag.trim().toLowerCase().replaceAll("_", " ");

/** Brackets of a tag would raise its weight in a WebUI. */
const asWritten = (tag: string): string => tag.replaceAll(/(?<!\\)[()]/g, "\\$&");

/** A caption as a prompt: traits of the person left out, the trigger word first. */
export function promptOfCaption(caption: string, trigger: string | null): string {
  if (isProse(caption)) return caption.trim().replaceAll(/\s+/g, " ");
  const own = trigger === null ? [] : [trigger];
  const rest = tagsOf(caption).filter((tag) => !TRAIT.test(plain(tag)) && plain(tag) !== plain(trigger ?? ""));
  return [...own, ...rest.map(asWritten)].join(", ");
}

/** Captions that can serve as prompts: those of pictures that were held back first, else some of the set, evenly spread. */
export function captionPrompts(pictures: readonly CaptionedPicture[], trigger: string | null): CaptionPrompt[] {
  const prompts = new Map<string, CaptionPrompt>();
  for (const { path, caption, trained } of pictures.toSorted((a, b) => Number(a.trained) - Number(b.trained))) {
    const prompt = promptOfCaption(caption, trigger);
    if (prompt !== "" && prompt !== trigger && !prompts.has(prompt)) prompts.set(prompt, { path, prompt, trained });
  }
  const all = [...prompts.values()];
  const heldOut = all.filter(({ trained }) => !trained);
  return [
    ...thinned(heldOut, MOST_PROMPTS),
    ...thinned(
      all.filter(({ trained }) => trained),
      Math.max(4, MOST_PROMPTS - heldOut.length),
    ),
  ];
}
