import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { PlanProblem } from "../../../protocol/generated/methods.js";
import type { GraphicsCard } from "../../host/graphics-cards.js";
import { needsAccelerate } from "../../planning/command/command-line.js";
import { type Examined, examinePlan } from "../../planning/examine/examine-plan.js";
import { saidProblem } from "../../planning/examine/methods.js";
import { savingOf } from "../../planning/examine/schedule-of.js";
import { familyNamed } from "../../planning/families.js";
import { onThisMachine } from "../../planning/on-this-machine.js";
import type { TrainingPlan } from "../../planning/plan.js";
import { planValues } from "../../planning/plan-values.js";
import type { PlanningRoom } from "../../planning/planning-room.js";
import type { ConceptKind } from "../../planning/rules/rule.js";
import { outputFiles } from "../../planning/steps/output-files.js";
import { pathMappings } from "../../store/path-mappings.js";
import {
  type PreflightName,
  type PreflightValues,
  type TrainingPreflightWords,
  trainingPreflightEn,
} from "../../words/training-preflight-en.js";
import { cardFindings, freeMemory } from "../cards/card-findings.js";
import { heldCards } from "../cards/held-cards.js";
import { planOnCards } from "../cards/launch-on-cards.js";
import { commandOf } from "../runs/prepare-run.js";
import type { MeantRun } from "../runs/run-record.js";
import type { ProbedTrainer } from "../trainer/trainer.js";
import { writesEventFiles } from "./event-files.js";
import { freeName, taken } from "./find-name.js";

export interface Preflight {
  problems: PlanProblem[];
  /** null when it cannot start. */
  meant: MeantRun | null;
  overwritten: string[];
  outputName: string;
  toml: string;
  datasetToml: string | null;
  words: string[];
  /** Estimated time; null where nothing is known of it. */
  seconds: { low: number; high: number } | null;
}

interface Asked {
  plan: TrainingPlan;
  concept: ConceptKind;
  folder: string | null;
  trainer: ProbedTrainer | null;
  /** What the trainer's own parser says against the arguments; null when it takes them, or cannot be asked. */
  refusal(plan: TrainingPlan): Promise<{ message: string } | { unknown: string[] } | null>;
  rename: boolean;
  /** Names that runs which wait or run will write into a folder. */
  promised(folder: string): string[];
  runFolder: string;
  /** Those there are. */
  cards: readonly GraphicsCard[];
  /** Cards that were named, as `nvidia-smi` counts them. */
  gpus: readonly number[] | null;
  notBefore: string | null;
  /** Another machine that is to train it, and whether one is there that could begin; null: this one. */
  machine: { wanted: string; isThere: boolean } | null;
}

const sentences: TrainingPreflightWords = trainingPreflightEn;

const problem = (name: PreflightName, severity: PlanProblem["severity"], values: PreflightValues = {}): PlanProblem => {
  const words = sentences[name];
  return {
    rule: name,
    severity,
    argument: null,
    likelihood: "certain",
    message: words.message(values),
    remedy: words.remedy(values),
    source: "",
    values: { ...values },
  };
};

// Of these the stand-in takes none, and a rehearsal needs none.
const notForRehearsal = new Set([
  "baseModelNotGiven",
  "baseModelMissing",
  "baseModelBroken",
  "baseModelFamily",
  "requiredPath",
  "fileMissing",
]);

/** What speaks against the trainer itself. */
function trainerProblems(plan: TrainingPlan, trainer: ProbedTrainer | null): PlanProblem[] {
  if (trainer === null) return [problem("trainerMissing", "error")];
  const { folder, usable, scripts, accelerate } = trainer;
  if (!usable) {
    const reason = trainer.problems.find(({ severity }) => severity === "error")?.message ?? "it cannot be started.";
    return [problem("trainerUnusable", "error", { folder, reason })];
  }
  const script = familyNamed(plan.family).script;
  if (trainer.kind === "sd-scripts" && !scripts.includes(script)) {
    return [problem("scriptMissing", "error", { folder, script })];
  }
  return needsAccelerate(plan.launch) && accelerate === null ? [problem("accelerateMissing", "error")] : [];
}

function memoryProblem(
  { estimate }: Examined,
  gpus: readonly number[] | null,
  cards: readonly GraphicsCard[],
): PlanProblem[] {
  const free = freeMemory(gpus, cards);
  const wanted = estimate.memory?.low ?? 0;
  if (free === null || free >= wanted) return [];
  return [problem("memoryTaken", "warning", { free: Number(free.toFixed(1)), wanted: Number(wanted.toFixed(1)) })];
}

