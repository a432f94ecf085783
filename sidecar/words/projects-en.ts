import { captions, count, number, pictures } from "./counts-en.js";

interface Named {
  name: string | null;
  count: number;
}
interface Holds {
  pictures: number;
  captions: number;
  plans: number;
  runs: number;
  sweeps: number;
  cells: number;
  loras: number;
}
interface Imported {
  project: number | null;
  name: string;
  folder: string;
  isNew: boolean;
  joined?: { id: number; name: string } | null;
  matched: number;
  captions: { written: number; same: number; kept: number };
  holds: Holds;
}
const holdsOf = ({ pictures: seen, captions: said, plans, runs, sweeps, cells, loras }: Holds): string =>
  [
    seen === 0 ? "no pictures" : pictures(seen),
    captions(said),
    count(plans, "plan", "plans"),
    count(runs, "run", "runs"),
    `${count(sweeps, "sweep", "sweeps")} with ${count(cells, "cell", "cells")}`,
    loras === 0 ? "no LoRA files" : count(loras, "LoRA file", "LoRA files"),
  ].join(", ");
interface Located {
  folder: string;
  known: number;
  pictures: number;
  located: boolean;
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
    tag: ({ count: left }) =>
      left === 1 ? "1 picture has no caption: tag it." : `${pictures(left)} have no caption: tag them.`,
    plan: () => "Everything is captioned: plan the training.",
    train: ({ name }) => `The plan ${quoted(name)} is there: train it.`,
    waiting: ({ name }) => `Run ${quoted(name)} waits for its turn.`,
    training: ({ name }) => `Run ${quoted(name)} is being trained.`,
    failed: ({ name }) => `Run ${quoted(name)} failed: see why.`,
    sweep: ({ name }) => `Run ${quoted(name)} is finished: draw a sweep to find the best file and strength.`,
    drawing: ({ name }) => `Sweep ${quoted(name)} is being drawn.`,
    sweepStopped: ({ name }) => `Sweep ${quoted(name)} stands still: look why, and go on.`,
    verdict: ({ name }) => `Sweep ${quoted(name)} is drawn: see what it recommends.`,
    install: ({ name }) => `Sweep ${quoted(name)} recommends a file and a strength: install it.`,
    notEnough: ({ name }) => `Sweep ${quoted(name)} has not enough evidence yet: see what to draw next.`,
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
  /** The button that leads to what is next. */
  go: {
    locate: "Find the folder",
    pictures: "Open it",
    tag: "Tag them",
    plan: "Plan",
    train: "Train",
    waiting: "See the queue",
    training: "Watch it",
    failed: "See why",
    sweep: "Plan a sweep",
    drawing: "Watch it",
    sweepStopped: "See why",
    verdict: "See it",
    install: "Install",
    notEnough: "See what to draw",
    nothing: "Open it",
  },
  located: ({ folder, known, pictures: all, located }: Located): string =>
    `${located ? "The project is now at" : "It would be at"} ${folder}: ${number(known)} of its ${pictures(all)} were known.`,
  find: "Find a project",
  noneFound: (text: string) => `No project has “${text}” in its name or folder.`,
  reading: "Looking at the projects …",
  runsNow: "What runs now",
  all: "All projects",
  archivedOnes: (value: number) => `Archived (${number(value)})`,
  story: "Story",
  openStory: (name: string) => `Story of “${name}”`,
  rename: "Rename",
  newName: "Name of the project",
  save: "Save",
  cancel: "Cancel",
  archive: "Archive",
  unarchive: "Bring back",
  whereNow: "Where its pictures lie now",
  lookThere: "Look there",
  useIt: (known: number) => `Use it: ${pictures(known)} known`,
  notIt: "None of its pictures were known here. It can be used all the same.",
  exportTitle: "Take to another machine",
  exportIt: "Export …",
  exportNote:
    "One ZIP with captions, scores, plans, the runs' records and curves, sweeps and decisions. Folders of this machine, keys and tokens are left out.",
  exportTo: "File to write",
  withPictures: "with pictures: the set, the sweeps', the samples",
  withLoras: "with LoRA files",
  replaceFile: "replace the file if it is there",
  write: "Write it",
  writing: "Writing …",
  exported: ({ file, bytes, holds }: { file: string; bytes: number; holds: Holds }): string =>
    `${file}: ${(bytes / 1e6).toLocaleString("en", { maximumFractionDigits: 1 })} MB, ${holdsOf(holds)}.`,
  importTitle: "Bring a project here",
  importIt: "Import …",
  importNote:
    "Into a folder that is empty or not there yet – it is made –, or into one that has the pictures: they are found by what they contain. Nothing of yours is overwritten.",
  importFile: "ZIP of a project",
  importInto: "Folder for it",
  replaceCaptions: "replace captions that say something else (can be undone)",
  lookFirst: "Look at it",
  bring: "Import it",
  bringing: "Importing …",
  imported: ({ project, name, folder, isNew, joined, matched, captions: told, holds }: Imported): string =>
    [
      project === null
        ? `“${name}” would come to ${folder}:`
        : `“${name}” is project ${number(project)}, in ${folder}:`,
      `${holdsOf(holds)}.`,
      isNew
        ? `The folder is new, with ${captions(told.written)}.`
        : `${pictures(matched)} matched; ${captions(told.written)} written, ${number(told.same)} the same, ${number(told.kept)} of your own kept.`,
      ...(joined
        ? [
            `The folder is your project “${joined.name}”: it keeps its name and all that was done in it, and gets the rest.`,
          ]
        : []),
    ].join(" "),
  close: "Close",
  elsewhere: "on another machine",
  way: "The way",
  stageStates: {
    none: "not yet",
    part: "begun",
    waiting: "waiting",
    running: "running",
    done: "done",
    broken: "needs a look",
  },
  stageCounts: {
    dataset: pictures,
    tagging: captions,
    captions: (value: number) => count(value, "edit", "edits"),
    planning: (value: number) => count(value, "plan", "plans"),
    training: (value: number) => count(value, "run", "runs"),
    sweep: (value: number) => count(value, "sweep", "sweeps"),
  },
  folders: "Folders",
  alsoThere: "grew from it",
  setFolder: (name: string, repeats: number, value: number) =>
    name === "" ? pictures(value) : `${name}: ${pictures(value)} × ${number(repeats)}`,
  pictures: "Pictures",
  happened: "What happened",
  nothingHappened: "Nothing yet: tag, plan, train, and it stands here.",
  show: "Show",
};

export type ProjectsWords = typeof projectsEn;
