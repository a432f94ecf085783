import { readJson, runFiles } from "../keeper/run-files.js";

export const nowKinds = ["save", "sample"] as const;
/** What a run can be asked to do at its next step. */
export type NowKind = (typeof nowKinds)[number];

/** A request that the trainer obeyed; `step` is its own count. */
interface Answer {
  number: number;
  step: number;
}

interface SaveAnswer extends Answer {
  /** Absolute; it is being written when this is told. */
  file: string;
  /** Folder of its state, where states are saved. */
  state: string | null;
}

interface SampleAnswer extends Answer {
  /** All pictures of the step are drawn. */
  finished: boolean;
}

interface Answered<One> {
  /** Whether the trainer's loop can be asked; null as long as it has not come to it. */
  able: boolean | null;
  answers: One[];
}

/** `answered.json`, which the trainer's launcher writes (`launch.py`), or the stand-in itself. */
export interface Answers {
  save: Answered<SaveAnswer>;
  sample: Answered<SampleAnswer>;
}

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value);

function answered<One>(value: unknown, read: (answer: Answer, told: Record<string, unknown>) => One | null) {
  const { able, answers } = Object(value);
  const list: unknown[] = Array.isArray(answers) ? answers : [];
  return {
    able: typeof able === "boolean" ? able : null,
    answers: list.flatMap((told) => {
      const { number, step } = Object(told);
      const one = isCount(number) && isCount(step) ? read({ number, step }, Object(told)) : null;
      return one === null ? [] : [one];
    }),
  };
}

/** What a run has answered so far; nothing where it was started without a launcher, or is about to start. */
export function readAnswers(folder: string): Answers {
  let json: Record<string, unknown> | null = null;
  try {
    json = readJson(runFiles(folder).answered);
  } catch {
    // Not ours, or cut by a machine that was switched off: as if nobody had answered.
  }
  return {
    save: answered(json?.save, (answer, { file, state }) =>
      typeof file === "string" ? { ...answer, file, state: typeof state === "string" ? state : null } : null,
    ),
    sample: answered(json?.sample, (answer, { finished }) => ({ ...answer, finished: finished === true })),
  };
}
