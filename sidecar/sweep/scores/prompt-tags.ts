import { infotextToTags } from "../../captions/exchange/prompt-tags.js";
import { spelling } from "../../tagging/choose/spelling.js";

// What people put before a prompt to ask for quality, which no tagger sees.
const praise = new Set([
  "masterpiece",
  "best quality",
  "high quality",
  "amazing quality",
  "absurdres",
  "highres",
  "newest",
]);

/** The tags of a prompt that the taggers know, as `spelling` writes them; trigger and words of quality left out. */
export function promptTags(
  prompt: string,
  { knownTags, trigger }: { knownTags: ReadonlySet<string>; trigger: string | null },
): ReadonlySet<string> {
  const tags = infotextToTags(prompt).map(spelling);
  return new Set(tags.filter((tag) => knownTags.has(tag) && tag !== trigger && !praise.has(tag)));
}
