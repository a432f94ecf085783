import { fits, problemsOf } from "../../../../protocol/validate.js";
import type { OutputFile } from "../../../planning/steps/output-files.js";
import { planOfWire } from "../../../planning/wire-plan.js";
import {
  type MeantRun,
  noProgress,
  type RunOutcome,
  type RunProgress,
  type RunState,
} from "../../../training/runs/run-record.js";
import { type ArchivedRun, noProjectIn } from "./archive-format.js";

type Fields = Record<string, unknown>;

const fieldsOf = (value: unknown): Fields => Object(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
const number = (value: unknown): number | null => (typeof value === "number" && Number.isFinite(value) ? value : null);
const whole = (value: unknown): number => Math.max(0, Math.floor(number(value) ?? 0));
const kinds: readonly OutputFile["kind"][] = ["step", "epoch", "last", "state"];
const kindOf = (value: unknown): OutputFile["kind"] => kinds.find((kind) => kind === value) ?? "last";

function outputFile(value: unknown): OutputFile[] {
  const { name, kind, step, epoch, removedAt } = fieldsOf(value);
  if (typeof name !== "string") return [];
  return [{ name, kind: kindOf(kind), step: whole(step), epoch: whole(epoch), removedAt: number(removedAt) }];
}

/** What a run was to do, out of an archive. @throws StudioError "badArguments" for a plan that this version cannot read */
function meantOf(file: string, { name, meant }: ArchivedRun): MeantRun {
  const fields = fieldsOf(meant);
  const params: unknown = { plan: fields.plan, concept: fields.concept };
  if (!fits("planning/save", params)) {
    throw noProjectIn(file, `run ${name}: ${problemsOf("planning/save", "params", params) ?? ""}`);
  }
  const trainer = fieldsOf(fields.trainer);
  const series = fieldsOf(fields.series);
  return {
    plan: planOfWire(params.plan),
    concept: params.concept,
    folder: text(fields.folder),
    trainer: {
      kind: trainer.kind === "rehearsal" ? "rehearsal" : "sd-scripts",
      folder: text(trainer.folder) ?? "",
      python: text(trainer.python) ?? "",
      accelerate: text(trainer.accelerate),
    },
    outputFolder: text(fields.outputFolder) ?? "",
    steps: whole(fields.steps),
    perEpoch: whole(fields.perEpoch),
    epochs: whole(fields.epochs),
    files: list(fields.files).flatMap(outputFile),
    from: whole(fields.from),
    ...(number(fields.countedFrom) === null ? {} : { countedFrom: whole(fields.countedFrom) }),
    ...(fields.eventFiles === true ? { eventFiles: true } : {}),
    parent: number(fields.parent),
    ...(whole(series.id) > 0 ? { series: { id: whole(series.id), differs: differences(series.differs) } } : {}),
  };
}

const differences = (value: unknown): { argument: string; value: string }[] =>
  list(value).flatMap((one) => {
    const [argument, told] = [text(fieldsOf(one).argument), text(fieldsOf(one).value)];
    return argument === null || told === null ? [] : [{ argument, value: told }];
  });

function savedFile(value: unknown): RunProgress["saved"] {
  const { name, kind, step, bytes } = fieldsOf(value);
  return typeof name === "string" ? [{ name, kind: kindOf(kind), step: whole(step), bytes: whole(bytes) }] : [];
}

function lossOf(value: unknown): RunProgress["losses"] {
  const [step, least, mean, greatest] = list(value).map(number);
  if (step == null || least == null || mean == null || greatest == null) return [];
  return [[step, least, mean, greatest]];
}

function outcomeOf(value: unknown, meant: MeantRun): RunOutcome | null {
  if (value === null) return null;
  const fields = fieldsOf(value);
  const told = fieldsOf(fields.progress);
  const average = told.averageLoss === "nan" ? "nan" : number(told.averageLoss);
  const values = Object.entries(fieldsOf(fields.values)).flatMap(([name, one]): [string, string | number][] =>
    typeof one === "string" || typeof one === "number" ? [[name, one]] : [],
  );
  return {
    cause: text(fields.cause),
    values: Object.fromEntries(values),
    lines: list(fields.lines).map(String),
    exitCode: number(fields.exitCode),
    signal: text(fields.signal),
    progress: {
      ...noProgress(meant),
      phase: text(told.phase) ?? "",
      done: number(told.done),
      of: number(told.of),
      step: whole(told.step),
      total: whole(told.total),
      epoch: whole(told.epoch),
      epochs: whole(told.epochs),
      averageLoss: average,
      secondsPerStep: number(told.secondsPerStep),
      secondsLeft: number(told.secondsLeft),
      saved: list(told.saved).flatMap(savedFile),
      warnings: list(told.warnings).map(String),
      losses: list(told.losses).flatMap(lossOf),
    },
  };
}

export interface RunToStore extends Omit<ArchivedRun, "meant" | "outcome" | "state"> {
  state: RunState;
  meant: MeantRun;
  outcome: RunOutcome | null;
}

const ended: readonly RunState[] = ["succeeded", "failed", "stopped", "unknown"];

/** @param local paths of this machine for those of the archive @throws StudioError "badArguments" */
export function parseRun(file: string, run: ArchivedRun, local: (value: unknown) => unknown): RunToStore {
  const meant = meantOf(file, { ...run, meant: local(run.meant) });
  const state = ended.find((one) => one === run.state) ?? "unknown";
  return { ...run, state, meant, outcome: outcomeOf(local(run.outcome), meant) };
}
