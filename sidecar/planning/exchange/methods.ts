import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import { pathMappings } from "../../store/path-mappings.js";
import { planExchangeEn } from "../../words/plan-exchange-en.js";
import { say } from "../../words/sentence.js";
import { stepsOfData } from "../examine/examine-plan.js";
import { type Looking, lookAtData } from "../gather/data-facts.js";
import { trainingFolders } from "../gather/training-folders.js";
import type { ArgumentValue, PlanDataset, TrainingPlan } from "../plan.js";
import { planValues } from "../plan-values.js";
import { lookingFor, type PlanningRoom } from "../planning-room.js";
import { planOfWire, wireOfPlan } from "../wire-plan.js";
import { comparePlans } from "./compare-plans.js";
import { type Counted, exportPlan } from "./export-plan.js";
import { importPlan, kohyaShowingsOf } from "./import-plan.js";

const told = (value: ArgumentValue | null): string =>
  value === null ? "" : Array.isArray(value) ? value.join(" ") : String(value);

/** The folders below `train_data_dir` as a dataset file would name them. */
async function foldersAsDataset(plan: TrainingPlan, { paths }: Looking): Promise<PlanDataset[] | null> {
  const values = planValues(plan);
  const [given, regularisation] = [values.text("train_data_dir"), values.text("reg_data_dir")];
  if (plan.datasets !== null || given === "") return null;
  const found = [];
  for (const [parent, isRegularisation] of [
    [given, false],
    [regularisation, true],
  ] as const) {
    const local = parent === "" ? null : await paths.open(parent);
    if (local?.state === "there") found.push(...(await trainingFolders(local.path, isRegularisation)).subsets);
  }
  return [{ options: {}, subsets: found }];
}

async function countFor(plan: TrainingPlan, looking: Looking): Promise<Counted> {
  const looked = await lookAtData(plan, looking);
  const there = looked !== null && looked.facts.missing.length === 0;
  return {
    showings: await kohyaShowingsOf(plan, looking),
    kohyaSteps: there && plan.length.by === "kohyaEpochs" ? (stepsOfData(plan, looked)?.exact ?? 0) : null,
    folders: await foldersAsDataset(plan, looking),
  };
}

/** Configurations in and out, and beside each other. */
export function exchangeMethods(room: PlanningRoom) {
  const { database, roots } = room;
  return {
    async "planning/import"({ path, text, name }: Params<"planning/import">): Promise<Result<"planning/import">> {
      if ((path === undefined) === (text === undefined)) {
        throw new StudioError("badArguments", say("Expected a path or a text."), say("Give one of them."));
      }
      const from = path === undefined ? { text: text ?? "" } : { path: await roots.permit(path) };
      const { plan, problems, ...rest } = await importPlan(from, lookingFor(room));
      return {
        plan: wireOfPlan(name === undefined ? plan : { ...plan, name }),
        ...rest,
        problems: problems.map((problem) => ({
          ...problem,
          message: `${problem.field}: expected ${problem.expected}, found ${problem.found}.`,
        })),
      };
    },
    async "planning/export"({ plan: given, ...wish }: Params<"planning/export">): Promise<Result<"planning/export">> {
      const plan = planOfWire(given);
      const counted = await countFor(plan, lookingFor(room));
      const { text, suffix, differences } = exportPlan(plan, wish, counted, pathMappings(database));
      return {
        text,
        suffix,
        differences: differences.map(({ argument, wanted, gets, reason }) => ({
          argument,
          wanted: told(wanted),
          gets: told(gets),
          reason,
          message: planExchangeEn[reason],
        })),
      };
    },
    async "planning/compare"({ plans }: Params<"planning/compare">): Promise<Result<"planning/compare">> {
      const read = plans.map(planOfWire);
      return { names: read.map(({ name }) => name), rows: comparePlans(read) };
    },
  };
}
