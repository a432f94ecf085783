import { chance } from "./chance.js";
import { type Character, characterOf } from "./character.js";
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
  backdrop?: Backdrop;
  fromBehind?: boolean;
}

// Twenty, as the article has them; most in front of white.
const views: readonly View[] = [
  { tags: ["upper body", "smile"], pose: { scale: 0.82, down: 0.03, smile: 1 } },
  { tags: ["portrait", "open mouth"], pose: { scale: 1.16, down: 0.14, mouthOpen: 0.8 } },
  { tags: ["from side"], pose: { turn: 0.9, smile: 0.2 } },
  { tags: ["closed eyes", "smile"], pose: { eyesClosed: 1, smile: 1 } },
  { tags: ["upper body", "waving", "smile"], pose: { scale: 0.82, down: 0.03, wave: 1, smile: 1 } },
  { tags: ["frown"], pose: { smile: -0.9, tilt: -4 } },
  { tags: ["head tilt", "smile"], pose: { tilt: 13, smile: 0.9 } },
  { tags: ["from side", "open mouth"], pose: { turn: -0.9, mouthOpen: 0.7 } },
  { tags: ["cowboy shot"], pose: { scale: 0.6, down: -0.08, smile: 0.4 } },
  { tags: ["outdoors", "sky", "smile"], pose: { smile: 1, scale: 0.8 }, backdrop: "outdoors" },
  { tags: ["blush", "looking away"], pose: { blush: 0.95, gaze: 0.9, turn: 0.3, smile: 0.1 } },
  { tags: ["close-up"], pose: { scale: 1.42, down: 0.24, smile: 0.5 } },
  { tags: ["indoors", "open mouth", "smile"], pose: { mouthOpen: 0.8, smile: 1 }, backdrop: "indoors" },
  { tags: ["full body"], pose: { scale: 0.42, down: -0.14, smile: 0.5 } },
  { tags: ["waving", "open mouth"], pose: { wave: 1, mouthOpen: 0.7, scale: 0.84, tilt: -6 } },
  { tags: ["forest", "tree"], pose: { smile: 0.5, turn: -0.25 }, backdrop: "forest" },
  { tags: ["half-closed eyes"], pose: { eyesClosed: 0.45, smile: 0 } },
  { tags: ["upper body", "smile"], pose: { scale: 0.82, down: 0.034, smile: 1, tilt: 0.6 } },
  { tags: ["head tilt", "closed eyes"], pose: { tilt: -12, eyesClosed: 1, smile: 0.6 } },
  { tags: ["night", "night sky", "smile"], pose: { smile: 0.8, turn: 0.35 }, backdrop: "night" },
];
/** Nearly the first one again. */
const NEAR_DUPLICATE = 17;
const BLURRED = 8;

/** The twenty pictures of a character; the same every time. */
export const trainingPicturesOf = ({ scene: own }: Character): readonly TrainingPicture[] =>
  views.map(({ tags, pose, backdrop, fromBehind }, index) => {
    const draw = chance("training", index === NEAR_DUPLICATE ? 0 : index);
    const nudge = index === NEAR_DUPLICATE ? 0.3 : 1;
    return {
      tags,
      blur: index === BLURRED ? 4 : 0,
      scene: {
        ...own,
        pose: {
          ...stillPose,
          right: draw.bell() * 0.015 * nudge,
          turn: Math.max(-0.4, Math.min(0.4, draw.bell() * 0.14)),
          ...pose,
        },
        backdrop: backdrop ?? "plain",
        fromBehind: fromBehind ?? false,
      },
    };
  });

/** Okara's. */
export const trainingPictures = trainingPicturesOf(characterOf(0));
