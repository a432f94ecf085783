import { characterOf } from "../pictures/character.js";
import { type Trait, traits } from "../pictures/okara.js";

/**
 * What a stand-in LoRA holds, and how it comes to hold it. One model for the stand-in trainer that writes it, for planted files, and
 * for the stand-in WebUI that reads it back from the tensors:
 *
 * - Showings: how often each picture was shown, times the fourth root of the rate over 1e-4: the rate counts weakly, so that 20,000
 *   showings at 1e-6 are far too many and 5 at 1e-2 do nothing, as in the article that our first users follow. A character's pace
 *   divides them: of some it takes more.
 * - Each trait is learnt as `FULL × (1 − e^(−showings / speed))`: eyes after few showings, the ahoge last of all.
 * - From 120 showings on the LoRA overfits, evenly with further showings (1 at 350). An overfitted one repeats its training pictures'
 *   pose and place, pays the prompt less heed, and melts at a lower strength.
 * - One trained on few pictures (fewer than 12) learns them by heart after 200 showings: it then returns one of them for each seed.
 *
 * What is seen of it at a strength is in `../webui/drawing/effect.ts`. Nothing here is measured on a real model; the numbers follow
 * what people tell of SD1.5 character LoRAs of twenty pictures (eyes before hair, about 200 showings good, 350 too many).
 */
export interface Learnt {
  traits: Readonly<Record<Trait, number>>;
  overfit: number;
  copying: number;
  /** Of the trigger word, see `triggerCode`; null: it answers to everything. */
  trigger: number | null;
  /** Whom it was taught and by which pictures; null: Okara, by all twenty. */
  subject: Subject | null;
}

export interface Subject {
  /** Seed of the character. */
  character: number;
  /** Bit n: view n of the twenty was among the pictures. */
  views: number;
}

const FULL = 1.45;
const speeds: Readonly<Record<Trait, number>> = {
  eyes: 60,
  dress: 80,
  hair: 90,
  ornament: 110,
  twintails: 120,
  ahoge: 260,
};
const OVERFIT_FROM = 120;
const OVERFIT_REACH = 230;
const BY_HEART_FROM = 200;
const BY_HEART_REACH = 200;
const FEW_PICTURES = 12;
const USUAL_RATE = 1e-4;
const RATE_COUNTS = 1 / 4;

export interface Study {
  /** How often each picture was shown. */
  showings: number;
  /** Different pictures in the set. */
  pictures: number;
  learningRate: number;
  trigger: string | null;
  subject?: Subject | null;
}

const part = (value: number): number => Math.max(0, Math.min(1, value));

export const nothingLearnt: Learnt = {
  traits: { eyes: 0, dress: 0, hair: 0, ornament: 0, twintails: 0, ahoge: 0 },
  overfit: 0,
  copying: 0,
  trigger: null,
  subject: null,
};

export function learntFrom({ showings, pictures, learningRate, trigger, subject = null }: Study): Learnt {
  const { pace } = characterOf(subject?.character ?? 0);
  const shown = (showings * (Math.max(0, learningRate) / USUAL_RATE) ** RATE_COUNTS) / pace;
  const learnt = { ...nothingLearnt.traits };
  for (const trait of traits) learnt[trait] = FULL * (1 - Math.exp(-shown / speeds[trait]));
  const few = part((FEW_PICTURES - pictures) / (FEW_PICTURES - 4));
  return {
    traits: learnt,
    overfit: Math.min(4, Math.max(0, (shown - OVERFIT_FROM) / OVERFIT_REACH)),
    copying: few * part((shown - BY_HEART_FROM) / BY_HEART_REACH),
    trigger: trigger === null ? null : triggerCode(trigger),
    subject,
  };
}

/** Sixteen bits of a word (FNV-1a folded), so that tensors can hold it. */
export function triggerCode(word: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(word.trim().toLowerCase().replaceAll("_", " "))) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return (hash ^ (hash >>> 16)) & 0xffff;
}
