/** Spellings brought into one form; what is null or false stays. */
export interface Normalising {
  letterCase: "lower" | null;
  /** Full-width commas, brackets, digits and letters become the ASCII ones. */
  punctuation: boolean;
  underscores: "spaces" | "underscores" | null;
}

// Full-width forms of ASCII lie at a fixed distance (Unicode block "Halfwidth and Fullwidth Forms"); 　 is a wide space.
const fullWidth = /[\uFF01-\uFF5E]/g;
const FULL_WIDTH_DISTANCE = 0xfee0;

export const asciiPunctuation = (text: string): string =>
  text
    .replaceAll(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_DISTANCE))
    .replaceAll("　", " ")
    .replaceAll(/、\s*/g, ", ");

/** @param keepsUnderscores tags in which an underscore is part of the drawing, such as `^_^` */
export function normaliseTag(
  tag: string,
  { letterCase, underscores }: Normalising,
  keepsUnderscores: (tag: string) => boolean,
): string {
  const cased = letterCase === "lower" ? tag.toLowerCase() : tag;
  if (underscores === null || keepsUnderscores(tag)) return cased;
  return underscores === "spaces" ? cased.replaceAll("_", " ") : cased.replaceAll(" ", "_");
}
