import { type Character, LAST_CHARACTER } from "./character.js";
import { frontPngText } from "./png-text.js";

/** Whom and which of the twenty views a rehearsal's picture shows. Nobody else may be able to tell, so the picture itself says it. */
export interface PictureSubject {
  /** Seed of the character. */
  character: number;
  /** 0–19 */
  view: number;
}

export const VIEWS = 20;
const KEYWORD = "LoRA Atelier rehearsal";

export const subjectText = ({ seed }: Character, view: number): readonly [keyword: string, text: string] => [
  KEYWORD,
  `character ${seed}, view ${view}`,
];

/** What a picture file says of itself; null for pictures that are not a rehearsal's, and for those that lost it. */
export function subjectOf(path: string): PictureSubject | null {
  const [, seed = "", number = ""] =
    /^character (\d{1,5}), view (\d{1,2})$/.exec(frontPngText(path, KEYWORD) ?? "") ?? [];
  const [character, view] = [Number(seed), Number(number)];
  return seed !== "" && character <= LAST_CHARACTER && view < VIEWS ? { character, view } : null;
}
