import type { Result } from "../../../protocol/validate.js";
import { planValues } from "../../planning/plan-values.js";
import type { RunProgress, RunRecord } from "../runs/run-record.js";
import type { EventCurves } from "./follow-events.js";

type RunCurves = Result<"training/curves">["runs"][number];
type Curve = RunCurves["curves"][number];

const order: readonly Curve["kind"][] = ["loss", "averageLoss", "epochLoss", "validation", "learningRate", "other"];

/** What may tell one run from another. */
const compared = [
  "pretrained_model_name_or_path",
  "learning_rate",
  "unet_lr",
  "text_encoder_lr",
  "optimizer_type",
  "lr_scheduler",
  "network_module",
  "network_dim",
  "network_alpha",
  "train_batch_size",
  "resolution",
  "seed",
] as const;

function settingsOf({ meant }: RunRecord): Record<string, string> {
  const values = planValues(meant.plan);
  const told = compared.map((name): [string, string] => [name, String(values.value(name) ?? "")]);
  return Object.fromEntries([...told.filter(([, value]) => value !== ""), ["steps", String(meant.steps)]]);
}

const lastStep = (points: readonly (readonly number[])[]): number => points.at(-1)?.[0] ?? 0;

/**
 * All curves of a run. The average loss stands in the trainer's progress line too, with three digits: it is taken from there
 * where no event file has it, or as long as that one is behind, for TensorBoard's writer waits up to two minutes.
 */
export function curvesOf(run: RunRecord, progress: RunProgress, events: EventCurves): RunCurves {
  const found = events.curves.map(
    ({ tag, kind, series, leftOut }): Curve => ({ tag, kind, source: "events", points: series.points(), leftOut }),
  );
  const told = found.find(({ kind }) => kind === "averageLoss");
  const { losses } = progress;
  const isBehind = told === undefined || (run.ended === null && lastStep(told.points) < lastStep(losses));
  const curves = isBehind ? found.filter((one) => one !== told) : found;
  if (isBehind && losses.length > 0) {
    const points = losses.map((point): [number, number, number, number] => [...point]);
    curves.push({ tag: "loss/average", kind: "averageLoss", source: "progress", points, leftOut: 0 });
  }
  curves.sort(
    (left, right) => order.indexOf(left.kind) - order.indexOf(right.kind) || left.tag.localeCompare(right.tag),
  );
  return {
    id: run.id,
    name: run.name,
    state: run.state,
    steps: run.meant.steps,
    settings: settingsOf(run),
    curves,
    files: events.files,
    broken: events.broken.map((one) => ({ ...one })),
    brokenCount: events.brokenCount,
  };
}
