import { chance } from "./chance.js";
import { type Character, characterOf } from "./character.js";
import type { Colour } from "./colour.js";
import { stillPose } from "./okara.js";
import type { Backdrop, Pose, Scene } from "./scene.js";

/** One training picture and what a careful person would write of it. */
export interface TrainingPicture {
  scene: Scene;
  /** Tags without the trigger and without the character's own traits. */
  tags: readonly string[];
  /** Sigma of its blur, in pixels of 600 × 900. */
  blur: number;
}

interface View {
  tags: readonly string[];
  pose: Partial<Pose>;
  /** Of the plain ground; white if left out. */
  ground?: Colour;
  backdrop?: Backdrop;
  fromBehind?: boolean;
}

const WHITE: Colour = [250, 250, 250];
const SKY: Colour = [210, 226, 246];
const ROSE: Colour = [246, 218, 230];
const SAND: Colour = [248, 236, 208];
const MINT: Colour = [210, 238, 220];
const LILAC: Colour = [226, 216, 246];
const AQUA: Colour = [208, 238, 242];
const STONE: Colour = [222, 224, 232];

// Twenty, as the article has them. Framing, place and ground differ: of one drawing, little else tells two pictures apart.
const views: readonly View[] = [
  { tags: ["upper body", "smile"], pose: { scale: 0.82, down: 0.03, smile: 1 } },
  { tags: ["portrait", "open mouth"], pose: { scale: 1.16, down: 0.14, mouthOpen: 0.8, right: -0.07 }, ground: SKY },
  { tags: ["from side"], pose: { turn: 0.95, smile: 0.2, right: -0.05 }, ground: ROSE },
  { tags: ["closed eyes", "smile"], pose: { eyesClosed: 1, smile: 1, tilt: 8, scale: 1.05, down: 0.1 }, ground: SAND },
  {
    tags: ["upper body", "waving", "smile"],
    pose: { scale: 0.68, down: -0.05, wave: 1, smile: 1, right: -0.1 },
    ground: MINT,
  },
  {
    tags: ["frown"],
    pose: { smile: -0.9, tilt: -12, scale: 0.88, down: 0.05, right: 0.08, turn: -0.4 },
    ground: LILAC,
  },
  { tags: ["head tilt", "smile"], pose: { tilt: 15, smile: 0.9, right: 0.06 }, ground: STONE },
  { tags: ["from side", "open mouth"], pose: { turn: -0.95, mouthOpen: 0.7, scale: 0.74, down: 0 }, ground: SKY },
  { tags: ["cowboy shot"], pose: { scale: 0.6, down: -0.08, smile: 0.4, right: 0.08 }, ground: ROSE },
  { tags: ["outdoors", "sky", "smile"], pose: { smile: 1, scale: 0.8 }, backdrop: "outdoors" },
  {
    tags: ["blush", "looking away"],
    pose: { blush: 0.95, gaze: 0.9, turn: 0.3, smile: 0.1, scale: 1.2, down: 0.16 },
    ground: MINT,
  },
  { tags: ["close-up"], pose: { scale: 1.42, down: 0.24, smile: 0.5 } },
  { tags: ["open mouth", "smile"], pose: { mouthOpen: 0.8, smile: 1, scale: 0.56, down: -0.1 }, ground: SAND },
  { tags: ["full body"], pose: { scale: 0.42, down: -0.14, smile: 0.5 } },
  {
    tags: ["waving", "open mouth"],
    pose: { wave: 1, mouthOpen: 0.7, scale: 0.62, down: -0.08, tilt: -8, right: -0.12 },
    ground: LILAC,
  },
  { tags: ["from behind"], pose: { turn: -0.25, scale: 0.9 }, ground: SAND, fromBehind: true },
  {
    tags: ["half-closed eyes"],
    pose: { eyesClosed: 0.45, smile: 0, scale: 0.74, down: -0.02, right: -0.12, tilt: -9 },
    ground: AQUA,
  },
  { tags: ["upper body", "smile"], pose: { scale: 0.82, down: 0.034, smile: 1, tilt: 0.6 } },
  {
    tags: ["head tilt", "closed eyes"],
    pose: { tilt: -13, eyesClosed: 1, smile: 0.6, scale: 0.5, down: -0.12, right: -0.08 },
    ground: STONE,
  },
  { tags: ["full body", "smile"], pose: { smile: 0.8, turn: 0.5, scale: 0.4, down: -0.15, right: 0.12 }, ground: SKY },
];
/** Nearly the first one again. */
const NEAR_DUPLICATE = 17;
const BLURRED = 8;

/** The twenty pictures of a character; the same every time. */
export const trainingPicturesOf = ({ scene: own }: Character): readonly TrainingPicture[] =>
  views.map(({ tags, pose, ground = WHITE, backdrop, fromBehind }, index) => {
    const draw = chance("training", index === NEAR_DUPLICATE ? 0 : index);
    const nudge = index === NEAR_DUPLICATE ? 0.3 : 1;
    return {
      tags,
      blur: index === BLURRED ? 2.5 : 0,
      scene: {
        ...own,
        pose: {
          ...stillPose,
          right: draw.bell() * 0.015 * nudge,
          turn: Math.max(-0.4, Math.min(0.4, draw.bell() * 0.14)),
          ...pose,
        },
        backdrop: backdrop ?? "plain",
        backdropColour: ground,
        fromBehind: fromBehind ?? false,
      },
    };
  });

/** Okara's. */
export const trainingPictures = trainingPicturesOf(characterOf(0));
