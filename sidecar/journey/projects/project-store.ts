import type { Database } from "../../store/database.js";
import { history, type Step } from "../../store/history.js";
import type { SweepRecord } from "../../sweep/cells/sweep-table.js";
import type { PublishedLora } from "../../training/results/published-table.js";
import type { RunRecord } from "../../training/runs/run-record.js";
import { aboveRepeats } from "./folder-kin.js";
import { type Past, parsePast } from "./past.js";
import { foldersOf, type Project } from "./project-table.js";
import { type Records, recordsOf, runFolders } from "./records.js";

export { findProjects, projectOf } from "./find-projects.js";
export { allProjects, oneProject, type Project } from "./project-table.js";

/** A named step of one of the project's folders. */
export interface StoryStep extends Step {
  folder: string;
}

/** Everything that grew from a project's folder; each list the latest first. */
export interface Story {
  /** Its own folder and those that grew from it. */
  folders: string[];
  steps: StoryStep[];
  plans: Records["plans"];
  runs: RunRecord[];
  sweeps: SweepRecord[];
  /** LoRA files that were put among a WebUI's own. */
  installed: PublishedLora[];
  /** What was done on another machine before it came here; null for a project of this one. */
  past: Past | null;
  /** When one of its folders was opened last, in milliseconds since 1970; null for never. */
  opened: number | null;
}

/** @param records as read before, where many stories are told at once; `findProjects` has been called since */
export function storyOf(database: Database, { id, imported }: Project, records: Records = recordsOf(database)): Story {
  const folders = foldersOf(database, id);
  const known = new Set(folders);
  const isHere = (folder: string | null): boolean =>
    folder !== null && (known.has(folder) || known.has(aboveRepeats(folder) ?? ""));
  const runs = records.runs.filter(({ meant }) => runFolders(meant).some(isHere));
  const ids = new Set(runs.map((run) => run.id));
  const sweeps = records.sweeps.filter(({ settings: { run, folder } }) =>
    run === null ? isHere(folder) : ids.has(run),
  );
  const steps = folders.flatMap((folder) => history(database, folder).map((step) => ({ ...step, folder })));
  const times = folders.flatMap((folder) => records.opened.get(folder) ?? []);
  return {
    folders,
    steps: steps.sort((left, right) => right.step - left.step),
    plans: records.plans.filter(({ folder }) => isHere(folder)),
    runs,
    sweeps,
    installed: records.installed.filter(({ run }) => run !== null && ids.has(run)),
    past: parsePast(imported),
    opened: times.length === 0 ? null : Math.max(...times),
  };
}
