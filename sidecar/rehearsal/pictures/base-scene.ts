import { chance } from "./chance.js";
import type { Colour } from "./colour.js";
import { stillPose } from "./okara.js";
import type { Scene } from "./scene.js";

const HAIR: readonly [Colour, ...Colour[]] = [
  [122, 82, 62],
  [92, 62, 54],
  [66, 54, 58],
  [142, 92, 60],
  [126, 74, 58],
];
const EYES: readonly [Colour, ...Colour[]] = [
  [110, 74, 58],
  [84, 78, 92],
  [128, 82, 52],
  [92, 84, 128],
];
const CLOTHES: readonly [Colour, ...Colour[]] = [
  [150, 152, 160],
  [188, 116, 110],
  [232, 228, 220],
  [110, 144, 120],
  [96, 90, 108],
  [196, 170, 120],
];
const PLAIN: readonly [Colour, ...Colour[]] = [
  [244, 238, 230],
  [226, 234, 244],
  [238, 226, 234],
  [224, 238, 228],
  [246, 246, 246],
];

/** What the stand-in base model draws where a prompt says nothing: one figure for each seed. */
export function baseScene(seed: number): Scene {
  const draw = chance("scene", seed);
  const vary = (colour: Colour): Colour => {
    const light = draw.bell() * 6;
    return [colour[0] + light + draw.bell() * 4, colour[1] + light + draw.bell() * 4, colour[2] + light];
  };
  return {
    hair: vary(draw.pick(HAIR)),
    eyes: vary(draw.pick(EYES)),
    skin: vary([253, 226, 208]),
    clothes: vary(draw.pick(CLOTHES)),
    hairLength: 0.25 + draw.next() * 0.7,
    marks: { twintails: 0, ahoge: 0, ornament: 0, dress: 0 },
    pose: {
      ...stillPose,
      turn: Math.max(-0.5, Math.min(0.5, draw.bell() * 0.24)),
      tilt: draw.bell() * 3.6,
      scale: 0.94 + draw.bell() * 0.05,
      right: draw.bell() * 0.02,
      down: 0.05 + draw.bell() * 0.014,
      smile: 0.15 + draw.bell() * 0.25,
      blush: Math.max(0, 0.2 + draw.bell() * 0.15),
      gaze: draw.bell() * 0.18,
    },
    fromBehind: false,
    backdrop: "plain",
    backdropColour: vary(draw.pick(PLAIN)),
  };
}
