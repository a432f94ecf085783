import { basename } from "node:path";
import type { OutputFile } from "../../planning/steps/output-files.js";
import type { MeantRun } from "../runs/run-record.js";
import { readAnswers } from "./answers.js";

type Meant = Pick<MeantRun, "files" | "perEpoch" | "countedFrom">;

/** Files that a run was asked for beside those of its plan; each may still be being written. */
export function askedFiles(folder: string, { files, perEpoch, countedFrom = 0 }: Meant): OutputFile[] {
  const planned = new Set(files.map(({ name }) => name));
  return readAnswers(folder)
    .save.answers.flatMap(({ step: counted, file, state }) => {
      const step = counted + countedFrom;
      const at = { step, epoch: Math.floor((step - 1) / perEpoch), removedAt: null };
      const lora: OutputFile = { name: basename(file), kind: "step", ...at };
      return state === null ? [lora] : [lora, { name: basename(state), kind: "state" as const, ...at }];
    })
    .filter(({ name }) => !planned.has(name));
}

const isEnd = (file: OutputFile, steps: number): number => Number(file.step === steps && file.kind !== "step");

/** The run with what it was asked for among its files, in the order of writing. */
export function withAskedFiles(folder: string, meant: MeantRun): MeantRun {
  const asked = askedFiles(folder, meant);
  if (asked.length === 0) return meant;
  const files = [...meant.files, ...asked].sort(
    (left, right) => left.step - right.step || isEnd(left, meant.steps) - isEnd(right, meant.steps),
  );
  return { ...meant, files };
}
