import { captions, count, number, pictures } from "./counts-en.js";

interface Named {
  name: string | null;
  count: number;
}
interface Happened {
  kind: "step" | "point" | "plan" | "run" | "sweep" | "installed";
  name: string;
  state?: string;
  files?: number;
  steps?: number;
}

const quoted = (name: string | null): string => (name === null || name === "" ? "it" : `“${name}”`);
const states: Record<string, string> = {
  undone: "taken back",
  gone: "gone since",
  queued: "waiting",
  running: "running",
  succeeded: "finished",
  failed: "failed",
  stopped: "stopped",
  unknown: "ended nobody knows how",
  drawing: "being drawn",
  paused: "paused",
  cancelled: "cancelled",
  done: "done",
};
const stateOf = (state: string | undefined): string => states[state ?? ""] ?? state ?? "";

/** Sentences about projects: what each needs next, and what happened in it. */
export const projectsEn = {
  rehearsal: "rehearsal",
  archived: "archived",
  next: {
    locate: () => "Its folder is not where it was: point to it again.",
    pictures: () => "There are no pictures in its folder.",
    tag: ({ count: left }) => `${pictures(left)} have no caption: tag them.`,
    plan: () => "Everything is captioned: plan the training.",
    train: ({ name }) => `The plan ${quoted(name)} is there: train it.`,
    waiting: ({ name }) => `Run ${quoted(name)} waits for its turn.`,
    training: ({ name }) => `Run ${quoted(name)} is being trained.`,
    failed: ({ name }) => `Run ${quoted(name)} failed: see why.`,
    sweep: ({ name }) => `Run ${quoted(name)} is finished: draw a sweep to find the best file and strength.`,
    drawing: ({ name }) => `Sweep ${quoted(name)} is being drawn.`,
    sweepStopped: ({ name }) => `Sweep ${quoted(name)} stands still: look why, and go on.`,
    verdict: ({ name }) => `Sweep ${quoted(name)} is drawn: see what it recommends.`,
    nothing: () => "Nothing is left to do.",
  } satisfies Record<string, (next: Named) => string>,
  event: ({ kind, name, state, files = 0, steps = 0 }: Happened): string => {
    if (kind === "point") return `restore point “${name}”`;
    if (kind === "plan") return `plan “${name}”`;
    if (kind === "installed") return `“${name}” installed${state === "gone" ? ", gone since" : ""}`;
    if (kind === "run") {
      return `run “${name}” ${stateOf(state)}: ${count(steps, "step", "steps")}, ${count(files, "file", "files")}`;
    }
    if (kind === "sweep") return `sweep “${name}” ${stateOf(state)}: ${count(files, "cell", "cells")}`;
    return `${name}: ${count(files, "file", "files")}${state === "undone" ? ", taken back" : ""}`;
  },

  title: "Projects",
  none: "No folder has been worked on yet.",
  invite: "A project is a folder of pictures and everything that grew from it: captions, plans, runs, sweeps.",
  roomState: (value: number) => count(value, "project", "projects"),
  open: "Open a folder …",
  opened: (value: number, done: number) => `${pictures(value)}, ${captions(done)}`,
  worked: (when: string) => `last worked on ${when}`,
  go: "Go there",
  number,
};

export type ProjectsWords = typeof projectsEn;
