import { lookAtModel } from "../base-model/look-at-model.js";
import { learnedSpeeds } from "../estimate/learned-speeds.js";
import { loraBytes } from "../estimate/lora-size.js";
import { type Range, trainingMemory } from "../estimate/training-memory.js";
import { trainingTime } from "../estimate/training-time.js";
import type { BaseModelFacts, DatasetFacts, OutputFacts, PlanFacts } from "../facts.js";
import { type LookedData, lookAtData } from "../gather/data-facts.js";
import { lookAtOutput } from "../gather/output-facts.js";
import type { TrainingPlan } from "../plan.js";
import { type PlanValues, planValues } from "../plan-values.js";
import { lookingFor, type PlanningRoom } from "../planning-room.js";
import { findProblems } from "../rules/find-problems.js";
import type { ConceptKind, Finding } from "../rules/rule.js";
import { ruleContext } from "../rules/rule-context.js";
import { countSteps } from "../steps/count-steps.js";
import { type LearningRateCurve, learningRateCurve } from "../steps/learning-rate-curve.js";
import { type OutputFile, outputFiles } from "../steps/output-files.js";
import type { StepCount } from "../steps/step-count.js";
import { isPath, type NamedPath, namedPaths } from "./named-paths.js";
import { savingOf, scheduleOf } from "./schedule-of.js";

interface Estimate {
  seconds: Range | null;
  secondsPerStep: Range | null;
  /** GiB. */
  memory: Range | null;
  /** Of all files that stay; null when unknown. */
  bytes: number | null;
  /** `publishedNoCard`: published runs of graphics cards, while none answers here. */
  basis: "published" | "publishedNoCard" | "runs";
  runs: number;
}

export interface Examined {
  steps: StepCount | null;
  /** What Kohya's GUI counts an epoch's pictures as. */
  kohyaShowings: number | null;
  problems: Finding[];
  files: OutputFile[];
  /** Bytes of one LoRA file. */
  fileBytes: number | null;
  curve: LearningRateCurve;
  estimate: Estimate;
  facts: PlanFacts;
  paths: NamedPath[];
}

const noCurve: LearningRateCurve = { kind: "unknown", warmup: 0, points: [] };
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Counts a plan's steps from what lies in its folders; null without pictures. */
export function stepsOfData(plan: TrainingPlan, { facts, counted }: LookedData): StepCount | null {
  const values = planValues(plan);
  const subsets = facts.datasets.flatMap((dataset) => dataset.subsets);
  return countSteps({
    datasets: counted,
    length: plan.length,
    accumulation: Math.max(1, values.number("gradient_accumulation_steps", 1)),
    processes: processesOf(plan),
    kohya: {
      showings: kohyaShowings(subsets),
      batchSize: Math.max(1, values.number("train_batch_size", 1)),
      regularisation: values.text("reg_data_dir") !== "",
    },
  });
}

type Subsets = DatasetFacts["subsets"];

const kohyaShowings = (subsets: Subsets): number =>
  sum(subsets.filter(({ regularisation }) => !regularisation).map((one) => one.kohyaPictures * one.repeats));

const processesOf = ({ launch }: TrainingPlan): number =>
  typeof launch.num_processes === "number" ? Math.max(1, launch.num_processes) : 1;

/** Megapixels of the buckets: of an average showing, and of the largest bucket. */
function megapixels(datasets: readonly DatasetFacts[]): { average: number; largest: number } | null {
  const buckets = datasets.flatMap((dataset) => dataset.buckets.buckets);
  const showings = sum(buckets.map(({ count }) => count));
  if (showings === 0) return null;
  const area = sum(buckets.map(({ width, height, count }) => width * height * count));
  const largest = Math.max(...buckets.map(({ width, height }) => width * height));
  return { average: area / showings / 1e6, largest: largest / 1e6 };
}

