import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { reportError } from "../../host/studio-error.js";
import { learnFromFile } from "../../planning/estimate/learn-from-file.js";
import type { Database } from "../../store/database.js";
import { createHistoryRecorder } from "../history/recorder.js";
import { askToStopAfter, isAwaitedSaved } from "../keeper/after-save.js";
import { askToStop, lifeOf, startKeeper } from "../keeper/start-keeper.js";
import { ask } from "../now/requests.js";
import { lateRuns } from "../schedule/late-runs.js";
import { markLate } from "../schedule/waiting-time.js";
import { judgeRun, lastFileOf } from "./judge-run.js";
import { followRun, type LiveRun } from "./live-run.js";
import { nextSaves } from "./next-saves.js";
import { nextToStart } from "./next-to-start.js";
import { pauseAfterFailure } from "./pause-after-failure.js";
import { prepareRun } from "./prepare-run.js";
import { isAway, noProgress, type RunProgress, type RunRecord } from "./run-record.js";
import { changeRun, oneRun, runsThat, setTrainingSetting, trainingSetting } from "./run-table.js";
import { needsCard, type RunnerCompany } from "./runner-company.js";

// A file that the trainer saves is seen within this time.
const LOOK_EVERY_MS = 500;
// The keeper writes its first file within moments; a machine under load may take longer.
const STARTING_MS = 60_000;

export interface TrainingRunner {
  /** Starts what waits, if its cards are free. */
  wake(): void;
  /** When what the runs' files say now is known: a program that has just started knows nothing yet. */
  looked(): Promise<void>;
  /** `save`: it saves at its next step and ends then; where it cannot be asked, after its next planned save. */
  stop(id: number, when: "now" | "afterSave" | "save"): Promise<void>;
  pause(paused: boolean): void;
  isPaused(): boolean;
  /** How far a run is; what was last known of one that has ended. */
  progressOf(run: RunRecord): RunProgress;
  folderOf(id: number): string;
  /** True while a run is running or waiting. */
  busy(): boolean;
  /** Runs go on; only the looking ends. */
  close(): Promise<void>;
}

interface Followed {
  live: LiveRun;
  since: number;
}

