import { tagsOf } from "../../../captions/edits/caption-tags.js";
import type { ConceptKind } from "../../../planning/rules/rule.js";

// Who is seen, as booru tags tell it.
const SUBJECT = /^(?:\d\+?(?:girl|boy|other)s?|no humans)$/;
const FALLBACK = "1girl";

function commonest(captions: readonly string[], pattern: RegExp): string | null {
  const counts = new Map<string, number>();
  for (const caption of captions) {
    for (const tag of tagsOf(caption)) if (pattern.test(tag)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Families that were taught with tags. */
const tagged: readonly (string | null)[] = ["sd15", "sd2", "sdxl", "anima", null];

/**
 * One prompt that calls the LoRA up and leaves its traits to it, as the article of our first users does, and the same without the
 * trigger word, which shows what comes unasked.
 */
export function conceptPrompts(
  concept: ConceptKind | null,
  trigger: string | null,
  { captions, family }: { captions: readonly string[]; family: string | null },
): string[] {
  const subject = commonest(captions, SUBJECT) ?? FALLBACK;
  const isPerson = subject !== "no humans";
  const words = tagged.includes(family)
    ? isPerson
      ? [subject, "solo", "upper body", "looking at viewer"]
      : [subject, "simple background"]
    : ["a portrait, looking at the viewer"];
  // The object is what the trigger names, so that nothing else may stand for it.
  const about = concept === "object" ? ["simple background"] : words;
  const first = about[0] ?? "";
  const called =
    trigger === null ? null : concept === "object" ? [trigger, ...about] : [first, trigger, ...about.slice(1)];
  return [...(called === null ? [] : [called.join(", ")]), about.join(", ")];
}
