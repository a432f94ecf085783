/** Tags that follow from a cut-out's background, for the new set's captions. */
export interface TagProposal {
  add: string[];
  /** Tags of the captions that are no longer true. */
  remove: string[];
  /** Captions that would change. */
  captions: number;
}

// Danbooru's tags for places: what was behind is gone.
const places = new Set(["outdoors", "indoors", "scenery", "landscape", "cityscape", "sky", "blue sky", "cloudy sky"]);

const spaced = (tag: string): string => tag.trim().toLowerCase().replaceAll("_", " ");

/** Danbooru's tag for a background of this setting. */
const tagOf = (background: string): string =>
  background === "transparent"
    ? "transparent background"
    : background === "white" || background === "#ffffff"
      ? "white background"
      : background === "#000000"
        ? "black background"
        : "simple background";

/** What to add to captions and to take out of them; nothing is written. A caption that has no tags yet is left alone. */
export function proposeTags(captions: readonly string[], background: string): TagProposal {
  const added = tagOf(background);
  const contradicts = (tag: string): boolean => {
    const plain = spaced(tag);
    return plain !== added && (/(^| )background$/.test(plain) || places.has(plain));
  };
  const lists = captions.map((caption) =>
    caption
      .split(",")
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ""),
  );
  const withTags = lists.filter((tags) => tags.length > 0);
  const remove = [...new Set(withTags.flatMap((tags) => tags.filter(contradicts)))].sort();
  const changing = withTags.filter((tags) => tags.some(contradicts) || !tags.some((tag) => spaced(tag) === added));
  return { add: [added], remove, captions: changing.length };
}
