import type { Colour } from "./colour.js";
import type { Pose, Scene } from "./scene.js";

/** What makes out the character that every stand-in LoRA is about, in the order in which they are learnt. */
export const traits = ["eyes", "dress", "hair", "ornament", "twintails", "ahoge"] as const;
export type Trait = (typeof traits)[number];

const okaraColours: Readonly<Record<"hair" | "eyes" | "clothes", Colour>> = {
  hair: [240, 208, 122],
  eyes: [46, 168, 112],
  clothes: [78, 128, 200],
};

export const stillPose: Pose = {
  turn: 0,
  tilt: 0,
  scale: 0.94,
  right: 0,
  down: 0.05,
  smile: 0.6,
  mouthOpen: 0,
  eyesClosed: 0,
  blush: 0.2,
  wave: 0,
  gaze: 0,
};

/** The character in front of nothing: what most training pictures show. */
export const okara: Scene = {
  ...okaraColours,
  skin: [253, 226, 208],
  hairLength: 0.85,
  marks: { twintails: 1, ahoge: 1, ornament: 1, dress: 1 },
  pose: stillPose,
  fromBehind: false,
  backdrop: "plain",
  backdropColour: [250, 250, 250],
};
