import { spelling } from "../../tagging/choose/spelling.js";
import { contradictions } from "./contradictions.js";

type DoubtKind = "contradiction" | "nearThreshold" | "unlikely" | "missing" | "nearlyAll" | "modelsDisagree";

/** A tag of which it is not certain whether it is on a picture. */
export interface Doubt {
  path: string;
  tag: string;
  /** The caption has it. */
  present: boolean;
  /** Kept tagger score 0–1, or null. */
  score: number | null;
  kind: DoubtKind;
  reason: string;
  /** The other tag of a contradiction. */
  with?: string;
}

export interface DoubtfulPicture {
  path: string;
  tags: readonly string[];
  /** By tag as `spelling` writes it; null without scores. */
  scores: ReadonlyMap<string, number> | null;
  /** Tags on which several models differ, with how far apart they are. */
  disagreement?: ReadonlyMap<string, number>;
}

// A score this far from the threshold is a decision, not a doubt.
const NEAR = 0.08;
// A tag in the caption that the tagger gives less is probably not there; one it gives more is probably missing.
const UNLIKELY = 0.1;
const CERTAIN = 0.9;
// On so many of the pictures that the few without it look forgotten.
const NEARLY_ALL = 0.9;
const LEAST_PICTURES = 5;

interface Weighted extends Doubt {
  /** 0–1, larger is more doubtful. */
  weight: number;
}

const rounded = (score: number): string => score.toFixed(2);

function fromScores(
  { path, tags, scores }: DoubtfulPicture,
  { threshold, used }: { threshold: number; used: ReadonlySet<string> },
): Weighted[] {
  if (!scores) return [];
  const found: Weighted[] = [];
  const present = new Set(tags.map(spelling));
  for (const tag of tags) {
    const score = scores.get(spelling(tag));
    // A tag that the tagger does not know, such as the trigger word, is no doubt.
    if (score === undefined) continue;
    const distance = Math.abs(score - threshold);
    if (distance < NEAR) {
      const reason = `scored ${rounded(score)}, the threshold is ${rounded(threshold)}`;
      found.push({ path, tag, present: true, score, kind: "nearThreshold", reason, weight: 0.8 - distance });
    } else if (score < Math.min(UNLIKELY, threshold)) {
      const reason = `in the caption, but scored only ${rounded(score)}`;
      found.push({ path, tag, present: true, score, kind: "unlikely", reason, weight: 0.7 - score });
    }
  }
  for (const [tag, score] of scores) {
    // What no caption says was left out on purpose.
    if (present.has(tag) || score < threshold - NEAR || !used.has(tag)) continue;
    if (score >= Math.max(CERTAIN, threshold)) {
      const reason = `scored ${rounded(score)}, but not in the caption`;
      found.push({ path, tag, present: false, score, kind: "missing", reason, weight: 0.3 * score });
    } else if (Math.abs(score - threshold) < NEAR) {
      const distance = Math.abs(score - threshold);
      const reason = `scored ${rounded(score)}, the threshold is ${rounded(threshold)}`;
      found.push({ path, tag, present: false, score, kind: "nearThreshold", reason, weight: 0.75 - distance });
    }
  }
  return found;
}

function fromContradictions({ path, tags, scores }: DoubtfulPicture): Weighted[] {
  const spelled = new Map(tags.map((tag) => [spelling(tag), tag]));
  return contradictions([...spelled.keys()]).map(([left, right]) => {
    const [leftScore, rightScore] = [scores?.get(left) ?? null, scores?.get(right) ?? null];
    // Asked is the less likely one of the two.
    const [asked, other] = (leftScore ?? 1) < (rightScore ?? 1) ? [left, right] : [right, left];
    const tag = spelled.get(asked) ?? asked;
    const by = spelled.get(other) ?? other;
    const reason = `stands beside “${by}”, which does not go together`;
    return {
      path,
      tag,
      present: true,
      score: scores?.get(asked) ?? null,
      kind: "contradiction",
      reason,
      with: by,
      weight: 1,
    };
  });
}

const fromModels = ({ path, tags, scores, disagreement }: DoubtfulPicture): Weighted[] =>
  [...(disagreement ?? [])].map(([tag, apart]) => ({
    path,
    tag,
    present: tags.some((own) => spelling(own) === spelling(tag)),
    score: scores?.get(spelling(tag)) ?? null,
    kind: "modelsDisagree",
    reason: `the taggers are ${rounded(apart)} apart`,
    weight: 0.5 + apart / 2,
  }));

/** Pictures without a tag that nearly all others have. */
function fromNearlyAll(pictures: readonly DoubtfulPicture[]): Weighted[] {
  const captioned = pictures.filter(({ tags }) => tags.length > 0);
  if (captioned.length < LEAST_PICTURES) return [];
  const images = new Map<string, { tag: string; count: number }>();
  const spelled = captioned.map((picture) => ({
    picture,
    here: new Map(picture.tags.map((tag) => [spelling(tag), tag])),
  }));
  for (const { here } of spelled) {
    for (const [key, tag] of here) {
      const row = images.get(key) ?? { tag, count: 0 };
      row.count += 1;
      images.set(key, row);
    }
  }
  const total = captioned.length;
  return [...images].flatMap(([key, { tag, count }]) => {
    if (count === total || count / total < NEARLY_ALL) return [];
    return spelled
      .filter(({ here }) => !here.has(key))
      .map(({ picture: { path, scores } }): Weighted => {
        const reason = `on ${count} of ${total} pictures, not on this one`;
        return { path, tag, present: false, score: scores?.get(key) ?? null, kind: "nearlyAll", reason, weight: 0.6 };
      });
  });
}

/**
 * Questions about tags on pictures, most doubtful first; each picture and tag is asked about once, for its weightiest reason.
 * @param answered `path` + newline + tag as `spelling` writes it
 */
export function findDoubts({
  pictures,
  threshold,
  answered,
}: {
  pictures: readonly DoubtfulPicture[];
  threshold: number;
  answered: ReadonlySet<string>;
}): Doubt[] {
  const used = new Set(pictures.flatMap(({ tags }) => tags.map(spelling)));
  const all = [
    ...pictures.flatMap((picture) => [
      ...fromContradictions(picture),
      ...fromModels(picture),
      ...fromScores(picture, { threshold, used }),
    ]),
    ...fromNearlyAll(pictures),
  ];
  all.sort((left, right) => right.weight - left.weight);
  const asked = new Set(answered);
  return all.flatMap(({ weight: _, ...doubt }) => {
    const key = `${doubt.path}\n${spelling(doubt.tag)}`;
    if (asked.has(key)) return [];
    asked.add(key);
    return [doubt];
  });
}
