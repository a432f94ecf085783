import { fits, problemsOf } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import type { TrainingPlan } from "../plan.js";
import { planOfWire, wireOfPlan } from "../wire-plan.js";

const FORMAT = "lora_atelier_plan";
const VERSION = 1;

export const isOwnPlan = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.hasOwn(value, FORMAT);

/** A plan as a file of our own, which loses nothing. */
export const writeOwnPlan = (plan: TrainingPlan): string =>
  `${JSON.stringify({ [FORMAT]: VERSION, plan: wireOfPlan(plan) }, null, 2)}\n`;

/** @throws StudioError "badArguments" that names each field that is off, or a newer version */
export function readOwnPlan(value: unknown): TrainingPlan {
  const file = Object(value);
  if (file[FORMAT] !== VERSION) {
    throw new StudioError(
      "badArguments",
      say("This plan has version {file}; this program knows version {version}.", {
        file: String(file[FORMAT]),
        version: VERSION,
      }),
      say("Update LoRA Atelier."),
    );
  }
  const params: unknown = { plan: file.plan };
  if (!fits("planning/examine", params)) {
    throw new StudioError(
      "badArguments",
      say("The plan does not have the form of one: {problems}", {
        problems: problemsOf("planning/examine", "params", params) ?? "",
      }),
      say("Correct the fields that are named, or export the plan again."),
    );
  }
  return planOfWire(params.plan);
}