/** Runs the queue, one run at a time on each card. Every sidecar reads the files of a run, so that any of them can go on with it. */
export function createTrainingRunner(
  database: Database,
  stateFolder: string,
  { away, handOver, settings, whenSucceeded }: RunnerCompany,
): TrainingRunner {
  const followed = new Map<number, Followed>();
  const folderOf = (id: number): string => join(stateFolder, "runs", String(id));
  const history = createHistoryRecorder(database, folderOf);
  let closed = false;
  let looking: Promise<void> = Promise.resolve();
  let firstLook: Promise<void> | null = null;
  let lookedAt: number | null = null;

  const follow = (run: RunRecord): Followed => {
    const known = followed.get(run.id);
    if (known) return known;
    const fresh = { live: followRun(folderOf(run.id), run.meant), since: performance.now() };
    followed.set(run.id, fresh);
    return fresh;
  };

  const judge = async (run: RunRecord, live: LiveRun): Promise<void> => {
    await live.end();
    const { state, ended, outcome } = await judgeRun(run.meant, folderOf(run.id), live);
    // What this machine really took is what the next plan is estimated by.
    if (state === "succeeded" && needsCard(run)) await learnFromFile(database, lastFileOf(run.meant)).catch(() => null);
    changeRun(database, run.id, { state, ended, outcome });
    if (state === "failed") pauseAfterFailure(database, settings, run.id);
    followed.delete(run.id);
    if (isAway(run.meant)) await away.release(run);
    if (state !== "succeeded") return;
    await whenSucceeded(run, live.progress).catch((error: unknown) => {
      const warnings = [...outcome.progress.warnings, `LoRA Atelier: ${reportError(error).message}`];
      changeRun(database, run.id, { outcome: { ...outcome, progress: { ...outcome.progress, warnings } } });
    });
  };

  const notStarted = (run: RunRecord, error: unknown): void => {
    if (closed) return;
    const lines = [reportError(error).message];
    const outcome = { cause: "notStarted", values: { reason: lines[0] ?? "" }, lines, exitCode: null, signal: null };
    changeRun(database, run.id, {
      state: "failed",
      ended: new Date().toISOString(),
      outcome: { ...outcome, progress: noProgress(run.meant) },
    });
    pauseAfterFailure(database, settings, run.id);
    followed.delete(run.id);
  };

  /** Starts a run here, or gives it to the machine that is free for it. */
  const start = async (run: RunRecord): Promise<void> => {
    const folder = folderOf(run.id);
    const machine = isAway(run.meant) ? await away.choose(run) : null;
    if (isAway(run.meant) && machine === null) return;
    changeRun(database, run.id, { state: "running", started: new Date().toISOString() });
    try {
      await mkdir(folder, { recursive: true });
      await mkdir(run.meant.outputFolder, { recursive: true });
      if (machine !== null) {
        history.begin(run, null);
        // Its files may have gigabytes to be read: the others are looked at meanwhile.
        void away.begin(run, machine).catch((error: unknown) => notStarted(run, error));
        return;
      }
      const command = await prepareRun(folder, run.meant);
      history.begin(run, command);
      await startKeeper(folder, command);
    } catch (error) {
      notStarted(run, error);
    }
  };

  const lookAt = async (run: RunRecord): Promise<void> => {
    const { live, since } = follow(run);
    const folder = folderOf(run.id);
    history.goOn(run);
    const life = isAway(run.meant) ? await away.look(run) : lifeOf(folder);
    await live.look();
    if (life === "waits") {
      changeRun(database, run.id, { state: "queued" });
      followed.delete(run.id);
      return;
    }
    if (life === "unkept" && run.afterSave && (await isAwaitedSaved(folder))) await askToStop(folder);
    const never = life === "starting" && !isAway(run.meant) && performance.now() - since > STARTING_MS;
    if (life === "ended" || life === "vanished" || never) await judge(run, live);
  };

  const lookOnce = async (): Promise<void> => {
    for (const run of runsThat(database, "running")) await lookAt(run);
    const now = Date.now();
    const waiting = runsThat(database, "queued");
    for (const { id, seconds } of lateRuns(waiting, lookedAt, now)) markLate(database, id, seconds);
    lookedAt = now;
    const due = isPaused() ? [] : nextToStart(waiting, runsThat(database, "running"), now);
    const isHeld = [...runsThat(database, "running"), ...due].some(needsCard);
    // A WebUI that still draws is waited for: both together would not fit on the card. One that comes later is asked too.
    const isReady = isHeld && handOver.hold() === "ready";
    if (!isHeld) handOver.letGo();
    for (const next of due.filter((run) => isReady || !needsCard(run))) {
      // One that could not even be started may have paused the queue.
      if (!closed && !isPaused()) await start(next);
    }
  };

  const look = (): Promise<void> => {
    looking = looking.then(async () => {
      if (closed) return;
      // One run that cannot be read must not end the looking at the others.
      await lookOnce().catch((error: unknown) => void process.stderr.write(`${reportError(error).message}\n`));
    });
    return looking;
  };
  const timer = setInterval(() => {
    const isAwaited = runsThat(database, "running").length > 0 || runsThat(database, "queued").length > 0;
    if (isAwaited || handOver.state().lent.length > 0) void look();
  }, LOOK_EVERY_MS);
  timer.unref();

  const isPaused = (): boolean => trainingSetting(database, "paused") !== null;
  return {
    folderOf,
    isPaused,
    wake: () => void look(),
    looked: () => {
      firstLook ??= look();
      return firstLook;
    },
    pause(paused) {
      setTrainingSetting(database, "paused", paused ? "yes" : null);
      if (!paused) void look();
    },
    async stop(id, when) {
      const run = oneRun(database, id);
      if (run.state === "queued") {
        const outcome = { cause: null, values: {}, lines: [], exitCode: null, signal: null };
        changeRun(database, id, {
          state: "stopped",
          ended: new Date().toISOString(),
          outcome: { ...outcome, progress: noProgress(run.meant) },
        });
      } else if (run.state === "running" && when !== "now") {
        // What is saved by now is not waited for.
        await look();
        if (oneRun(database, id).state !== "running") return;
        const asked = when === "save" ? (await ask(folderOf(id), "save")).number : null;
        await askToStopAfter(folderOf(id), nextSaves(run, follow(run).live.progress), asked);
        changeRun(database, id, { afterSave: true });
      } else if (run.state === "running") await askToStop(folderOf(id));
      void look();
    },
    progressOf(run) {
      return followed.get(run.id)?.live.progress ?? run.outcome?.progress ?? noProgress(run.meant);
    },
    busy: () => runsThat(database, "running").length > 0 || (!isPaused() && runsThat(database, "queued").length > 0),
    async close() {
      closed = true;
      clearInterval(timer);
      await Promise.all([looking, history.close()]);
    },
  };
}
