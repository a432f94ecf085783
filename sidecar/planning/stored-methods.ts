import type { Params, Result } from "../../protocol/validate.js";
import { reportError, StudioError } from "../host/studio-error.js";
import { pathMappings, rememberMapping } from "../store/path-mappings.js";
import { type Sentence, say } from "../words/sentence.js";
import { learnFromFile } from "./estimate/learn-from-file.js";
import type { PlanningRoom } from "./planning-room.js";
import { noPlan, removePlan, savePlan, storedPlan, storedPlans } from "./stored-plans.js";
import { deletePlanPreset, savePlanPreset, wirePresets } from "./stored-presets.js";
import { planOfWire } from "./wire-plan.js";

const presetsAreTheOwners = say("Presets are used by all who use this studio; only its owner changes them.");

/** What is kept of plans: themselves, presets, folders of other machines, speeds. */
export function storedMethods(room: PlanningRoom) {
  const { database, roots } = room;
  const requireOwner = (what: Sentence): void => {
    if (roots.exposed) throw new StudioError("notAllowed", what, say("Log in, or ask who runs the studio."));
  };
  const isTheirs = async ({ folder }: { folder: string | null }): Promise<boolean> =>
    !roots.exposed ||
    (folder !== null &&
      (await roots.permit(folder).then(
        () => true,
        () => false,
      )));
  /** A stored plan that the client may see. @throws StudioError "notFound" */
  const visible = async (id: number): Promise<Result<"planning/get">> => {
    const stored = storedPlan(database, id);
    if (await isTheirs(stored)) return stored;
    throw noPlan(id);
  };
  return {
    async "planning/plans"({ folder }: Params<"planning/plans">): Promise<Result<"planning/plans">> {
      const found = storedPlans(database, folder === undefined ? null : await roots.open(folder));
      const listed = await Promise.all(found.map(async (plan) => ((await isTheirs(plan)) ? [plan] : [])));
      return { plans: listed.flat() };
    },
    async "planning/get"({ id }: Params<"planning/get">): Promise<Result<"planning/get">> {
      return visible(id);
    },
    async "planning/save"(params: Params<"planning/save">): Promise<Result<"planning/save">> {
      planOfWire(params.plan);
      const { id, folder } = params;
      if (id !== undefined) await visible(id);
      if (folder === undefined) requireOwner(say("A visitor's plan is kept only with the folder of its pictures."));
      return savePlan(database, folder === undefined ? params : { ...params, folder: await roots.open(folder) });
    },
    async "planning/remove"({ id, restore }: Params<"planning/remove">): Promise<Result<"planning/remove">> {
      await visible(id);
      removePlan(database, id, restore === true);
      return { id };
    },
    async "planning/presets"(): Promise<Result<"planning/presets">> {
      return { presets: wirePresets(database) };
    },
    async "planning/savePreset"({ name, plan }: Params<"planning/savePreset">): Promise<Result<"planning/savePreset">> {
      requireOwner(presetsAreTheOwners);
      savePlanPreset(database, name, planOfWire(plan));
      return { presets: wirePresets(database) };
    },
    async "planning/deletePreset"({ name }: Params<"planning/deletePreset">): Promise<Result<"planning/deletePreset">> {
      requireOwner(presetsAreTheOwners);
      deletePlanPreset(database, name);
      return { presets: wirePresets(database) };
    },
    async "planning/mapPath"({ from, to }: Params<"planning/mapPath">): Promise<Result<"planning/mapPath">> {
      if (from !== undefined && to !== undefined) {
        requireOwner(say("Folders are mapped only on the machine itself."));
        rememberMapping(database, from, to === null ? null : await roots.permit(to));
      }
      // They name folders of the owner's machines.
      return { mappings: roots.exposed ? [] : pathMappings(database) };
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
