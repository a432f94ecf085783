import type { Result } from "../../../protocol/validate.js";
import { splitTags } from "../caption-text.js";
import type { NewCaption } from "../scores/new-captions.js";
import { type TagKind, tagKind } from "./tag-kinds.js";

export const concepts = ["character", "outfit", "style", "object"] as const;
export type Concept = (typeof concepts)[number];

/**
 * Thresholds by what is taught. A person's looks: high, so that few tags need correcting; an outfit: low, since its
 * parts are seldom recognised with confidence. Source: the article our first users learn from (0.7 for a character);
 * style and object keep the tagger author's own 0.35.
 */
export const conceptThresholds: Record<Concept, { general: number; character: number }> = {
  character: { general: 0.7, character: 0.7 },
  outfit: { general: 0.25, character: 0.85 },
  style: { general: 0.35, character: 0.85 },
  object: { general: 0.35, character: 0.85 },
};

type Proposal = Result<"tagging/advise">["prune"][number];

/**
 * What the trigger word should learn is left out of the captions, what should stay changeable by prompt is named there.
 * `leave` are kinds proposed for leaving out, `ask` kinds on which users differ: shown, not proposed.
 * Source: training guides agree on looks for characters, garments for outfits, style words for styles; the article
 * takes clothes out as well when only a character's looks are taught.
 */
const rules: Record<Concept, { leave: TagKind[]; ask: TagKind[] }> = {
  character: { leave: ["looks"], ask: ["clothes"] },
  outfit: { leave: ["clothes"], ask: [] },
  style: { leave: ["style"], ask: [] },
  object: { leave: [], ask: ["thing"] },
};

// A trait of the set is on at least half of its pictures.
const TRAIT_SHARE = 0.5;

/** Tags to leave out of the captions, most frequent first. `captions` are those of scored pictures. */
export function proposePruning(concept: Concept, captions: readonly NewCaption[]): Proposal[] {
  const images = new Map<string, number>();
  const scored = captions.filter(({ outcome }) => outcome !== "unscored");
  for (const { after } of scored) {
    for (const tag of new Set(splitTags(after ?? ""))) images.set(tag, (images.get(tag) ?? 0) + 1);
  }
  const { leave, ask } = rules[concept];
  return [...images]
    .map(([tag, count]) => ({ tag, images: count, share: count / scored.length, kind: tagKind(tag) }))
    .filter(({ share, kind }) => share >= TRAIT_SHARE && (leave.includes(kind) || ask.includes(kind)))
    .sort((left, right) => right.images - left.images)
    .map((row) => ({ ...row, proposed: leave.includes(row.kind) }));
}
