import { categoryOf } from "../../../captions/assist/categories.js";
import { type PruneConcept, proposePrune } from "../../../captions/assist/prune.js";
import { tagsOf } from "../../../captions/edits/caption-tags.js";
import { spelling } from "../../../tagging/choose/spelling.js";
import type { PrunedTag, PruneReason } from "../report-facts.js";

/** A caption before and after a step. */
interface CaptionChange {
  path: string;
  before: string | null;
  after: string | null;
}

const isReason = (reason: string): reason is PruneReason =>
  reason === "covered" || reason === "carried" || reason === "clothes";

/** Why the assistant would take each tag out of the captions as they were, by either rule. */
function reasonsOf(
  before: readonly { path: string; tags: readonly string[] }[],
  concept: PruneConcept,
): Map<string, PruneReason> {
  const reasons = new Map<string, PruneReason>();
  for (const view of ["absorption", "article"] as const) {
    for (const { tags } of proposePrune(concept, before, view, null).groups) {
      for (const { tag, proposed, reason } of tags)
        if (proposed && isReason(reason)) reasons.set(spelling(tag), reason);
    }
  }
  return reasons;
}

/** Tags that steps took out of captions, each step's changes by themselves, most captions first. */
export function prunedTags(steps: readonly (readonly CaptionChange[])[], concept: PruneConcept): PrunedTag[] {
  const found = new Map<string, { tag: string; paths: Set<string>; reason: PruneReason | null }>();
  for (const changes of steps) {
    const before = changes.flatMap(({ path, before: text }) => (text === null ? [] : [{ path, tags: tagsOf(text) }]));
    const reasons = reasonsOf(before, concept);
    for (const { path, before: text, after } of changes) {
      const left = new Set(tagsOf(after ?? "").map(spelling));
      for (const tag of text === null ? [] : tagsOf(text)) {
        const key = spelling(tag);
        if (left.has(key)) continue;
        const row = found.get(key) ?? { tag, paths: new Set(), reason: reasons.get(key) ?? null };
        row.paths.add(path);
        found.set(key, row);
      }
    }
  }
  return [...found.values()]
    .map(({ tag, paths, reason }) => ({ tag, captions: paths.size, category: categoryOf(tag), reason }))
    .sort((left, right) => right.captions - left.captions || left.tag.localeCompare(right.tag));
}
