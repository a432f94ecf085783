/** What decides the learning rate over a run; numbers as sd-scripts' arguments of the same meaning. */
export interface Schedule {
  /** `lr_scheduler`, or "" when `lr_scheduler_type` names a class of another library. */
  scheduler: string;
  /** `optimizer_type`, in small letters. */
  optimizer: string;
  /** Adafactor's own: the scheduler is replaced, and the step size follows the weights. */
  relativeStep: boolean;
  warmupInit: boolean;
  steps: number;
  processes: number;
  /** A count, or below 1 a share of the run; as the trainer takes them: a whole number is a count. */
  warmup: number;
  warmupIsShare: boolean;
  decay: number;
  decayIsShare: boolean;
  cycles: number;
  power: number;
  /** null: the warm-up, or 10,000. */
  timescale: number | null;
  /** null where the scheduler's own default holds. */
  minimumRatio: number | null;
}

export interface LearningRateCurve {
  /**
   * `drawn`: the factor on the learning rate. `relative`: Adafactor's step size before it is scaled by the weights, as a share
   * of its greatest. `own`: the optimizer decides (schedule-free). `unknown`: another library's scheduler.
   */
  kind: "drawn" | "relative" | "own" | "unknown";
  /** Steps until the full rate is reached. */
  warmup: number;
  /** [step, factor], the first at 0, the last at the end; empty for `own` and `unknown`. */
  points: [number, number][];
}

type Factor = (step: number) => number;

const POINTS = 240;
// diffusers' and transformers' last rate of a polynomial, for a learning rate of 1e-4.
const POLYNOMIAL_END = 1e-3;
const TIMESCALE = 10_000;

const wave = (part: number): number => 0.5 * (1 + Math.cos(Math.PI * part));

/** The factor after the warm-up, by the part of the way that is done (0–1). */
function falling({ scheduler, cycles, power, minimumRatio }: Schedule): ((part: number) => number) | null {
  switch (scheduler) {
    case "linear":
      return (part) => 1 - part;
    case "cosine":
      return (part) => Math.max(0, wave(part));
    case "cosine_with_restarts":
      return (part) => (part >= 1 ? 0 : wave((Math.max(1, Math.floor(cycles)) * part) % 1));
    case "polynomial":
      return (part) => (1 - POLYNOMIAL_END) * (1 - part) ** power + POLYNOMIAL_END;
    case "cosine_with_min_lr":
    case "cosine_warmup_with_min_lr": {
      const least = minimumRatio ?? 0;
      return (part) => wave(part * cycles) * (1 - least) + least;
    }
    case "constant":
    case "constant_with_warmup":
      return () => 1;
    default:
      return null;
  }
}

function factorOf(schedule: Schedule, warmup: number, total: number): Factor | null {
  const rising: Factor = (step) => step / Math.max(1, warmup);
  const { scheduler } = schedule;
  if (scheduler === "inverse_sqrt") {
    const timescale = schedule.timescale ?? (warmup || TIMESCALE);
    return (step) => (step < warmup ? rising(step) : 1 / Math.sqrt((step + timescale - warmup) / timescale));
  }
  if (scheduler === "warmup_stable_decay") {
    const decay = schedule.decayIsShare ? Math.trunc(schedule.decay * total) : schedule.decay;
    const stable = total - warmup - decay;
    const least = schedule.minimumRatio ?? 0;
    return (step) => {
      if (step < warmup) return rising(step) * (1 - least) + least;
      if (step < warmup + stable) return 1;
      if (step >= total) return least;
      const part = (step - warmup - stable) / Math.max(1, decay);
      return Math.max(0, wave(part * schedule.cycles)) * (1 - least) + least;
    };
  }
  const after = falling(schedule);
  if (after === null) return null;
  return (step) => {
    if (step < warmup) return rising(step);
    return after(Math.min(1, (step - warmup) / Math.max(1, total - warmup)));
  };
}

/** Adafactor with relative steps: min(1e-2, 1/√step), or rising by 1e-6 a step with `warmup_init` (transformers, `Adafactor`). */
const relative =
  (warmupInit: boolean): Factor =>
  (step) =>
    Math.min(warmupInit ? 1e-6 * Math.max(1, step) : 1e-2, 1 / Math.sqrt(Math.max(1, step)));

interface Rates {
  /** Scheduler steps of the warm-up: every process makes one a step. */
  warmup: number;
  factor: Factor;
}

/**
 * The factor on the learning rate by scheduler step, as the trainer's schedulers have it (transformers 4.54
 * `optimization.py`, called as sd-scripts' `get_scheduler_fix` does). @returns null for a scheduler of another library
 */
export function ratesOf(schedule: Schedule): Rates | null {
  const total = schedule.steps * schedule.processes;
  const asked = schedule.warmupIsShare ? Math.trunc(schedule.warmup * total) : schedule.warmup;
  const warmup = schedule.scheduler === "constant" ? 0 : Math.min(asked, total);
  const factor = factorOf(schedule, warmup, total);
  return factor && { warmup, factor };
}

/** The learning rate over a run, to be drawn. Several processes move the schedule on once each a step. */
export function learningRateCurve(schedule: Schedule): LearningRateCurve {
  const { steps, processes, optimizer } = schedule;
  if (optimizer.includes("schedulefree")) return { kind: "own", warmup: 0, points: [] };
  const places = [...new Set(Array.from({ length: POINTS + 1 }, (_, index) => Math.round((steps * index) / POINTS)))];
  if (schedule.relativeStep) {
    const sizes = relative(schedule.warmupInit);
    const rates = places.map((step): [number, number] => [step, sizes(step)]);
    const greatest = Math.max(...rates.map(([, rate]) => rate));
    return { kind: "relative", warmup: 0, points: rates.map(([step, rate]) => [step, rate / greatest]) };
  }
  const rates = ratesOf(schedule);
  if (rates === null) return { kind: "unknown", warmup: 0, points: [] };
  const points = places.map((step): [number, number] => [step, rates.factor(step * processes)]);
  return { kind: "drawn", warmup: rates.warmup / processes, points };
}
