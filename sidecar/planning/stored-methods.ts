import type { Params, Result } from "../../protocol/validate.js";
import { reportError, StudioError } from "../host/studio-error.js";
import { pathMappings, rememberMapping } from "../store/path-mappings.js";
import { say } from "../words/sentence.js";
import { learnFromFile } from "./estimate/learn-from-file.js";
import type { PlanningRoom } from "./planning-room.js";
import { removePlan, savePlan, storedPlan, storedPlans } from "./stored-plans.js";
import { deletePlanPreset, savePlanPreset, wirePresets } from "./stored-presets.js";
import { planOfWire } from "./wire-plan.js";

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
        if (roots.exposed) {
          throw new StudioError(
            "notAllowed",
            say("Folders are mapped only on the machine itself."),
            say("Log in, or ask who runs it."),
          );
        }
        rememberMapping(database, from, to === null ? null : await roots.permit(to));
      }
      return { mappings: pathMappings(database) };
    },
    async "planning/learnSpeed"({ files }: Params<"planning/learnSpeed">): Promise<Result<"planning/learnSpeed">> {
      const result: Result<"planning/learnSpeed"> = { learned: [], problems: [] };
      for (const path of files) {
        try {
          result.learned.push(await learnFromFile(database, await roots.permit(path)));
        } catch (error) {
          result.problems.push({ path, ...reportError(error) });
        }
      }
      return result;
    },
  };
}
