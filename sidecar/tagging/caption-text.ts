// Faces made of signs, in which an underscore is part of the drawing (the list every WD tagger program uses).
const kaomoji = new Set(
  "0_0 (o)_(o) +_+ +_- ._. <o>_<o> <|>_<|> =_= >_< 3_3 6_9 >_o @_@ ^_^ o_o u_u x_x |_| ||_||".split(" "),
);

/** A model's tag name as it stands in a caption: underscores become spaces, except in kaomoji. */
export const tagText = (name: string): string => (kaomoji.has(name) ? name : name.replaceAll("_", " "));

/** The tags of a caption, trimmed, empty ones left out. */
export const splitTags = (caption: string): string[] =>
  caption
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");

/** Joins an existing caption and fresh tags; a tag that stands in both is kept where it comes first. */
export function mergeCaption(
  existing: string | null,
  fresh: string,
  { existing: mode, separator }: { existing: string; separator: string },
): string {
  if (!existing?.trim() || (mode !== "append" && mode !== "prepend")) return fresh;
  const [first, second] = mode === "append" ? [existing, fresh] : [fresh, existing];
  return [...new Set([...splitTags(first), ...splitTags(second)])].join(separator);
}
