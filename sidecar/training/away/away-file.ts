import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeText } from "../../store/atomic-file.js";
import { readJson } from "../keeper/run-files.js";

/** Where a run is that another machine trains. In the run's folder, so that it is known after a restart. */
export interface AwayRun {
  /** Name of the work, which no other has: a state folder that was made anew counts its runs from 1 again. */
  task: string;
  /** The machine's name. */
  machine: string;
  /** It has told of it: no other machine may get the run. */
  begun: boolean;
}

/** Files of a run's folder that only a run on another machine has. */
export const awayFiles = (folder: string) => ({
  where: join(folder, "away.json"),
  /** What the machine gets. */
  body: join(folder, "travel.json"),
  /** Files that came from there and were put among the user's. */
  came: join(folder, "came.json"),
  /** Files that came while another of that name was there. */
  beside: join(folder, "beside"),
});

export const taskName = (run: number, mark: string): string => `train-${run}-${mark}`;

/** The run's number in the name of its work; null for other work. */
export const runOfTask = (task: string): number | null => {
  const [, run] = /^train-(\d{1,15})-[0-9a-f]+$/.exec(task) ?? [];
  return run === undefined ? null : Number(run);
};

/** null for a run that no machine was given. */
export function readAway(folder: string): AwayRun | null {
  const { task, machine, begun } = Object(readJson(awayFiles(folder).where));
  return typeof task === "string" && typeof machine === "string" ? { task, machine, begun: begun === true } : null;
}

export const writeAway = (folder: string, away: AwayRun): Promise<void> =>
  writeText(awayFiles(folder).where, JSON.stringify(away));

/** The run is no machine's any more. */
export const forgetAway = (folder: string): void => rmSync(awayFiles(folder).where, { force: true });
