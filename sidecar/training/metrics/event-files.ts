import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { planValues } from "../../planning/plan-values.js";
import { runFiles } from "../keeper/run-files.js";
import { isAway, type RunRecord } from "../runs/run-record.js";

// `events.out.tfevents.SECONDS.HOST.PID.N` (torch.utils.tensorboard's and TensorFlow's writer).
const EVENT_FILE = /^events\.out\.tfevents\.(\d{9,11})\./;
// sd-scripts puts the local time of its start behind the prefix (`log_prefix`).
const TIME = /^\d{14}$/;
// A clock may be put right, and a file's name has whole seconds.
const NEAR_SECONDS = 2;
// `PREFIX+TIME/network_train/events…`; what accelerate keeps of settings lies one level deeper.
const MOST_DEPTH = 3;
const MOST_FOLDERS = 200;

/** Where a run's trainer writes its event files; null when it writes none. */
export function loggingFolder({ meant }: Pick<RunRecord, "meant">, folder: string): string | null {
  // Another machine writes into a folder of its own; what came of it is in the run's.
  if (isAway(meant)) return runFiles(folder).events;
  const given = planValues(meant.plan).text("logging_dir");
  if (given !== "") return given;
  return meant.eventFiles ? runFiles(folder).events : null;
}

const entriesOf = (folder: string): Promise<Dirent[]> => readdir(folder, { withFileTypes: true }).catch(() => []);

async function eventFilesIn(folder: string, depth: number): Promise<{ path: string; seconds: number }[]> {
  const found: { path: string; seconds: number }[] = [];
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    const [, seconds] = EVENT_FILE.exec(entry.name) ?? [];
    if (entry.isFile() && seconds !== undefined) found.push({ path, seconds: Number(seconds) });
    else if (entry.isDirectory() && depth > 1) found.push(...(await eventFilesIn(path, depth - 1)));
  }
  return found;
}

/**
 * The event files that a run's trainer wrote, the oldest first: those of its prefix whose own time lies between the run's
 * start and its end. The user's own folder may hold those of a hundred others.
 */
export async function eventFilesOf(run: Pick<RunRecord, "meant" | "started" | "ended">, folder: string) {
  const { meant, started, ended } = run;
  const top = loggingFolder(run, folder);
  if (top === null || started === null) return [];
  const prefix = String(planValues(meant.plan).value("log_prefix") ?? "");
  const from = Date.parse(started) / 1000 - NEAR_SECONDS;
  const to = (ended === null ? Date.now() : Date.parse(ended)) / 1000 + NEAR_SECONDS;
  const names = (await entriesOf(top))
    .filter(
      (entry) => entry.isDirectory() && entry.name.startsWith(prefix) && TIME.test(entry.name.slice(prefix.length)),
    )
    .map(({ name }) => name)
    .sort()
    .slice(-MOST_FOLDERS);
  const found = await Promise.all(names.map((name) => eventFilesIn(join(top, name), MOST_DEPTH)));
  return (
    found
      .flat()
      // Another machine's clock may be wrong; its folder holds only that run's.
      .filter(({ seconds }) => isAway(meant) || (seconds >= from && seconds <= to))
      .sort((left, right) => left.seconds - right.seconds || left.path.localeCompare(right.path))
      .map(({ path }) => path)
  );
}
