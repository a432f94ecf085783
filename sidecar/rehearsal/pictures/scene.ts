import { type Colour, mix } from "./colour.js";

const backdrops = ["plain", "outdoors", "night", "indoors", "beach", "forest"] as const;
export type Backdrop = (typeof backdrops)[number];

/** How much of each mark of a figure is seen, 0 to 1. */
interface Marks {
  twintails: number;
  ahoge: number;
  ornament: number;
  dress: number;
}

/** How the figure stands and looks; every number can be mixed with another's. */
export interface Pose {
  /** −1 to 1: to the picture's left or right; beyond ±0.6 it counts as seen from the side. */
  turn: number;
  /** Degrees of the head. */
  tilt: number;
  /** 1: head and shoulders; smaller shows more of the body. */
  scale: number;
  /** In widths and heights of the picture. */
  right: number;
  down: number;
  /** −1 to 1: frown to smile. */
  smile: number;
  /** 0 to 1 */
  mouthOpen: number;
  eyesClosed: number;
  blush: number;
  /** 0 to 1: an arm that waves. */
  wave: number;
  /** Where the eyes look, −1 to 1. */
  gaze: number;
}

/** All that is drawn, before the noise. */
export interface Scene {
  hair: Colour;
  eyes: Colour;
  skin: Colour;
  clothes: Colour;
  /** 0 to 1: to the chin, to the waist. */
  hairLength: number;
  marks: Marks;
  pose: Pose;
  fromBehind: boolean;
  backdrop: Backdrop;
  backdropColour: Colour;
}

function mixNumbers<T extends { [K in keyof T]: number }>(from: T, to: T, part: number): T {
  const mixed = { ...from };
  for (const name in mixed) Object.assign(mixed, { [name]: from[name] + (to[name] - from[name]) * part });
  return mixed;
}

/** `from` on its way to `to`; what cannot be halfway changes in the middle. */
export const mixScenes = (from: Scene, to: Scene, part: number): Scene => ({
  hair: mix(from.hair, to.hair, part),
  eyes: mix(from.eyes, to.eyes, part),
  skin: mix(from.skin, to.skin, part),
  clothes: mix(from.clothes, to.clothes, part),
  hairLength: from.hairLength + (to.hairLength - from.hairLength) * part,
  marks: mixNumbers(from.marks, to.marks, part),
  pose: mixPoses(from.pose, to.pose, part),
  fromBehind: part < 0.5 ? from.fromBehind : to.fromBehind,
  backdrop: part < 0.5 ? from.backdrop : to.backdrop,
  backdropColour: mix(from.backdropColour, to.backdropColour, part),
});

export const mixPoses = (from: Pose, to: Pose, part: number): Pose => mixNumbers(from, to, part);
