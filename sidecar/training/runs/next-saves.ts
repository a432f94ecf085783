import { join, parse } from "node:path";
import type { RunProgress, RunRecord } from "./run-record.js";

// They come in order; the first that is due may have been deleted before anybody looked.
const SAVES_AWAITED = 20;

/** The next saves of a run, each with its state; after the last one there is nothing to stop. */
export function nextSaves({ meant }: RunRecord, { saved }: RunProgress): { file: string; state: string | null }[] {
  const done = new Set(saved.map(({ name }) => name));
  const states = new Set(meant.files.filter(({ kind }) => kind === "state").map(({ name }) => name));
  return meant.files
    .filter(({ kind, name, step }) => kind !== "state" && step < meant.steps && !done.has(name))
    .slice(0, SAVES_AWAITED)
    .map(({ name }) => {
      const state = `${parse(name).name}-state`;
      const path = (one: string): string => join(meant.outputFolder, one);
      return { file: path(name), state: states.has(state) ? path(state) : null };
    });
}
