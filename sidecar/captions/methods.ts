import type { Params, Result } from "../../protocol/validate.js";
import type { Roots } from "../host/roots.js";
import type { Database } from "../store/database.js";
import { undoLastStep } from "../store/journal.js";

/** The methods of the captions room. */
export function captionsMethods({ database, roots }: { database: Database; roots: Roots }) {
  return {
    async "captions/undo"({ folder }: Params<"captions/undo">): Promise<Result<"captions/undo">> {
      return undoLastStep(database, await roots.open(folder));
    },
  };
}
