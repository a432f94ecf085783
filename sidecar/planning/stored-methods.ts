import type { Params, Result } from "../../protocol/validate.js";
import { readSafetensorsHeader } from "../host/safetensors.js";
import { reportError, StudioError } from "../host/studio-error.js";
import { pathMappings, rememberMapping } from "../store/path-mappings.js";
import { learnSpeed } from "./estimate/learned-speeds.js";
import { planFromMetadata } from "./metadata/plan-from-metadata.js";
import { planValues, resolutionOf } from "./plan-values.js";
import type { PlanningRoom } from "./planning-room.js";
import { removePlan, savePlan, storedPlan, storedPlans } from "./stored-plans.js";
import { deletePlanPreset, savePlanPreset, wirePresets } from "./stored-presets.js";
import { planOfWire } from "./wire-plan.js";

type Learned = Result<"planning/learnSpeed">["learned"][number];

/** How fast the run of a LoRA file was, by what the trainer wrote into it. */
async function speedOf(room: PlanningRoom, path: string): Promise<Learned> {
  const header = await readSafetensorsHeader(path);
  const { plan, secondsPerStep } = planFromMetadata(path, header);
  const values = planValues(plan);
  const size = resolutionOf(values.value("resolution"));
  if (secondsPerStep === null || size === null) {
    throw new StudioError(
      "badArguments",
      `${path} does not tell how long it was trained.`,
      "Only files that a whole run saved at its end hold both times.",
    );
  }
  const shown = values.number("train_batch_size", 1) * values.number("gradient_accumulation_steps", 1);
  const megapixels = (size[0] * size[1] * Math.max(1, shown)) / 1e6;
  const steps = Math.max(1, Number(header.metadata.get("ss_steps") ?? 1));
  const run = header.metadata.get("ss_session_id") ?? path;
  learnSpeed(room.database, { run, family: plan.family, steps, secondsPerMegapixel: secondsPerStep / megapixels });
  return { path, family: plan.family, steps, secondsPerStep };
}

/** What is kept of plans: themselves, presets, folders of other machines, speeds. */
export function storedMethods(room: PlanningRoom) {
  const { database, roots } = room;
  return {
    async "planning/plans"({ folder }: Params<"planning/plans">): Promise<Result<"planning/plans">> {
      return { plans: storedPlans(database, folder === undefined ? null : await roots.open(folder)) };
    },
    async "planning/get"({ id }: Params<"planning/get">): Promise<Result<"planning/get">> {
      return storedPlan(database, id);
    },
    async "planning/save"(params: Params<"planning/save">): Promise<Result<"planning/save">> {
      planOfWire(params.plan);
      const { folder } = params;
      return savePlan(database, folder === undefined ? params : { ...params, folder: await roots.open(folder) });
    },
    async "planning/remove"({ id, restore }: Params<"planning/remove">): Promise<Result<"planning/remove">> {
      removePlan(database, id, restore === true);
      return { id };
    },
    async "planning/presets"(): Promise<Result<"planning/presets">> {
      return { presets: wirePresets(database) };
    },
    async "planning/savePreset"({ name, plan }: Params<"planning/savePreset">): Promise<Result<"planning/savePreset">> {
      savePlanPreset(database, name, planOfWire(plan));
      return { presets: wirePresets(database) };
    },
    async "planning/deletePreset"({ name }: Params<"planning/deletePreset">): Promise<Result<"planning/deletePreset">> {
      deletePlanPreset(database, name);
      return { presets: wirePresets(database) };
    },
    async "planning/mapPath"({ from, to }: Params<"planning/mapPath">): Promise<Result<"planning/mapPath">> {
      if (from !== undefined && to !== undefined) {
        rememberMapping(database, from, to === null ? null : await roots.permit(to));
      }
      return { mappings: pathMappings(database) };
    },
    async "planning/learnSpeed"({ files }: Params<"planning/learnSpeed">): Promise<Result<"planning/learnSpeed">> {
      const result: Result<"planning/learnSpeed"> = { learned: [], problems: [] };
      for (const path of files) {
        try {
          result.learned.push(await speedOf(room, await roots.permit(path)));
        } catch (error) {
          const { message, hint } = reportError(error);
          result.problems.push({ path, message, hint });
        }
      }
      return result;
    },
  };
}
