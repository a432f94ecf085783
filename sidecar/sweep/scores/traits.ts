import { categoryOf } from "../../captions/assist/categories.js";
import { splitTags } from "../../tagging/caption-text.js";
import { spelling } from "../../tagging/choose/spelling.js";
import type { SweepEvidence, TrainingPicture } from "./evidence.js";
import { meanOf } from "./interval.js";

/** The threshold of the WD taggers' author: from it on a picture shows a tag. */
const SHOWN = 0.35;

// A trait of the set is on at least a third of its pictures, as the proposals for pruning have it; a rarer tag is a variation.
const TRAIT_SHARE = 1 / 3;
// Below it a tag is on a picture or two and not worth naming at all.
const WORTH_NAMING = 0.15;
// So little that the base model gives it nearly as often by itself, or the set hardly shows it.
const LEAST_WEIGHT = 0.1;
// Clothes that more than half of the captions name are meant to stay changeable: the trigger should not bring them.
const NAMED_SHARE = 0.5;

export interface Trait {
  tag: string;
  /** Mean probability over the training pictures × (1 − mean over the controls), 0–1. */
  weight: number;
  /** Share of the training pictures that show it. */
  share: number;
  /** Mean probability over the training pictures and over the controls whose prompt does not name it. */
  trained: number;
  control: number;
  /** A prompt names it; with all of them it counts nowhere. */
  named: boolean;
  counts: boolean;
  /** Training pictures that show it, and those of them whose caption names it. */
  pictures: readonly string[];
  captionsNaming: readonly string[];
}

type LeftOutReason = "background" | "pose" | "camera" | "meta" | "rare" | "baseGivesIt" | "named";

export interface Traits {
  /** Heaviest first; those that count nowhere last. */
  traits: readonly Trait[];
  leftOut: readonly { tag: string; reason: LeftOutReason }[];
  /** Tags of the set that should come only when asked for, with their mean probability over it: background, pose, clothes. */
  unasked: ReadonlyMap<string, number>;
}

const kinds: Partial<Record<ReturnType<typeof categoryOf>, LeftOutReason>> = {
  background: "background",
  pose: "pose",
  expression: "pose",
  camera: "camera",
  meta: "meta",
  count: "meta",
};

// What a picture as a whole is like – its light, its shape – is no trait of whom or what it shows.
const ofThePicture =
  /^(?:bright|dark|(?:warm|cool|muted|pastel) colors|colorful|silhouette|light from .+|(?:tall|wide) image|white margins.*)$/;

interface Seen {
  sum: number;
  pictures: string[];
  captionsNaming: string[];
}

const captionTags = ({ caption }: TrainingPicture): ReadonlySet<string> =>
  new Set(splitTags(caption ?? "").map(spelling));

function lookOver(training: readonly TrainingPicture[]): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const picture of training) {
    const named = captionTags(picture);
    for (const [tag, probability] of picture.evidence.tags) {
      const row = seen.get(tag) ?? { sum: 0, pictures: [], captionsNaming: [] };
      row.sum += probability;
      if (probability >= SHOWN) {
        row.pictures.push(picture.path);
        if (named.has(tag)) row.captionsNaming.push(picture.path);
      }
      seen.set(tag, row);
    }
  }
  return seen;
}

/**
 * What the LoRA should bring by itself: tags that the training pictures share and the base model does not give
 * (w = mean p over training × (1 − mean p over controls)), without background, pose, camera and meta.
 * @param namedBy tags that each control's prompt names, by its comparison
 */
export function findTraits(
  { training, cells, trigger }: SweepEvidence,
  namedBy: ReadonlyMap<number, ReadonlySet<string>>,
): Traits {
  const controls = [
    ...new Map(
      cells.filter(({ strengthIndex }) => strengthIndex === 0).map((cell) => [cell.comparison, cell]),
    ).values(),
  ];
  const prompts = [...new Map(cells.map((cell) => [cell.prompt, cell.comparison])).values()];
  const traits: Trait[] = [];
  const leftOut: { tag: string; reason: LeftOutReason }[] = [];
  const unasked = new Map<string, number>();
  const total = training.length;
  for (const [tag, { sum, pictures, captionsNaming }] of lookOver(training)) {
    const share = pictures.length / total;
    if (share < WORTH_NAMING || tag === trigger) continue;
    const category = categoryOf(tag);
    const kind = ofThePicture.test(tag) ? "meta" : kinds[category];
    const trained = sum / total;
    const namedClothes = category === "clothes" && captionsNaming.length > NAMED_SHARE * pictures.length;
    if (share >= TRAIT_SHARE && (kind === "background" || kind === "pose" || namedClothes)) unasked.set(tag, trained);
    if (kind !== undefined) {
      leftOut.push({ tag, reason: kind });
      continue;
    }
    if (share < TRAIT_SHARE) {
      leftOut.push({ tag, reason: "rare" });
      continue;
    }
    if (namedClothes) continue;
    const names = prompts.map((comparison) => namedBy.get(comparison)?.has(tag) === true);
    const free = controls.filter(({ comparison }) => namedBy.get(comparison)?.has(tag) !== true);
    const control = meanOf(free.map(({ evidence }) => evidence.tags.get(tag) ?? 0));
    const weight = trained * (1 - control);
    const namedEverywhere = names.length > 0 && names.every(Boolean);
    if (namedEverywhere) leftOut.push({ tag, reason: "named" });
    else if (weight < LEAST_WEIGHT || control >= trained) {
      leftOut.push({ tag, reason: "baseGivesIt" });
      continue;
    }
    traits.push({
      tag,
      weight,
      share,
      trained,
      control,
      named: names.some(Boolean),
      counts: !namedEverywhere,
      pictures,
      captionsNaming,
    });
  }
  const order = (one: Trait, other: Trait): number =>
    Number(other.counts) - Number(one.counts) || other.weight - one.weight || (one.tag < other.tag ? -1 : 1);
  return { traits: traits.sort(order), leftOut, unasked };
}
