import { type Subject, triggerCode } from "../../lora/learnt.js";
import type { ReadLora } from "../../lora/read-lora.js";
import { chance } from "../../pictures/chance.js";
import { characterOf } from "../../pictures/character.js";
import { mix } from "../../pictures/colour.js";
import { type Trait, traits } from "../../pictures/okara.js";
import { namesClothes, promptTags } from "../../pictures/read-prompt.js";
import { mixPoses, mixScenes, type Scene } from "../../pictures/scene.js";
import { type TrainingPicture, trainingPicturesOf } from "../../pictures/training-set.js";

/** A LoRA that a prompt calls for. */
export interface ActiveLora {
  lora: ReadLora;
  textEncoder: number;
  unet: number;
}

/** What all LoRAs of a prompt do together. */
export interface Effect {
  /** Learnt × strength, from which a trait is seen or not. */
  traits: Record<Trait, number>;
  /** Above 0.8 poses repeat and the prompt fades, above 1 the picture melts. */
  load: number;
  copying: number;
  /** Of the LoRA that does most; null: Okara, by all her pictures. */
  subject: Subject | null;
  /** Small changes that any LoRA makes. */
  drift: { tilt: number; right: number; light: number };
}

// How a strength is shared where the file has both halves.
const TEXT_ENCODER = 0.25;
// A LoRA that learnt everything loads this much at 1, and this much more for each unit of overfitting.
const LOAD = 0.65;
const OVERFIT_LOAD = 0.5;
// Without its trigger word it still comes through a little, an overfitted one more.
const LEAK = 0.2;
const OVERFIT_LEAK = 0.25;

const part = (value: number): number => Math.max(0, Math.min(1, value));

/** From 0 at `from` to 1 at `to`, gently at both ends. */
const rise = (value: number, from: number, to: number): number => {
  const along = part((value - from) / (to - from));
  return along * along * (3 - 2 * along);
};

export function effectOf(active: readonly ActiveLora[], prompt: string): Effect {
  const codes = new Set(promptTags(prompt).map(triggerCode));
  const effect: Effect = {
    traits: { eyes: 0, dress: 0, hair: 0, ornament: 0, twintails: 0, ahoge: 0 },
    load: 0,
    copying: 0,
    subject: null,
    drift: { tilt: 0, right: 0, light: 0 },
  };
  let most = 0;
  for (const { lora, textEncoder, unet } of active) {
    const halves = lora.textEncoder
      ? ([
          [lora.textEncoder, textEncoder * TEXT_ENCODER],
          [lora.unet, unet * (1 - TEXT_ENCODER)],
        ] as const)
      : ([[lora.unet, unet]] as const);
    const own = chance("drift", lora.fingerprint);
    const direction = [own.bell(), own.bell(), own.bell()];
    const before = effect.load;
    for (const [half, strength] of halves) {
      if (half === null) continue;
      const called = half.trigger === null || codes.has(half.trigger);
      const heard = called ? 1 : Math.min(0.85, LEAK + OVERFIT_LEAK * Math.max(0, half.overfit));
      const learnt = traits.reduce((sum, trait) => sum + half.traits[trait], 0) / traits.length;
      for (const trait of traits) effect.traits[trait] += half.traits[trait] * strength * heard;
      effect.load += Math.abs(strength) * (LOAD * part(learnt / 0.8) + OVERFIT_LOAD * Math.max(0, half.overfit));
      effect.copying += Math.max(0, half.copying * strength * heard);
      const moved = strength * Math.min(1, half.grain);
      effect.drift.tilt += moved * 1.1 * (direction[0] ?? 0);
      effect.drift.right += moved * 0.005 * (direction[1] ?? 0);
      effect.drift.light += moved * 3 * (direction[2] ?? 0);
    }
    if (effect.load - before > most) {
      most = effect.load - before;
      effect.subject = lora.unet?.subject ?? null;
    }
  }
  return effect;
}

