import { readEnvironment } from "../../../training/history/environment.js";
import type { RunRecord } from "../../../training/runs/run-record.js";
import type { RunFacts } from "../report-facts.js";
import { orNothing, type ReportSource } from "./report-source.js";

const OTHERS = 20;

/** The run that a sweep is about, else the latest that succeeded, else the latest. */
export function shownRun({ story }: ReportSource, ofSweep: number | null): RunRecord | null {
  const { runs } = story;
  return runs.find(({ id }) => id === ofSweep) ?? runs.find(({ state }) => state === "succeeded") ?? runs[0] ?? null;
}

/** A run with its curves and what it was trained with. */
export async function gatherTraining({ call, story, signal }: ReportSource, { id }: RunRecord): Promise<RunFacts> {
  const run = await call("training/run", { id }, signal);
  const told = await orNothing(call("training/curves", { ids: [id] }, signal), signal);
  const others = story.runs
    .filter((one) => one.id !== id)
    .slice(0, OTHERS)
    .map(({ name, state, started, meant }) => ({
      name,
      state,
      started,
      rehearsal: meant.trainer.kind === "rehearsal",
    }));
  return { run, curves: told?.runs[0]?.curves ?? [], environment: await readEnvironment(run.runFolder), others };
}
