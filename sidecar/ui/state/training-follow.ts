import { batch, computed, effect, signal, untracked } from "@preact/signals";
import { call, connectionState, RequestError } from "../rpc.js";
import { folder, room, runId } from "./address.js";
import {
  hasEnded,
  parentRun,
  paused,
  pausedBy,
  pausesOnFailure,
  type Run,
  run,
  runError,
  running,
  runs,
  runsError,
  runsKnown,
  shownId,
  waiting,
} from "./training.js";

const RUN_MS = 1000;
const BUSY_MS = 2500;
const ROOM_MS = 4000;
const ELSEWHERE_MS = 20_000;

export const pageVisible = signal(document.visibilityState === "visible");
const isBusy = (): boolean => running.value !== null || (waiting.value.length > 0 && !paused.value);

let listAsked = 0;

/** Reads list and queue; an answer that a newer question overtook is dropped. */
export async function readRuns(): Promise<void> {
  listAsked += 1;
  const mine = listAsked;
  try {
    const [list, queue] = await Promise.all([call("training/runs", {}), call("training/queue", {})]);
    if (mine !== listAsked) return;
    batch(() => {
      runs.value = list.runs;
      waiting.value = queue.waiting;
      paused.value = queue.paused;
      pausedBy.value = queue.pausedBy;
      pausesOnFailure.value = queue.pauseOnFailure;
      runsKnown.value = true;
      runsError.value = null;
    });
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine === listAsked && error.code !== "disconnected") runsError.value = error;
  }
}

let runAsked = 0;

function show(answer: Run): void {
  batch(() => {
    run.value = answer;
    runError.value = null;
    runs.value = runs.value.map((row) => (row.id === answer.id && row.revision <= answer.revision ? answer : row));
  });
}

/** Reads the shown run. */
export async function readRun(): Promise<void> {
  const id = shownId.value;
  runAsked += 1;
  const mine = runAsked;
  if (id === null) {
    run.value = null;
    return;
  }
  try {
    const answer = await call("training/run", { id });
    if (mine !== runAsked) return;
    const wasRunning = running.value?.id === id;
    show(answer);
    // The next one of the queue begins when this one ends.
    if (wasRunning && hasEnded(answer)) await readRuns();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine !== runAsked || error.code === "disconnected") return;
    // A link to a run that another studio had: the usual one is shown.
    if (error.code === "notFound" && runId.value === id) runId.value = null;
    else runError.value = error;
  }
}

/** A run that goes on from another one does not change that one any more: it is read once. */
async function readParent(id: number): Promise<void> {
  try {
    const answer = await call("training/run", { id });
    if (run.value?.parent === id) parentRun.value = answer;
  } catch (error) {
    // What is missing then is only the beginning of the curve.
    if (!(error instanceof RequestError)) throw error;
  }
}

function followList(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tick = async (): Promise<void> => {
    clearTimeout(timer);
    const asks = connectionState.value === "open" && (pageVisible.value || isBusy());
    if (asks) await readRuns();
    clearTimeout(timer);
    timer = setTimeout(() => void tick(), isBusy() ? BUSY_MS : room.value === "training" ? ROOM_MS : ELSEWHERE_MS);
  };
  effect(() => {
    room.value;
    if (connectionState.value === "open" && pageVisible.value) void untracked(tick);
  });
}

function followShown(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Raised by whatever makes another answer likely, not by the answers themselves.
  const wanted = computed(() => {
    const row = runs.value.find(({ id }) => id === shownId.value);
    return room.value === "training" && pageVisible.value ? `${shownId.value} ${row?.state}` : null;
  });
  const tick = async (): Promise<void> => {
    clearTimeout(timer);
    if (connectionState.value !== "open" || wanted.value === null) return;
    await readRun();
    clearTimeout(timer);
    if (run.value && !hasEnded(run.value)) timer = setTimeout(() => void tick(), RUN_MS);
  };
  effect(() => {
    wanted.value;
    if (connectionState.value === "open") void untracked(tick);
  });
}

/** What runs is asked about: the shown run each second while it can be seen, the list less often. */
export function followTraining(): void {
  document.addEventListener("visibilitychange", () => {
    pageVisible.value = document.visibilityState === "visible";
  });
  let before: string | null | undefined;
  effect(() => {
    const where = folder.value;
    untracked(() => {
      // Another folder shows its own latest run.
      if (before !== undefined && before !== null && where !== before) runId.value = null;
      before = where;
    });
  });
  const parent = computed(() => run.value?.parent ?? null);
  effect(() => {
    const id = parent.value;
    parentRun.value = null;
    if (id !== null) void untracked(() => readParent(id));
  });
  followList();
  followShown();
}
