import { isProse, tagsOf } from "../../captions/edits/caption-tags.js";
import type { FamilyName } from "../families.js";
import { emptyPrompt, printPrompt, type SamplePrompt } from "./prompt-lines.js";

interface Trained {
  trigger: string | null;
  captions: readonly string[];
  family: FamilyName;
  /** Width and height of the training, in pixels. */
  resolution: readonly [number, number];
}

export interface ProposedPrompts {
  text: string;
  prompts: SamplePrompt[];
  /** The most common first. */
  tags: { tag: string; pictures: number }[];
}

// Of tags: a prompt of these families is read for what should not be seen, too.
const withNegative: ReadonlySet<FamilyName> = new Set<FamilyName>(["sd15", "sd2", "sdxl"]);
const NEGATIVE = "lowres, bad anatomy, worst quality, low quality";
const TAGS_NAMED = 6;
const TAGS_TOLD = 20;
// What most pictures have in common belongs into a prompt that should look like them.
const COMMON_SHARE = 0.3;
// The trainer rounds down to eighths; a picture of whole sixty-fourths fits every family.
const SIDE_STEP = 64;
const SEED = 1;

/** Brackets of a tag would raise its weight in the prompts of these families (sd-scripts' `lpw_stable_diffusion`). */
const asWritten = (text: string, family: FamilyName): string =>
  withNegative.has(family) ? text.replaceAll(/(?<!\\)[()]/g, "\\$&") : text;

const plain = (tag: string): string => tag.toLowerCase().replaceAll("_", " ");

function commonTags(captions: readonly string[], trigger: string | null): ProposedPrompts["tags"] {
  const counts = new Map<string, number>();
  for (const caption of captions)
    for (const tag of new Set(tagsOf(caption))) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, pictures]) => ({ tag, pictures }))
    .filter(({ tag }) => trigger === null || plain(tag) !== plain(trigger))
    .sort((left, right) => right.pictures - left.pictures || (left.tag < right.tag ? -1 : 1));
}

/** The caption that has most of what the set has in common; the shortest of equal ones. */
function typicalCaption(captions: readonly string[], tags: ProposedPrompts["tags"]): string | null {
  const counts = new Map(tags.map(({ tag, pictures }) => [tag, pictures]));
  const worth = (caption: string): number => {
    const own = [...new Set(tagsOf(caption))];
    return own.reduce((sum, tag) => sum + (counts.get(tag) ?? 0), 0) / Math.max(1, own.length);
  };
  const ranked = captions
    .map((caption) => ({ caption, worth: worth(caption) }))
    .sort((left, right) => right.worth - left.worth || left.caption.length - right.caption.length);
  return ranked[0]?.caption.trim() ?? null;
}

/**
 * Three prompts to watch a training by: what the set shows most, the trigger alone (what it has come to mean), and a caption
 * of the set word for word. One seed for all, so that only the training differs from row to row.
 */
export function proposePrompts({ trigger, captions, family, resolution }: Trained): ProposedPrompts {
  const prose = captions.filter(isProse).length * 2 > captions.length;
  const tags = prose ? [] : commonTags(captions, trigger);
  const common = tags.filter(({ pictures }) => pictures >= captions.length * COMMON_SHARE).slice(0, TAGS_NAMED);
  const [width, height] = resolution.map((side) => Math.max(SIDE_STEP, Math.round(side / SIDE_STEP) * SIDE_STEP));
  const texts = [
    [trigger ?? "", ...common.map(({ tag }) => tag)].filter(Boolean).join(", "),
    trigger ?? "",
    prose ? (captions[0]?.trim() ?? "") : (typicalCaption(captions, tags) ?? ""),
  ];
  const prompts = [...new Set(texts)]
    .filter((text) => text !== "")
    .map(
      (text): SamplePrompt => ({
        ...emptyPrompt,
        text: asWritten(text.replaceAll(/\s+/g, " "), family),
        negative: withNegative.has(family) ? NEGATIVE : null,
        width: width ?? null,
        height: height ?? null,
        seed: SEED,
      }),
    );
  return {
    text: prompts.map((prompt) => `${printPrompt(prompt)}\n`).join(""),
    prompts,
    tags: tags.slice(0, TAGS_TOLD),
  };
}
