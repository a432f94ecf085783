import type { Params, Result } from "../../protocol/validate.js";
import type { Roots } from "../host/roots.js";
import type { InterruptedStep } from "../store/conflicts.js";
import type { Database } from "../store/database.js";
import { history, redo, undo } from "../store/history.js";
import { conflictMethods } from "./conflict-methods.js";
import { editMethods } from "./edit-methods.js";
import { exchangeMethods } from "./exchange-methods.js";
import { fileMethods } from "./file-methods.js";
import { helpMethods } from "./help-methods.js";

/** The methods of the captions room. */
export function captionsMethods(room: {
  database: Database;
  roots: Roots;
  stateFolder: string;
  interrupted: InterruptedStep[];
}) {
  const { database, roots } = room;
  return {
    ...editMethods(room),
    ...conflictMethods(room),
    ...helpMethods(room),
    ...fileMethods(room),
    ...exchangeMethods(room),
    async "captions/history"({ folder }: Params<"captions/history">): Promise<Result<"captions/history">> {
      return { steps: history(database, await roots.open(folder)) };
    },
    async "captions/undo"({ folder, step, wait }: Params<"captions/undo">): Promise<Result<"captions/undo">> {
      return undo(database, await roots.open(folder), step, { wait: wait ?? true });
    },
    async "captions/redo"({ folder, wait }: Params<"captions/redo">): Promise<Result<"captions/redo">> {
      return redo(database, await roots.open(folder), { wait: wait ?? true });
    },
  };
}
