import { batch, signal } from "@preact/signals";
import { call, RequestError } from "../rpc.js";
import { folder, planId, projectId, room, runId, sweepId } from "./address.js";
import { openFolder } from "./dataset.js";
import { type ProjectRow, readProjects, type StoryEvent } from "./projects.js";
import { showSweep } from "./sweep.js";
import { planSweep } from "./sweep-draft.js";
import { showRun } from "./training.js";

/** Why the last button did not do what it says. */
export const projectError = signal<RequestError | null>(null);

async function act(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    projectError.value = null;
    return true;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    projectError.value = error;
    return false;
  } finally {
    await readProjects();
  }
}

export const renameProject = (id: number, name: string): Promise<boolean> =>
  act(() => call("project/rename", { id, name }));

export const archiveProject = (id: number, archived: boolean): Promise<boolean> =>
  act(() => call("project/archive", { id, archived }));

export const locateProject = (id: number, place: string): Promise<boolean> =>
  act(() => call("project/locate", { id, folder: place }));

/** Opens a project's folder, and in the room the plan, the run or the sweep that is meant. */
export function goToNext({ id, folder: place, found, next }: ProjectRow): void {
  if (next.kind === "locate") {
    projectId.value = id;
    return;
  }
  batch(() => {
    if (found && folder.value !== place) openFolder(place);
    room.value = next.room;
    planId.value = next.plan;
    runId.value = next.run;
  });
  if (next.kind === "sweep" && next.run !== null) void planSweep({ run: next.run });
  else if (next.sweep !== null) showSweep(next.sweep);
}

/** Leads to where a thing of the story is; a step's place is the history of its folder. */
export function goToEvent({ kind, id, folder: place }: StoryEvent, project: ProjectRow): void {
  batch(() => {
    if (place !== null && kind !== "installed") openFolder(place);
    else if (project.found) openFolder(project.folder);
    if (kind === "run" && id !== null) showRun(id);
    else if (kind === "sweep" && id !== null) showSweep(id);
    else if (kind === "plan") {
      planId.value = id;
      room.value = "planning";
    } else {
      sweepId.value = null;
      room.value = kind === "installed" ? "training" : "captions";
    }
  });
}