function estimateOf(
  plan: TrainingPlan,
  {
    values,
    steps,
    datasets,
    files,
    gpuMemory,
  }: {
    values: PlanValues;
    steps: StepCount | null;
    datasets: readonly DatasetFacts[];
    files: readonly OutputFile[];
    gpuMemory: number | null;
  },
  { database }: PlanningRoom,
): Estimate {
  const fileBytes = loraBytes(plan);
  const stay = files.filter(({ removedAt, kind }) => removedAt === null && kind !== "state").length;
  const bytes = fileBytes === null || files.length === 0 ? null : fileBytes * stay;
  const size = megapixels(datasets);
  const none = { seconds: null, secondsPerStep: null, memory: null, bytes, basis: "published" as const, runs: 0 };
  if (size === null || steps === null) return none;
  const batch = Math.max(1, values.number("train_batch_size", 1));
  const shown = size.average * batch * Math.max(1, values.number("gradient_accumulation_steps", 1));
  const { secondsPerStep, basis, runs } = trainingTime(plan.family, shown, learnedSpeeds(database, plan.family));
  return {
    secondsPerStep,
    seconds: { low: secondsPerStep.low * steps.exact, high: secondsPerStep.high * steps.exact },
    memory: trainingMemory(plan, size.largest, fileBytes),
    bytes,
    basis: basis === "published" && gpuMemory === null ? "publishedNoCard" : basis,
    runs,
  };
}

async function modelFacts(values: PlanValues, paths: readonly NamedPath[]): Promise<BaseModelFacts | null> {
  const given = values.text("pretrained_model_name_or_path");
  if (given === "" || !isPath(given)) return null;
  const local = paths.find(({ argument }) => argument === "pretrained_model_name_or_path");
  if (!local || local.state === "outside") return null;
  return lookAtModel(local.path);
}

async function outputFacts(paths: readonly NamedPath[], files: readonly OutputFile[]): Promise<OutputFacts | null> {
  const local = paths.find(({ argument }) => argument === "output_dir");
  if (local?.state !== "there") return null;
  return lookAtOutput(
    local.path,
    files.map(({ name }) => name),
  );
}

// Looked at by themselves, with rules of their own.
const lookedAt = new Set(["pretrained_model_name_or_path", "train_data_dir", "reg_data_dir", "output_dir", "datasets"]);

/** What a plan comes to on this machine at this moment: steps, files, cost, and all that the rules say. */
export async function examinePlan(
  plan: TrainingPlan,
  { concept, gpuMemory }: { concept: ConceptKind; gpuMemory: number | null },
  room: PlanningRoom,
): Promise<Examined> {
  const looking = lookingFor(room);
  const values = planValues(plan);
  const data = await lookAtData(plan, looking);
  const steps = data && stepsOfData(plan, data);
  const files = steps ? outputFiles(savingOf(values, steps)) : [];
  const paths = await namedPaths(plan, looking.paths);
  const missing = paths.filter(
    ({ argument, state }) => !lookedAt.has(argument) && (state === "missing" || state === "foreign"),
  );
  const facts: PlanFacts = {
    data: data?.facts ?? null,
    baseModel: await modelFacts(values, paths),
    output: await outputFacts(paths, files),
    missingFiles: Object.fromEntries(missing.map(({ argument, path }) => [argument, path])),
    gpuMemory,
  };
  const datasets = facts.data?.datasets ?? [];
  const estimate = estimateOf(plan, { values, steps, datasets, files, gpuMemory }, room);
  const context = ruleContext({
    plan,
    facts,
    steps,
    concept,
    outputBytes: estimate.bytes,
  });
  return {
    steps,
    kohyaShowings: data ? kohyaShowings(datasets.flatMap((dataset) => dataset.subsets)) : null,
    problems: findProblems(context),
    files,
    fileBytes: loraBytes(plan),
    curve: steps
      ? learningRateCurve(scheduleOf(values, { steps: steps.exact, processes: processesOf(plan) }))
      : noCurve,
    estimate,
    facts,
    paths,
  };
}
