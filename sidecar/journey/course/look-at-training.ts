import type { PlanProblem } from "../../../protocol/generated/methods.js";
import type { Result } from "../../../protocol/validate.js";
import type { FactsOf } from "./course-facts.js";
import type { Cause } from "./course-state.js";
import { type LookingCourse, startedSince } from "./looking-course.js";

const ruleCause = ({ rule, values, message, remedy }: PlanProblem): Cause => ({
  kind: "rule",
  code: rule,
  values,
  message,
  remedy,
});

const MODEL = "pretrained_model_name_or_path";
const MODELS_SHOWN = 4;

/** Base models of the latest plans, so that nobody has to look for the same file again. */
export async function modelsUsed({ call }: Pick<LookingCourse, "call">): Promise<string[]> {
  const { plans } = await call("planning/plans", {});
  const used = new Set<string>();
  for (const { id } of plans.slice(0, MODELS_SHOWN * 4)) {
    const model = (await call("planning/get", { id })).plan.arguments[MODEL];
    if (typeof model === "string" && model !== "") used.add(model);
    if (used.size >= MODELS_SHOWN) break;
  }
  return [...used];
}

export async function lookAtPlan(looking: LookingCourse): Promise<FactsOf["plan"]> {
  const { call, course, into, note } = looking;
  const { options } = course;
  if (course.notes.plan === null) {
    const { plans } = await call("planning/plans", { folder: into() });
    const found = startedSince(
      looking,
      "plan",
      plans.map(({ id }) => id),
    );
    if (found !== null) note({ plan: found, began: null });
  }
  const noModel = options.model === null && options.planArguments[MODEL] === undefined;
  const nothing = { steps: null, epochs: 0, secondsLow: null, secondsHigh: null, cause: null };
  const { plan: id } = course.notes;
  if (id === null) {
    return { ...nothing, noModel, models: noModel && !options.rehearsal ? await modelsUsed(looking) : [] };
  }
  const { plan, concept } = await call("planning/get", { id });
  const { steps, problems, estimate } = await call("planning/examine", { plan, concept });
  const error = problems.find(({ severity }) => severity === "error");
  return {
    steps: steps?.exact ?? 0,
    epochs: steps?.epochs ?? 0,
    secondsLow: estimate.seconds?.low ?? null,
    secondsHigh: estimate.seconds?.high ?? null,
    noModel: false,
    models: [],
    // Before a rehearsal starts its own look says which of them matter to it.
    cause: error === undefined || options.rehearsal ? null : ruleCause(error),
  };
}

const runCause = ({ verdict }: Result<"training/run">): Cause | null =>
  verdict === null
    ? null
    : {
        kind: "run",
        code: verdict.cause ?? "",
        values: verdict.values,
        message: verdict.message,
        remedy: verdict.remedy,
      };

const noTrainer = new Set(["trainerMissing", "trainerUnusable"]);

export async function lookAtTrain(looking: LookingCourse): Promise<FactsOf["train"]> {
  const { call, course, into, note } = looking;
  const { began } = course.notes;
  if (began?.step === "train") {
    const { runs } = await call("training/runs", { folder: into() });
    const found = startedSince(
      looking,
      "train",
      runs.map(({ id }) => id),
    );
    if (found !== null) note({ run: found, began: null, again: null });
  }
  const { run: id, plan: planId } = course.notes;
  if (id === null) {
    const { plan, concept } = await call("planning/get", { id: planId ?? 0 });
    const rehearsal = course.options.rehearsal;
    const wish = { plan, concept, folder: into(), rehearsal, whenThere: "rename" as const };
    const { ready, problems, steps } = await call("training/preflight", wish);
    const error = problems.find(({ severity }) => severity === "error");
    return {
      run: null,
      before: {
        ready,
        noTrainer: error !== undefined && noTrainer.has(error.rule),
        cause: error === undefined ? null : ruleCause(error),
        steps,
      },
    };
  }
  const run = await call("training/run", { id });
  const { step, total, secondsLeft } = run.progress;
  return {
    run: {
      id,
      state: run.state,
      pace: { done: step, of: total, secondsLeft },
      files: run.files.filter(({ kind }) => kind !== "state").length,
      resumable: run.resumable !== null,
      cause: runCause(run),
      notBefore: run.scheduling.notBefore,
    },
    before: null,
  };
}
