import { computed, effect, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, connectionState, onChanged, onJobChange, RequestError } from "../rpc.js";
import { projectId, room } from "./address.js";
import { scan } from "./dataset.js";

export type ProjectRow = Methods["project/list"]["result"]["projects"][number];
export type ProjectStory = Methods["project/show"]["result"];
export type StoryEvent = ProjectStory["events"][number];

/** All projects, archived ones too; null until they are known. */
export const projects = signal<readonly ProjectRow[] | null>(null);
/** The one that is shown whole. */
export const story = signal<ProjectStory | null>(null);
export const projectsError = signal<RequestError | null>(null);

// News of jobs come faster than the eye follows.
const TOGETHER_MS = 600;

/** Reads what the front page shows. */
export async function readProjects(): Promise<void> {
  const id = projectId.value;
  try {
    projects.value = (await call("project/list", {})).projects;
    story.value = id === null ? null : await call("project/show", { id });
    projectsError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (error.code !== "disconnected") projectsError.value = error;
  }
}

/** The list is read while it is looked at, and again when something has changed. */
export function followProjects(): void {
  let soon: ReturnType<typeof setTimeout> | undefined;
  const readSoon = (): void => {
    // Elsewhere it is only told how many there are: none, until the first job has made one.
    if (room.value !== "projects" && projects.peek()?.length !== 0) return;
    clearTimeout(soon);
    soon = setTimeout(() => void readProjects(), TOGETHER_MS);
  };
  onJobChange(readSoon);
  onChanged(readSoon);
  effect(() => {
    void projectId.value;
    // The list of rooms says how many there are, wherever one is.
    const wanted = room.value === "projects" || projects.peek() === null;
    if (connectionState.value === "open" && wanted) void readProjects();
  });
  const opened = computed(() => scan.value?.folder ?? null);
  effect(() => {
    // What is opened for the first time becomes a project.
    if (opened.value !== null) void readProjects();
  });
}
