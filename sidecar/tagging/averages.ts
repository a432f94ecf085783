interface TaggedImage {
  status: string;
  tags: readonly { tag: string; category: string; probability: number }[];
}

export interface TagAverage {
  tag: string;
  category: string;
  /** Mean over the tagged pictures, 0–1; a picture without the tag counts 0. */
  probability: number;
  images: number;
}

/** How strongly each tag runs through the set, highest first; pictures that were not tagged now do not count. */
export function averageTags(images: readonly TaggedImage[]): TagAverage[] {
  const tagged = images.filter(({ status }) => status === "written");
  const sums = new Map<string, TagAverage>();
  for (const { tag, category, probability } of tagged.flatMap(({ tags }) => tags)) {
    const entry = sums.get(tag) ?? { tag, category, probability: 0, images: 0 };
    sums.set(tag, { ...entry, probability: entry.probability + probability, images: entry.images + 1 });
  }
  return [...sums.values()]
    .map((entry) => ({ ...entry, probability: entry.probability / tagged.length }))
    .sort((left, right) => right.probability - left.probability);
}
