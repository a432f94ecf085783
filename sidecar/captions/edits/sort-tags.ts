const sortKeys = ["name", "count", "length", "tokens"] as const;
export type SortKey = (typeof sortKeys)[number];

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

export interface TagMeasures {
  /** Pictures of the folder that have the tag. */
  images(tag: string): number;
  /** CLIP tokens of the tag. */
  tokens(tag: string): number;
}

/** Sorts all but the first `protect` tags; equal ones keep their order. Counts, lengths and tokens: fewest first. */
export function sortTags(
  tags: readonly string[],
  { by, descending, protect }: { by: SortKey; descending: boolean; protect: number },
  measures: TagMeasures,
): string[] {
  const compare: Record<SortKey, (left: string, right: string) => number> = {
    name: (left, right) => collator.compare(left, right),
    count: (left, right) => measures.images(left) - measures.images(right),
    length: (left, right) => left.length - right.length,
    tokens: (left, right) => measures.tokens(left) - measures.tokens(right),
  };
  const order = compare[by];
  const sorted = tags.slice(protect).sort((left, right) => (descending ? order(right, left) : order(left, right)));
  return [...tags.slice(0, protect), ...sorted];
}

/** The tags from the first one on that fit into `most` CLIP tokens, their commas included. */
export function truncateTags(tags: readonly string[], most: number, { tokens }: Pick<TagMeasures, "tokens">): string[] {
  let sum = 0;
  const end = tags.findIndex((tag, index) => {
    // Each comma is a token of its own.
    sum += tokens(tag) + (index > 0 ? 1 : 0);
    return sum > most;
  });
  return end < 0 ? [...tags] : tags.slice(0, end);
}
