import type { TrainingPlan as WirePlan } from "../../protocol/generated/methods.js";
import { StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";
import type { KohyaConfig, PlanOrigin, TrainingPlan } from "./plan.js";

/** True for what JSON can hold: anything that came as JSON is. */
const isConfig = (value: unknown): value is KohyaConfig =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function originOf(origin: WirePlan["origin"]): PlanOrigin | null {
  if (origin === null) return null;
  if (origin.kind === "kohya") return isConfig(origin.config) ? { kind: "kohya", config: origin.config } : null;
  return origin.kind === "metadata" ? { kind: "metadata", file: origin.file ?? "" } : { kind: "toml" };
}

// Keys that would reach an object's prototype when they are set.
const unusable = new Set(["__proto__", "constructor", "prototype"]);

/** A plan that came in a message or out of the state. @throws StudioError "badArguments" for keys that no argument has */
export function planOfWire(plan: WirePlan): TrainingPlan {
  const bad = [...Object.keys(plan.arguments), ...Object.keys(plan.launch)].find(
    (name) => unusable.has(name) || !/^[\w.-]{1,100}$/.test(name),
  );
  if (bad !== undefined) {
    throw new StudioError(
      "badArguments",
      say('"{bad}" is no name of an argument.', { bad: bad.slice(0, 60) }),
      say("Names have letters, digits and underscores: learning_rate."),
    );
  }
  return { ...plan, origin: originOf(plan.origin) };
}

/** A plan as a message holds it. */
export function wireOfPlan(plan: TrainingPlan): WirePlan {
  const { origin } = plan;
  return { ...plan, origin: origin?.kind === "kohya" ? { kind: "kohya", config: { ...origin.config } } : origin };
}
