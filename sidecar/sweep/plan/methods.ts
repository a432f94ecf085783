import type { Params, Result } from "../../../protocol/validate.js";
import { requireOwner } from "../require-owner.js";
import type { SweepRoom } from "../sweep-room.js";
import { wireAxes } from "./axes/wire-axes.js";
import { candidatesFor } from "./candidates/candidates-for.js";
import { candidatesOfFolder } from "./candidates/find-candidates.js";
import { recentDrawingFacts } from "./facts/recent-drawing-facts.js";
import { lookAtSweep } from "./look/look-at-sweep.js";
import { proposeSweep } from "./propose/propose-sweep.js";
import { forgetSweep, savedSweeps, saveSweep } from "./saved/saved-sweeps.js";

/** Planning a sweep; nothing is drawn. */
export function planMethods(room: SweepRoom) {
  const askWebui = recentDrawingFacts(room);
  const facts = async (wish: Parameters<typeof askWebui>[0]) => (await askWebui(wish)).drawing;
  return {
    async "sweep/candidates"(params: Params<"sweep/candidates">): Promise<Result<"sweep/candidates">> {
      requireOwner(room);
      if (params.folder === undefined) return candidatesFor(room, params);
      return { run: null, candidates: await candidatesOfFolder(params.folder) };
    },
    async "sweep/propose"(params: Params<"sweep/propose">): Promise<Result<"sweep/propose">> {
      requireOwner(room);
      return proposeSweep(room, params, (rehearsal) => facts({ webuis: [], rehearsal }).catch(() => null));
    },
    async "sweep/axes"({ webui, rehearsal = false }: Params<"sweep/axes">): Promise<Result<"sweep/axes">> {
      requireOwner(room);
      // A WebUI that was named must answer; without one, the axes are listed all the same.
      const wish = { webuis: webui === undefined ? [] : [webui], rehearsal };
      const drawing = await facts(wish).catch((error: unknown) => {
        if (webui !== undefined) throw error;
        return null;
      });
      return wireAxes(drawing);
    },
    async "sweep/look"({ settings }: Params<"sweep/look">): Promise<Result<"sweep/look">> {
      requireOwner(room);
      return lookAtSweep(room, settings, () => askWebui(settings));
    },
    async "sweep/saved"(_params: Params<"sweep/saved">): Promise<Result<"sweep/saved">> {
      requireOwner(room);
      return { saved: savedSweeps(room.database) };
    },
    async "sweep/save"({ name, settings }: Params<"sweep/save">): Promise<Result<"sweep/save">> {
      requireOwner(room);
      saveSweep(room.database, name, settings);
      return {};
    },
    async "sweep/forget"({ name }: Params<"sweep/forget">): Promise<Result<"sweep/forget">> {
      requireOwner(room);
      forgetSweep(room.database, name);
      return {};
    },
  };
}
