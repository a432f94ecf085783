import type { Database } from "../../../store/database.js";
import type { Call } from "../../call.js";
import type { Project, Story } from "../../projects/project-store.js";

/** What a report is gathered from. */
export interface ReportSource {
  database: Database;
  /** Pictures of sweeps lie in its `sweeps`. */
  stateFolder: string;
  call: Call;
  project: Project;
  story: Story;
  signal: AbortSignal;
}

/** What came of a question whose answer the report can do without. */
export async function orNothing<T>(asked: Promise<T>, signal: AbortSignal): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    signal.throwIfAborted();
    // The folder has gone, the files are elsewhere: the report tells what is left.
    if (typeof Object(error).code === "string") return null;
    throw error;
  }
}
