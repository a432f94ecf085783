import type { Result } from "../../../protocol/validate.js";
import type { TrainingCauseWords } from "../../words/training-cause-values.js";
import { trainingCausesEn } from "../../words/training-causes-en.js";
import type { RunProgress, RunRecord } from "./run-record.js";
import { wireScheduling } from "./wire-scheduling.js";

const wireProgress = ({ saved: _saved, warnings: _warnings, losses: _losses, ...progress }: RunProgress) => progress;

/** A run as the list tells it. @param on the machine that has it, where it is another one */
export function wireRow(
  run: RunRecord,
  progress: RunProgress,
  on: string | null,
): Result<"training/runs">["runs"][number] {
  const { id, name, state, meant, queued, started, ended, afterSave, revision } = run;
  return {
    id,
    name,
    state,
    cause: run.outcome?.cause ?? null,
    family: meant.plan.family,
    folder: meant.folder,
    rehearsal: meant.trainer.kind === "rehearsal",
    queued,
    started,
    ended,
    afterSave,
    parent: meant.parent,
    steps: meant.steps,
    progress: wireProgress(progress),
    revision,
    scheduling: wireScheduling(meant, on),
  };
}

// A cause of another version has no words here; what is then told are its log lines.
const sentences: Readonly<Record<string, TrainingCauseWords | undefined>> = trainingCausesEn;

/** Why a run ended as it did, in words; null before its end. */
export function wireVerdict({ outcome, state }: RunRecord): Result<"training/run">["verdict"] {
  if (outcome === null) return null;
  const { cause, values, lines, exitCode, signal } = outcome;
  const words = cause === null ? undefined : sentences[cause];
  return {
    cause,
    values: { ...values },
    message: words?.message(values) ?? (state === "succeeded" ? "All steps were trained, and the file is whole." : ""),
    remedy: words?.remedy(values) ?? "",
    lines: [...lines],
    exitCode,
    signal,
  };
}
