import { count, number, pictures } from "./counts-en.js";

const files = (value: number): string => count(value, "file", "files");

/** Sentences of the serial rename. */
export const renameEn = {
  open: "Rename serially …",
  title: "Serial names",
  note: "In natural order, each with its caption, mask and all that shares its name. Nothing is overwritten; it can be undone.",
  start: "First number",
  digits: "Digits",
  more: (rest: number) => `… and ${number(rest)} more`,
  nothing: "All pictures have these names already.",
  do: (images: number, moved: number) => `Rename ${files(moved)} of ${pictures(images)}`,
  done: (moved: number) => `${files(moved)} renamed.`,
};

export type RenameWords = typeof renameEn;
