import { plainTag, type TraitGroup, textTags, traitGroups } from "./traits.js";

/** The tags of a scored picture that reach the threshold, as labels name them. */
export interface TaggedPicture {
  path: string;
  tags: readonly string[];
}

interface GroupSpread {
  group: TraitGroup;
  /** Pictures by kind, in the table's order. */
  counts: { name: string; pictures: number }[];
  /** Pictures that show none of the kinds. */
  unnamed: number;
}

type Finding =
  | { kind: "missing"; group: TraitGroup; name: string }
  | { kind: "lopsided"; group: TraitGroup; name: string; pictures: number; of: number }
  | { kind: "text"; pictures: number };

export interface Spread {
  groups: GroupSpread[];
  findings: Finding[];
  texts: { path: string; tags: string[] }[];
}

// A tagger that has fewer tags of a group cannot tell about it.
const LEAST_KNOWN = 0.5;
// Nearly all of a set, from so many pictures on.
const LOPSIDED = 0.8;
const LEAST_PICTURES = 5;

/** Kinds whose absence is worth telling: a LoRA cannot show what it has never seen. */
const wanted: readonly [TraitGroup, string][] = [
  ["view", "back"],
  ["view", "side"],
  ["framing", "full"],
  ["framing", "close"],
];

const groupNames: readonly TraitGroup[] = ["framing", "view", "pose", "expression"];

const kindsOf = (group: TraitGroup): [string, readonly string[]][] => Object.entries(traitGroups[group]);

function spreadOf(group: TraitGroup, pictures: readonly ReadonlySet<string>[]): GroupSpread {
  const kinds = kindsOf(group);
  const shows = (tags: ReadonlySet<string>, names: readonly string[]): boolean => names.some((name) => tags.has(name));
  return {
    group,
    counts: kinds.map(([name, names]) => ({ name, pictures: pictures.filter((tags) => shows(tags, names)).length })),
    unnamed: pictures.filter((tags) => !kinds.some(([, names]) => shows(tags, names))).length,
  };
}

/**
 * How framing, view, pose and expression are spread over a set.
 * @param labels all tags that the tagger knows
 * @returns null when the tagger knows too few of the tags to tell anything
 */
export function measureSpread(pictures: readonly TaggedPicture[], labels: readonly string[]): Spread | null {
  const known = new Set(labels.map(plainTag));
  const groups = groupNames.filter((group) => {
    const names = kindsOf(group).map(([, tags]) => tags);
    return names.filter((tags) => tags.some((tag) => known.has(tag))).length / names.length >= LEAST_KNOWN;
  });
  if (groups.length === 0) return null;
  const tagged = pictures.map(({ tags }) => new Set(tags.map(plainTag)));
  const spreads = groups.map((group) => spreadOf(group, tagged));
  const findings: Finding[] = [];
  const total = pictures.length;
  for (const { group, counts } of total < LEAST_PICTURES ? [] : spreads) {
    for (const { name, pictures: shown } of counts) {
      if (shown === 0 && wanted.some(([one, kind]) => one === group && kind === name)) {
        findings.push({ kind: "missing", group, name });
      }
      if (shown / total >= LOPSIDED) findings.push({ kind: "lopsided", group, name, pictures: shown, of: total });
    }
  }
  const texts = pictures.flatMap(({ path, tags }) => {
    const found = tags.filter((tag) => textTags.includes(plainTag(tag)));
    return found.length > 0 ? [{ path, tags: found.map(plainTag) }] : [];
  });
  if (texts.length > 0) findings.push({ kind: "text", pictures: texts.length });
  return { groups: spreads, findings, texts };
}
