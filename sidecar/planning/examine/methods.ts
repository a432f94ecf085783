import type { Params, Result } from "../../../protocol/validate.js";
import { largestCardMemory } from "../../host/graphics-cards.js";
import { planRulesEn } from "../../words/plan-rules-en.js";
import { planStepsEn } from "../../words/plan-steps-en.js";
import { trainerArguments } from "../command/trainer-arguments.js";
import type { DataFacts } from "../facts.js";
import type { Arguments, TrainingPlan } from "../plan.js";
import type { PlanningRoom } from "../planning-room.js";
import type { Finding } from "../rules/rule.js";
import { isSource, sources } from "../rules/sources.js";
import type { StepCount } from "../steps/step-count.js";
import { planOfWire } from "../wire-plan.js";
import { type Examined, examinePlan } from "./examine-plan.js";

type Answer = Result<"planning/examine">;

export const citation = (key: string): string => (isSource(key) ? sources[key].where : key);

export function saidProblem({
  rule,
  severity,
  argument,
  likelihood,
  sources: named,
  values,
}: Finding): Answer["problems"][number] {
  const words = planRulesEn[rule];
  return {
    rule,
    severity,
    argument,
    likelihood,
    message: words?.message(values) ?? rule,
    remedy: words?.remedy(values) ?? "",
    source: named.map(citation).join("; "),
    values: { ...values },
  };
}

const saidSteps = (steps: StepCount): NonNullable<Answer["steps"]> => ({
  ...steps,
  differences: steps.differences.map((difference) => ({
    ...difference,
    message: planStepsEn[difference.kind](difference.before, difference.after),
  })),
});

const saidData = ({ datasets, missing }: DataFacts): NonNullable<Answer["data"]> => ({
  folders: datasets.flatMap(({ subsets }) =>
    subsets.map(({ folder, repeats, trigger, regularisation, pictures, captions, withTrigger }) => ({
      folder,
      repeats,
      trigger,
      regularisation,
      pictures,
      captions,
      withTrigger,
    })),
  ),
  buckets: datasets.flatMap(({ buckets }) => buckets.buckets),
  missing,
});

/** All that the trainer would be given; a plan whose pictures are elsewhere lacks the steps of Kohya's formula. */
function effective(plan: TrainingPlan, { steps }: Examined): Arguments {
  const kohya = plan.length.by === "kohyaEpochs" ? (steps?.exact ?? 0) : null;
  const files = { datasetConfig: "dataset.toml", samplePrompts: "prompts.txt" };
  const { datasetConfig, ...prompts } = files;
  return trainerArguments(plan, {
    kohyaSteps: kohya,
    ...prompts,
    ...(plan.datasets === null ? {} : { datasetConfig }),
  });
}

/** A file's own size, and that of states, which nobody knows before. */
const bytesOf = (kind: string, fileBytes: number | null): number | null => (kind === "state" ? null : fileBytes);

/** What an examined plan is in an answer. */
function answerOf(plan: TrainingPlan, examined: Examined): Answer {
  const { steps, problems, files, fileBytes, curve, estimate, facts, paths } = examined;
  const model = facts.baseModel;
  return {
    steps: steps && saidSteps(steps),
    problems: problems.map(saidProblem),
    files: files.map((file) => ({ ...file, bytes: bytesOf(file.kind, fileBytes) })),
    curve: { ...curve, points: curve.points.map((point) => [...point]) },
    estimate,
    data: facts.data && saidData(facts.data),
    model: model && {
      path: model.path,
      exists: model.exists,
      bytes: model.bytes,
      family: model.family,
      prediction: model.prediction,
      broken: model.broken,
    },
    paths,
    effective: { ...effective(plan, examined) },
  };
}

/** What a plan comes to. */
export function examineMethods(room: PlanningRoom) {
  return {
    async "planning/examine"({
      plan: given,
      concept = "character",
      gpuMemory,
    }: Params<"planning/examine">): Promise<Answer> {
      const plan = planOfWire(given);
      const memory = gpuMemory ?? (await largestCardMemory());
      return answerOf(plan, await examinePlan(plan, { concept, gpuMemory: memory }, room));
    },
  };
}