const named = (plan: TrainingPlan, name: string): TrainingPlan => ({
  ...plan,
  arguments: { ...plan.arguments, output_name: name },
});

/** Everything that is looked at before the GPU is touched: the plan's rules, the trainer, the names, the memory. */
export async function preflight(asked: Asked, room: PlanningRoom): Promise<Preflight> {
  const { concept, folder, trainer, gpus, notBefore, machine } = asked;
  // Another machine's cards are not looked at from here.
  const cards = machine === null ? asked.cards : [];
  const onCards = planOnCards(asked.plan, gpus, false);
  const wantedPlan = planOnCards(onCards, null, trainer?.kind === "rehearsal");
  const here = onThisMachine(wantedPlan, pathMappings(room.database));
  const examined = await examinePlan(here, { concept, gpuMemory: null }, room);
  const rehearsal = trainer?.kind === "rehearsal";
  const values = planValues(here);
  const wanted = values.text("output_name") || here.name;
  const outputFolder = values.text("output_dir");
  const { steps } = examined;
  const namesOf = (name: string): string[] =>
    steps ? outputFiles({ ...savingOf(values, steps), name }).map((file) => file.name) : [];
  const inFolder = outputFolder === "" ? [] : await readdir(outputFolder).catch(() => []);
  const there = new Set([...inFolder, ...asked.promised(outputFolder)]);
  const outputName = asked.rename ? freeName(wanted, namesOf, there) : wanted;
  const overwritten = taken(namesOf(outputName), there);
  const plan = named(here, outputName);
  const refusal = trainer?.usable ? await asked.refusal(plan) : null;
  const problems = [
    ...trainerProblems(plan, trainer),
    ...(machine === null ? cardFindings(gpus, onCards.launch, cards) : []).map(({ name, values: told }) =>
      problem(name, "error", told),
    ),
    ...(machine === null || machine.isThere ? [] : [problem("machineAway", "warning", { machine: machine.wanted })]),
    ...(refusal && "message" in refusal ? [problem("argumentRefused", "error", { message: refusal.message })] : []),
    ...(overwritten.length > 0
      ? [
          problem("filesThere", "error", {
            count: overwritten.length,
            folder: outputFolder,
            first: basename(overwritten[0] ?? ""),
          }),
        ]
      : []),
    ...examined.problems
      .filter(({ rule }) => rule !== "overwritten" && !(rehearsal && notForRehearsal.has(rule)))
      .map(saidProblem),
    ...(refusal && "unknown" in refusal && refusal.unknown.length > 0
      ? [problem("argumentsUnknown", "warning", { names: refusal.unknown.join(", ") })]
      : []),
    ...(rehearsal ? [] : memoryProblem(examined, gpus, cards)),
  ];
  const eventFiles = writesEventFiles(plan, trainer);
  const ready = problems.every(({ severity }) => severity !== "error") && trainer !== null && steps !== null;
  const meant: MeantRun | null = ready
    ? {
        plan,
        concept,
        folder,
        trainer: { kind: trainer.kind, folder: trainer.folder, python: trainer.python, accelerate: trainer.accelerate },
        outputFolder,
        steps: steps.exact,
        perEpoch: steps.perEpoch,
        epochs: steps.epochs,
        files: outputFiles({ ...savingOf(values, steps), name: outputName }),
        from: 0,
        ...(eventFiles ? { eventFiles } : {}),
        parent: null,
        ...(gpus === null ? {} : { gpus }),
        ...(machine === null ? {} : { machine: machine.wanted }),
        holds: machine !== null ? [] : heldCards({ gpus, launch: plan.launch }, cards, process.env),
        ...(notBefore === null ? {} : { notBefore }),
      }
    : null;
  const shown = trainer ?? { kind: "sd-scripts" as const, folder: "sd-scripts", python: "python", accelerate: null };
  const written = commandOf(asked.runFolder, { plan, trainer: shown, steps: steps?.exact ?? 0, eventFiles }, {});
  return {
    problems,
    meant,
    overwritten: overwritten.map((name) => join(outputFolder, name)),
    outputName,
    toml: written.toml,
    datasetToml: written.datasetToml,
    words: [written.command.program, ...written.command.arguments],
    seconds: examined.estimate.seconds,
  };
}