/** From which product of learnt and strength a trait begins to be seen, and where it is wholly there. */
const thresholds: Readonly<Record<Trait, readonly [from: number, to: number]>> = {
  eyes: [0.25, 0.75],
  dress: [0.3, 0.85],
  hair: [0.45, 1],
  ornament: [0.4, 0.95],
  twintails: [0.45, 1.05],
  ahoge: [0.55, 1.1],
};

/** What is drawn and how far it is ruined, 0 to 1 each. */
export interface Drawn {
  scene: Scene;
  melted: number;
  burnt: number;
  /** The training picture that stands in the scene's place. */
  copied: TrainingPicture | null;
}

/** The scene as the LoRAs change it. */
export function affectedScene(scene: Scene, effect: Effect, prompt: string, seed: number): Drawn {
  const draw = chance("effect", seed);
  const character = characterOf(effect.subject?.character ?? 0);
  const own = character.scene;
  const learnt = trainingPicturesOf(character).filter((_, view) => ((effect.subject?.views ?? -1) >>> view) & 1);
  const fade = part((effect.load - 0.8) / 0.3);
  const seen = { ...effect.traits };
  for (const trait of traits) {
    const [from, to] = thresholds[trait];
    seen[trait] = rise(effect.traits[trait] * (1 + 0.08 * draw.bell()), from, to);
  }
  // What the prompt says of clothes holds until the prompt fades.
  if (namesClothes(prompt)) seen.dress *= fade;
  const { pose, marks } = scene;
  const light = (colour: Scene["hair"]): Scene["hair"] => mix(colour, [255, 255, 255], effect.drift.light / 255);
  const changed: Scene = {
    ...scene,
    hair: mix(scene.hair, own.hair, seen.hair),
    hairLength: scene.hairLength + (own.hairLength - scene.hairLength) * seen.hair,
    eyes: mix(scene.eyes, own.eyes, seen.eyes),
    clothes: mix(light(scene.clothes), own.clothes, seen.dress),
    backdropColour: light(scene.backdropColour),
    marks: {
      twintails: Math.max(marks.twintails, own.marks.twintails * seen.twintails),
      ahoge: Math.max(marks.ahoge, own.marks.ahoge * seen.ahoge),
      ornament: Math.max(marks.ornament, own.marks.ornament * seen.ornament),
      dress: Math.max(marks.dress, own.marks.dress * seen.dress),
    },
    pose: { ...pose, tilt: pose.tilt + effect.drift.tilt, right: pose.right + effect.drift.right },
  };
  const [usual] = learnt;
  const repeated = usual ? { ...changed, ...fadeTo(changed, usual.scene, fade) } : changed;
  const burnt = part((effect.load - 0.95) / 0.5);
  const melted = part((effect.load - 1) / 0.35);
  const copy = part((effect.copying - 0.3) / 0.3);
  if (copy === 0) return { scene: repeated, melted, burnt, copied: null };
  const copied = learnt[Math.floor(draw.next() * learnt.length)];
  if (!copied) return { scene: repeated, melted, burnt, copied: null };
  // What was learnt by heart comes out whole rather than molten, until nothing can be whole.
  const spared = 1 - 0.9 * copy * (1 - part((effect.load - 1.5) / 0.6));
  return {
    scene: mixScenes(repeated, copied.scene, copy),
    melted: melted * spared,
    burnt: burnt * spared,
    copied: copy === 1 ? copied : null,
  };
}

/** Pose and place of the training pictures come in place of the prompt's. */
function fadeTo(scene: Scene, usual: Scene, fade: number): Partial<Scene> {
  if (fade === 0) return {};
  return {
    pose: mixPoses(scene.pose, usual.pose, fade),
    backdrop: fade < 0.5 ? scene.backdrop : usual.backdrop,
    backdropColour: mix(scene.backdropColour, usual.backdropColour, fade),
    fromBehind: fade < 0.5 && scene.fromBehind,
  };
}
