import type { Database } from "../../store/database.js";
import type { DrawRequest } from "./draw-request.js";

/** How many pictures of one shape a WebUI draws in one request as it draws them alone: 0 for not even two; null: not tried. */
export interface BatchTable {
  largest(webui: string, shape: string): number | null;
  remember(webui: string, shape: string, largest: number): void;
}

/** All that decides whether a batch draws as single pictures do. */
export const batchShape = ({ checkpoint, width, height, hires, sampler, scheduler, steps }: DrawRequest): string =>
  JSON.stringify([checkpoint, width, height, hires?.scale ?? 1, sampler, scheduler, steps]);

export function batchTable(database: Database): BatchTable {
  const find = database.prepare("SELECT same FROM sweep_batch WHERE webui = ? AND shape = ?");
  const put = database.prepare("INSERT OR REPLACE INTO sweep_batch (webui, shape, same) VALUES (?, ?, ?)");
  return {
    largest(webui, shape) {
      const row = find.get(webui, shape);
      return row ? Number(Object(row).same) : null;
    },
    remember: (webui, shape, largest) => void put.run(webui, shape, largest),
  };
}
