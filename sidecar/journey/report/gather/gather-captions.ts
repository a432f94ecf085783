import { basename } from "node:path";
import type { Result } from "../../../../protocol/validate.js";
import { categoryOf } from "../../../captions/assist/categories.js";
import { tagsOf } from "../../../captions/edits/caption-tags.js";
import { repeatsOf } from "../../../dataset/scan.js";
import type { ConceptKind } from "../../../planning/rules/rule.js";
import { stepTexts } from "../../../store/step-texts.js";
import { spelling } from "../../../tagging/choose/spelling.js";
import type { CaptionFacts } from "../report-facts.js";
import { prunedTags } from "./pruned-tags.js";
import type { ReportSource } from "./report-source.js";

type Scanned = Result<"dataset/scan">["images"][number];

const TAGS = 60;
// A first tag on fewer captions than this part of them is no trigger.
const LEADING_SHARE = 0.5;

// Names of steps that take tags out because somebody wants them out; others take out what a threshold leaves.
const takesOut = (name: string): boolean => /^(?:Remove|Edit common tags)/.test(name);

/** The word that stands first in most captions, where it is no plain tag or a folder `10_word` is named by it. */
export function leadingTrigger(
  images: readonly Pick<Scanned, "name" | "caption">[],
): { trigger: string; captions: number } | null {
  const firsts = images.flatMap(({ caption }) => tagsOf(caption ?? "")[0] ?? []);
  const counts = new Map<string, number>();
  for (const tag of firsts) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const [most] = [...counts].sort((left, right) => right[1] - left[1]);
  if (!most) return null;
  const [trigger, captions] = most;
  const named = images.some(({ name }) => {
    const folder = name.split("/").at(-2) ?? "";
    return repeatsOf(folder) !== null && spelling(folder.replace(/^\d+_/, "")) === spelling(trigger);
  });
  const isWord = named || categoryOf(trigger) === "other";
  return isWord && captions >= firsts.length * LEADING_SHARE ? { trigger, captions } : null;
}

/** What the captions of a folder say now, and what was taken out of them. */
export async function gatherCaptions(
  { call, database, story, signal }: ReportSource,
  { folder, images, concept }: { folder: string; images: readonly Scanned[]; concept: ConceptKind | null },
): Promise<CaptionFacts | null> {
  const stats = await call("captions/stats", { folder, limit: TAGS }, signal);
  if (stats.captions === 0) return null;
  const own = `${basename(folder)}/`;
  const leading = leadingTrigger(images.map(({ name, caption }) => ({ name: own + name, caption })));
  const changes = story.steps
    .filter(({ undone, name }) => !undone && takesOut(name))
    .map(({ step }) => stepTexts(database, step));
  return {
    pictures: stats.pictures,
    captions: stats.captions,
    different: stats.different,
    tags: stats.tags.map(({ tag, images: value }) => ({ tag, images: value })),
    trigger: leading?.trigger ?? null,
    withTrigger: leading?.captions ?? 0,
    pruned: prunedTags(changes, concept ?? "character"),
  };
}
