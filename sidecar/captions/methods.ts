import type { Params, Result } from "../../protocol/validate.js";
import type { Roots } from "../host/roots.js";
import type { InterruptedStep } from "../store/conflicts.js";
import { type Database, transaction } from "../store/database.js";
import { history } from "../store/history.js";
import { newRestorePoint } from "../store/steps.js";
import { nextSteps, redo, returnTo, save, undo } from "../store/undo.js";
import { conflictMethods } from "./conflict-methods.js";
import { editMethods } from "./edit-methods.js";
import { exchangeMethods } from "./exchange-methods.js";
import { fileMethods } from "./file-methods.js";
import { helpMethods } from "./help-methods.js";
import { requireOwnHistory } from "./require-own-history.js";

/** The methods of the captions room. */
export function captionsMethods(room: {
  database: Database;
  roots: Roots;
  stateFolder: string;
  interrupted: InterruptedStep[];
}) {
  const { database, roots } = room;
  const openHistory = async (folder: string): Promise<string> => {
    const opened = await roots.open(folder);
    await requireOwnHistory(opened, room);
    return opened;
  };
  return {
    ...editMethods(room),
    ...conflictMethods(room),
    ...helpMethods(room),
    ...fileMethods(room),
    ...exchangeMethods(room),
    async "captions/history"({ folder }: Params<"captions/history">): Promise<Result<"captions/history">> {
      const opened = await roots.open(folder);
      return { steps: history(database, opened), ...nextSteps(database, opened) };
    },
    async "captions/undo"({ folder, step, ...way }: Params<"captions/undo">): Promise<Result<"captions/undo">> {
      return undo(database, await openHistory(folder), step, way);
    },
    async "captions/redo"({ folder, ...way }: Params<"captions/redo">): Promise<Result<"captions/redo">> {
      return redo(database, await openHistory(folder), way);
    },
    async "captions/return"({ folder, step, ...way }: Params<"captions/return">): Promise<Result<"captions/return">> {
      return returnTo(database, await openHistory(folder), step, way);
    },
    async "captions/point"({ folder, name }: Params<"captions/point">): Promise<Result<"captions/point">> {
      const opened = await roots.open(folder);
      return { step: transaction(database, () => newRestorePoint(database, { folder: opened, name })) };
    },
    async "captions/save"({ folder }: Params<"captions/save">): Promise<Result<"captions/save">> {
      return save(database, await roots.open(folder));
    },
  };
}
