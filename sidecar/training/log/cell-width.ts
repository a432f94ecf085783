// Wide and full-width letters as the trainer's log library counts them, where its messages have any: kana, CJK, Hangul.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NO_WIDTH = /[\u0300-\u036f]|[\u200b-\u200f]|[\ufe00-\ufe0f]/u;
const ONLY_ASCII = /^[\x20-\x7e]*$/;

export const isWide = (letter: string): boolean => WIDE.test(letter);

/** Columns of a terminal that a text takes. */
export function cellWidth(text: string): number {
  if (ONLY_ASCII.test(text)) return text.length;
  let width = 0;
  for (const letter of text) width += isWide(letter) ? 2 : NO_WIDTH.test(letter) ? 0 : 1;
  return width;
}
