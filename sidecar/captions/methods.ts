import type { Params, Result } from "../../protocol/validate.js";
import type { Roots } from "../host/roots.js";
import type { Database } from "../store/database.js";
import { history, redo, undo } from "../store/history.js";

/** The methods of the captions room. */
export function captionsMethods({ database, roots }: { database: Database; roots: Roots }) {
  return {
    async "captions/history"({ folder }: Params<"captions/history">): Promise<Result<"captions/history">> {
      return { steps: history(database, await roots.open(folder)) };
    },
    async "captions/undo"({ folder, step }: Params<"captions/undo">): Promise<Result<"captions/undo">> {
      return undo(database, await roots.open(folder), step);
    },
    async "captions/redo"({ folder }: Params<"captions/redo">): Promise<Result<"captions/redo">> {
      return redo(database, await roots.open(folder));
    },
  };
}
