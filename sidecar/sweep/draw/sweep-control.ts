import type { JobEngine } from "../../host/jobs/job-engine.js";
import type { JobState } from "../../host/jobs/job-kind.js";
import { createJob, getJob } from "../../host/jobs/job-store.js";
import { reportError, StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import { forgetPictures } from "../cells/picture-table.js";
import {
  addSweep,
  changeSweep,
  listSweeps,
  oneSweep,
  type SweepRecord,
  type SweepTrouble,
  sweepOfJob,
} from "../cells/sweep-table.js";
import type { SweepFacts, SweepSettings } from "../plan/resolved-sweep.js";
import type { DrawingHouse } from "./drawing-house.js";
import { takeLorasAway } from "./place-loras.js";
import { sweepItems } from "./sweep-items.js";
import { lorasOf, SWEEP_JOB } from "./sweep-job.js";

/** Starts, stops and changes sweeps. */
export interface SweepControl {
  start(meant: { settings: SweepSettings; facts: SweepFacts; wanted: readonly number[] | null }): {
    id: number;
    jobId: number;
  };
  /** Settles when the picture that was being drawn is kept. */
  pause(id: number): Promise<void>;
  /** @returns null when nothing is left to draw */
  resume(id: number): Promise<number | null>;
  cancel(id: number): Promise<void>;
  /** New settings; what still applies is kept. @returns null when nothing is left to draw */
  change(
    id: number,
    meant: { settings: SweepSettings; facts: SweepFacts; wanted: readonly number[] | null },
  ): Promise<number | null>;
  /** Draws cells again: these, or all that are wrong or failed. */
  redraw(id: number, indexes: readonly number[] | null): Promise<{ jobId: number | null; count: number }>;
  rename(id: number, name: string): void;
  /** Out of the lists; its pictures are kept. `back` takes that back. */
  remove(id: number, back: boolean): Promise<number>;
  /** Nobody draws any more: it waits to be resumed. */
  standStill(id: number, why: SweepTrouble): Promise<void>;
  /** Cells that a search wants from now on. @returns null when nothing of them is left to draw */
  want(id: number, wanted: readonly number[]): Promise<number | null>;
  /** What goes on beside the engine is done. */
  close(): Promise<void>;
}

const REFRESH_MS = 20_000;

const removed = (id: number): StudioError =>
  new StudioError("notFound", say("Sweep {id} was removed.", { id }), say("Take the removal back first."));

export function createSweepControl(house: DrawingHouse, engine: JobEngine): SweepControl {
  const { database, revisions, sweeps, live } = house;
  const present = (id: number): SweepRecord => {
    const sweep = oneSweep(database, id);
    if (sweep.removed) throw removed(id);
    return sweep;
  };
  const change = (id: number, fields: Parameters<typeof changeSweep>[2]["change"]): void =>
    changeSweep(database, id, { change: fields, revision: revisions.next() });

  /** Draws what is missing, and these. */
  const draw = (id: number, also: readonly string[] = []): number | null => {
    const cells = sweeps.cellsOf(oneSweep(database, id));
    const items = sweepItems(cells, new Set([...cells.missing(), ...also]));
    if (items.length === 0) {
      change(id, { state: "done", job: null, problem: null, counts: cells.counts(), picture: cells.picture() });
      return null;
    }
    const job = createJob(database, SWEEP_JOB, { sweep: id }, items);
    change(id, { state: "drawing", job, problem: null, counts: null });
    engine.start(job);
    return job;
  };

  const ends = (job: number): Promise<void> =>
    new Promise((resolve) => {
      const look = ({ jobId, state }: JobState): void => {
        if (jobId !== job || state === "running") return;
        stop();
        resolve();
      };
      const stop = engine.onChange(look);
      look(getJob(database, job));
    });

  /** Lets the picture in the making be finished, unless it is not wanted. */
  const stop = async (sweep: SweepRecord, state: "paused" | "cancelled"): Promise<void> => {
    if (sweep.state === "drawing") change(sweep.id, { state, problem: null });
    if (sweep.job === null || getJob(database, sweep.job).state !== "running") return;
    if (state === "paused") await live.get(sweep.id)?.pool.drain();
    engine.cancel(sweep.job);
    await ends(sweep.job);
  };
  const settle = (id: number): void => {
    const cells = sweeps.cellsOf(oneSweep(database, id));
    change(id, { counts: cells.counts(), picture: cells.picture() });
  };

  /** Files that were only put into WebUIs' folders for sweeps that are over. */
  const tidy = async (sweep: SweepRecord): Promise<void> => {
    const others = listSweeps(database).filter(({ state }) => state === "drawing" || state === "paused");
    const stillUsed = new Set(others.flatMap(lorasOf).map(({ content }) => content));
    // A machine that is away does so after a later sweep.
    for (const link of house.webuis.all())
      await link.keepLoras?.([...stillUsed], AbortSignal.timeout(REFRESH_MS)).catch(() => {});
    if ((await takeLorasAway(database, { loras: lorasOf(sweep), stillUsed })) === 0) return;
    // Their lists would go on naming what is gone; one that does not answer looks at its next start.
    for (const link of house.webuis.all().filter(({ isHere }) => isHere))
      await link.refreshLoras(AbortSignal.timeout(REFRESH_MS)).catch(() => {});
  };
  // One after the other, and before the state is closed.
  let tidying: Promise<void> = Promise.resolve();
  const tidyQuietly = (sweep: SweepRecord): void => {
    tidying = tidying
      .then(() => tidy(sweep))
      .catch((error: unknown) => void process.stderr.write(`${reportError(error).message}\n`));
  };

  engine.onChange(({ jobId, kind, state, message }) => {
    if (kind !== SWEEP_JOB || state === "running") return;
    const sweep = sweepOfJob(database, jobId);
    if (!sweep) return;
    // By way of the list of jobs.
    if (state === "cancelled" && sweep.state === "drawing") change(sweep.id, { state: "cancelled" });
    if (state === "failed" && sweep.state === "drawing") {
      const trouble = house.troubles.get(sweep.id) ?? { code: "internal", message: message ?? "", hint: "" };
      change(sweep.id, { state: "failed", problem: trouble });
    }
    settle(sweep.id);
    if (state === "done") tidyQuietly(sweep);
  });

  return {
    start({ settings, facts, wanted }) {
      const id = addSweep(database, { settings, facts, wanted, revision: revisions.next() });
      const job = draw(id) ?? createJob(database, SWEEP_JOB, { sweep: id }, []);
      // One whose pictures were all drawn before is done at once; its job says so too.
      if (oneSweep(database, id).job === null) {
        change(id, { job });
        engine.start(job);
      }
      return { id, jobId: job };
    },
    pause: (id) => stop(present(id), "paused"),
    async cancel(id) {
      const sweep = present(id);
      await stop(sweep, "cancelled");
      if (sweep.state === "paused" || sweep.state === "failed") change(id, { state: "cancelled", problem: null });
      settle(id);
      tidyQuietly(sweep);
    },
    async resume(id) {
      const sweep = present(id);
      const isRunning = sweep.job !== null && getJob(database, sweep.job).state === "running";
      if (sweep.state !== "drawing" || !isRunning) return draw(id);
      // A program that ended in the middle left it so.
      if (sweep.job !== null) engine.start(sweep.job);
      return sweep.job;
    },
    async change(id, { settings, facts, wanted }) {
      const sweep = present(id);
      await stop(sweep, "paused");
      change(id, { settings, facts, wanted, name: settings.name, counts: null });
      tidyQuietly(sweep);
      return draw(id);
    },
    async redraw(id, indexes) {
      const sweep = present(id);
      const cells = sweeps.cellsOf(sweep);
      const keys = [...cells.keys].filter((key) => {
        const mark = cells.markOf(key);
        if (indexes === null) return mark !== undefined && mark.state !== "drawn";
        return cells.indexesOf(key).some((index) => indexes.includes(index));
      });
      if (keys.length === 0) return { jobId: sweep.state === "drawing" ? sweep.job : null, count: 0 };
      await stop(sweep, "paused");
      // What is right stays until another picture takes its place; what is wrong is to be drawn, also after a break.
      const bad = keys.filter((key) => cells.markOf(key)?.state !== "drawn");
      forgetPictures(database, bad);
      sweeps.forget(bad);
      return { jobId: draw(id, keys), count: keys.length };
    },
    rename(id, name) {
      present(id);
      change(id, { name });
    },
    async remove(id, back) {
      const sweep = oneSweep(database, id);
      if (!back) {
        await stop(sweep, "cancelled");
        if (sweep.state !== "done") change(id, { state: "cancelled" });
      }
      change(id, { removed: !back });
      if (!back) tidyQuietly(sweep);
      return sweeps.cellsOf(sweep).counts().drawn;
    },
    async standStill(id, why) {
      await stop(present(id), "paused");
      change(id, { problem: why });
    },
    async want(id, wanted) {
      change(id, { wanted });
      return draw(id);
    },
    close: () => tidying,
  };
}
