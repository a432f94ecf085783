// A made-up curve that looks like those of real runs: it falls from FIRST to LAST, faster with a higher rate.
const FIRST = 0.14;
const LAST = 0.085;
const SPREAD = 0.035;
const USUAL_RATE = 1e-4;
/** How often each picture was shown when the curve has fallen by two thirds. */
const SHOWINGS = 60;
// Above it real runs end in NaN within a few steps.
const ABSURD_RATE = 0.01;
const STEPS_TO_NAN = 3;

/** Numbers from 0 to 1, the same for the same seed. */
export function seededNumbers(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

/** The loss of each step. */
export function lossCurve(rate: number, seed: number, showingsPerStep: number): (step: number) => number {
  const random = seededNumbers(seed);
  return (step) => {
    if (rate >= ABSURD_RATE && step >= STEPS_TO_NAN) return Number.NaN;
    const progress = ((rate / USUAL_RATE) * step * showingsPerStep) / SHOWINGS;
    const middle = LAST + (FIRST - LAST) * Math.exp(-progress);
    return Math.max(0.01, middle + SPREAD * (random() + random() - 1));
  };
}

/** The part of the rate that a scheduler leaves; those that are not played stay at all of it. @param part 0 to 1 of the run */
export function scheduled(scheduler: string | null, part: number): number {
  if (scheduler === "cosine") return (1 + Math.cos(Math.PI * part)) / 2;
  return scheduler === "linear" ? 1 - part : 1;
}

/** sd-scripts' moving average over the last epoch's steps. */
export class LossRecorder {
  readonly #losses: number[] = [];
  #total = 0;

  add(epoch: number, step: number, loss: number): number {
    if (epoch === 0) this.#losses.push(loss);
    else {
      this.#total -= this.#losses[step] ?? 0;
      this.#losses[step] = loss;
    }
    this.#total += loss;
    return this.average;
  }

  get average(): number {
    return this.#total / Math.max(1, this.#losses.length);
  }
}
