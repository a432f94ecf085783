import type { Database } from "../../store/database.js";
import { aboveRepeats, grownFrom } from "./folder-kin.js";
import { addFolder, addProject, knownProject, type Project } from "./project-table.js";
import { type Records, recordsOf, runFolders } from "./records.js";

// A set that was cut out, then resized, then arranged; longer ways are not walked.
const FARTHEST = 8;

/** The project of a folder that is related to this one, or null. */
function kinOf(database: Database, folder: string, farthest: number): Project | null {
  const above = aboveRepeats(folder);
  const next = above === null ? null : knownProject(database, above);
  if (next) return next;
  const origin = grownFrom(database, folder) ?? (above === null ? null : grownFrom(database, above));
  if (origin !== null && farthest > 0) return projectOf(database, origin, farthest - 1);
  return projectBelow(database, folder);
}

/** The project of a `10_okara` inside this folder that was opened first. */
function projectBelow(database: Database, folder: string): Project | null {
  const known = database.prepare("SELECT folder FROM project_folder").all();
  const inside = known.map((row: unknown) => String(Object(row).folder)).find((one) => aboveRepeats(one) === folder);
  return inside === undefined ? null : knownProject(database, inside);
}

/** The project of a folder, found or made. @param folder absolute, links resolved */
export function projectOf(database: Database, folder: string, farthest = FARTHEST): Project {
  const known = knownProject(database, folder);
  if (known) return known;
  const kin = kinOf(database, folder, farthest);
  if (kin === null) return addProject(database, { folder });
  addFolder(database, kin.id, folder);
  return kin;
}

/** Every folder that a room has recorded something of, the first opened first. */
function recordedFolders(database: Database, { plans, runs, sweeps, opened }: Records): Set<string> {
  const changed = database.prepare("SELECT folder FROM change_step GROUP BY folder ORDER BY min(id)").all();
  return new Set([
    ...changed.map((row: unknown) => String(Object(row).folder)),
    ...opened.keys(),
    ...plans.flatMap(({ folder }) => folder ?? []),
    ...runs.flatMap(({ meant }) => runFolders(meant)),
    ...sweeps.flatMap(({ settings }) => settings.folder ?? []),
  ]);
}

/** Makes a project of every folder that was worked on, also before there were projects. */
export function findProjects(database: Database, records: Records = recordsOf(database)): void {
  for (const folder of recordedFolders(database, records)) projectOf(database, folder);
}
