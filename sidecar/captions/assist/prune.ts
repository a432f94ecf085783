import type { Result } from "../../../protocol/validate.js";
import { spelling } from "../../tagging/choose/spelling.js";
import { categoryOf, type TagCategory, tagCategories } from "./categories.js";

export type PruneConcept = "character" | "outfit" | "style" | "object";
export type PruneView = "article" | "absorption";

type Proposals = Pick<Result<"captions/prune">, "groups" | "source">;
type ProposedTag = Proposals["groups"][number]["tags"][number];

/**
 * Kinds of tags that go. "article": a beginners' article on character LoRAs takes clothes out when only the looks are
 * taught and leaves them for a fixed outfit. "absorption": widely given advice that what the trigger word should always
 * bring is left out of the captions, and what should stay changeable is named there.
 */
const rules: Record<PruneView, Record<PruneConcept, readonly TagCategory[]>> = {
  article: { character: ["clothes"], outfit: [], style: ["style"], object: [] },
  absorption: {
    character: ["hair", "eyes", "body"],
    outfit: ["hair", "eyes", "body", "clothes"],
    style: ["style"],
    object: [],
  },
};

const sources: Record<PruneView, string> = {
  article: "the beginners' article: duplicates and clothes out of a character's captions, clothes kept for an outfit",
  absorption: "the absorption rule: what the trigger word should carry is left out of the captions",
};

// A trait of the set is on at least a third of its pictures: a rarer one is a variation, and worth naming.
const TRAIT_SHARE = 1 / 3;
const EXAMPLES = 4;

const sentences: Record<string, (tag: string, images: number, of: number) => string> = {
  covered: (tag) => `a longer tag in the same captions says “${tag}” already`,
  carried: (_, images, of) => `on ${images} of ${of}: the trigger word should bring it by itself`,
  clothes: (_, images, of) => `clothing on ${images} of ${of}: only the looks are taught`,
  rare: (_, images, of) => `only on ${images} of ${of}: named, it stays changeable`,
  changeable: () => "to stay changeable by prompt",
  everywhere: (_, images, of) =>
    `on ${images} of ${of}: the trigger word would learn it; keep it named, or vary the set`,
};

interface Counted {
  tag: string;
  images: number;
  /** Captions in which a longer tag ends with this one. */
  covered: number;
  examples: string[];
}

/** `hair` within `long hair`: the words of a longer tag's end. */
const covers = (long: string, short: string): boolean => long !== short && long.endsWith(` ${short}`);

function countTags(captions: readonly { path: string; tags: readonly string[] }[]): Counted[] {
  const counted = new Map<string, Counted>();
  for (const { path, tags } of captions) {
    const here = new Map(tags.map((tag) => [spelling(tag), tag]));
    for (const [key, tag] of here) {
      const row = counted.get(key) ?? { tag, images: 0, covered: 0, examples: [] };
      row.images += 1;
      if ([...here.keys()].some((other) => covers(other, key))) row.covered += 1;
      if (row.examples.length < EXAMPLES) row.examples.push(path);
      counted.set(key, row);
    }
  }
  return [...counted.values()];
}

function judge(
  { tag, images, covered }: Counted,
  { category, goes, view, total }: { category: TagCategory; goes: boolean; view: PruneView; total: number },
): Pick<ProposedTag, "proposed" | "reason" | "sentence"> {
  const reason = (): [string, boolean] => {
    // The same in fewer words, on every picture that has it.
    if (covered === images && view === "article") return ["covered", true];
    if (goes && images / total < TRAIT_SHARE) return ["rare", false];
    if (goes) return [category === "clothes" && view === "article" ? "clothes" : "carried", true];
    return [images === total && category === "background" ? "everywhere" : "changeable", false];
  };
  const [code, proposed] = reason();
  return { proposed, reason: code, sentence: sentences[code]?.(tag, images, total) ?? "" };
}

/**
 * Which tags to take out of these captions for what is taught, by category, most frequent first; tags that are to stay are
 * listed too, so that the user can decide otherwise. The trigger word is never listed.
 */
export function proposePrune(
  concept: PruneConcept,
  captions: readonly { path: string; tags: readonly string[] }[],
  view: PruneView,
  trigger: string | null,
): Proposals {
  const leaves = rules[view][concept];
  const total = captions.length;
  const rows = countTags(captions).filter(({ tag }) => trigger === null || spelling(tag) !== spelling(trigger));
  const groups = tagCategories.map((category) => ({
    category,
    tags: rows
      .filter(({ tag }) => categoryOf(tag) === category)
      .sort((left, right) => right.images - left.images)
      .map((row): ProposedTag => {
        const { tag, images, examples } = row;
        const judged = judge(row, { category, goes: leaves.includes(category), view, total });
        return { tag, images, share: images / total, examples, ...judged };
      }),
  }));
  const inOrder = groups.filter(({ tags }) => tags.length > 0);
  // Groups with something to take out come first.
  const weight = ({ tags }: (typeof groups)[number]): number => (tags.some(({ proposed }) => proposed) ? 0 : 1);
  return { groups: inOrder.sort((left, right) => weight(left) - weight(right)), source: sources[view] };
}
