import { inEnglish, type Sentence } from "../../words/sentence.js";

/** How much it matters: all is well, somebody should look, or something is broken. */
export type HappeningWeight = "good" | "look" | "broken";

/** What happened to the machines, in a sentence. */
interface Happening {
  at: Date;
  weight: HappeningWeight;
  said: Sentence;
  /** How often in a row. */
  times: number;
}

export interface Happenings {
  tell(weight: HappeningWeight, said: Sentence): void;
  /** The newest first. */
  all(): readonly Happening[];
}

// A bad evening with a few machines; the log of each machine knows more.
const REMEMBERED = 200;

/** The last things that happened, in memory: what counts of them is in the results. */
export function createHappenings(onTell: () => void = () => {}, now: () => Date = () => new Date()): Happenings {
  const told: Happening[] = [];
  return {
    tell(weight, said) {
      const last = told[0];
      if (last && inEnglish(last.said) === inEnglish(said)) {
        told[0] = { ...last, at: now(), times: last.times + 1 };
      } else {
        told.unshift({ at: now(), weight, said, times: 1 });
        told.length = Math.min(told.length, REMEMBERED);
      }
      onTell();
    },
    all: () => [...told],
  };
}
