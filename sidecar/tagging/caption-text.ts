// Faces made of signs, in which an underscore is part of the drawing (the list every WD tagger program uses).
const kaomoji = new Set(
  "0_0 (o)_(o) +_+ +_- ._. <o>_<o> <|>_<|> =_= >_< 3_3 6_9 >_o @_@ ^_^ o_o u_u x_x |_| ||_||".split(" "),
);

/** A model's tag name as it stands in a caption: underscores become spaces, except in kaomoji. */
export const tagText = (name: string): string => (kaomoji.has(name) ? name : name.replaceAll("_", " "));

const splitTags = (caption: string): string[] =>
  caption
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");

const joinOnce = (tags: string[]): string => [...new Set(tags)].join(", ");

/** Caption from tag names in their order: `add` first, `exclude` (caption spelling) left out, each tag once. */
export function captionFromTags(
  tags: readonly { tag: string }[],
  { add, exclude }: { add: readonly string[]; exclude: readonly string[] },
): string {
  const excluded = new Set(exclude.map(tagText));
  const found = tags.map(({ tag }) => tagText(tag)).filter((tag) => !excluded.has(tag));
  return joinOnce([...add, ...found]);
}

/** Joins an existing caption and fresh tags; a tag that stands in both is kept where it comes first. */
export function mergeCaption(existing: string, fresh: string, mode: "overwrite" | "append" | "prepend"): string {
  if (mode === "overwrite") return fresh;
  const [first, second] = mode === "append" ? [existing, fresh] : [fresh, existing];
  return joinOnce([...splitTags(first), ...splitTags(second)]);
}
