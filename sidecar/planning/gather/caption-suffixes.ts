/**
 * The suffixes that `caption_extension` names (`.txt,.caption`). What could lead into another folder is none: the trainer
 * puts a suffix behind a picture's stem, and so do we.
 */
export const captionSuffixes = (given: string): string[] =>
  given
    .split(",")
    .map((suffix) => suffix.trim())
    .filter((suffix) => !/[\\/\0]/.test(suffix));
