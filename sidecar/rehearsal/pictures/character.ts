import { chance } from "./chance.js";
import type { Colour } from "./colour.js";
import { okara } from "./okara.js";
import type { Scene } from "./scene.js";

/** Whom a rehearsal is about. */
export interface Character {
  /** 0: Okara; any other is made from it. */
  seed: number;
  /** Trigger word: small letters, so that it can be a folder's name anywhere. */
  name: string;
  /** Standing in front of nothing. */
  scene: Scene;
  /** How many showings it takes to learn, as a multiple of Okara's, 0.7–1.5: where the right band lies. */
  pace: number;
}

/** Seeds go up to here, as a LoRA file holds them in sixteen bits. */
export const LAST_CHARACTER = 0xffff;

// Colours that the built-in tagger tells apart and that the stand-in base model does not draw by itself.
const HAIR: readonly [Colour, ...Colour[]] = [
  [240, 208, 122],
  [204, 66, 62],
  [240, 150, 176],
  [78, 128, 200],
  [244, 244, 246],
];
const EYES: readonly [Colour, ...Colour[]] = [
  [46, 168, 112],
  [78, 128, 200],
  [204, 66, 62],
  [142, 96, 190],
];
const DRESS: readonly [Colour, ...Colour[]] = [
  [78, 128, 200],
  [204, 66, 62],
  [46, 168, 112],
  [244, 244, 246],
  [52, 46, 56],
];
/** At least one of the marks, so that there is more to learn than colours. */
const MARKS: readonly [Partial<Scene["marks"]>, ...Partial<Scene["marks"]>[]] = [
  { twintails: 1 },
  { ahoge: 1, twintails: 1 },
  { ornament: 1 },
  { ornament: 1, twintails: 1 },
  { ahoge: 1, ornament: 1 },
];
const SYLLABLES = ["ka", "ri", "mo", "na", "shi", "to", "yu", "re", "ma", "ne"] as const;

/** @param seed 0–65,535 */
export function characterOf(seed: number): Character {
  if (seed === 0) return { seed, name: "okara", scene: okara, pace: 1 };
  const draw = chance("character", seed);
  const marks = { twintails: 0, ahoge: 0, ornament: 0, dress: 1, ...draw.pick(MARKS) };
  return {
    seed,
    name: [draw.pick(SYLLABLES), draw.pick(SYLLABLES), draw.pick(SYLLABLES)].join(""),
    scene: {
      ...okara,
      hair: draw.pick(HAIR),
      eyes: draw.pick(EYES),
      clothes: draw.pick(DRESS),
      hairLength: marks.twintails === 0 && draw.next() < 0.4 ? 0.05 : 0.85,
      marks,
    },
    pace: 0.7 * (1.5 / 0.7) ** draw.next(),
  };
}
