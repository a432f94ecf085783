import { batch, computed, effect, signal, untracked } from "@preact/signals";
import { call, connectionState, onJobChange, RequestError } from "../rpc.js";
import { room, sweepCell, sweepId } from "./address.js";
import {
  cells,
  drawing,
  report,
  type SweepCell,
  scores,
  shownSweepId,
  sweep,
  sweepError,
  sweeps,
  sweepsError,
  sweepsKnown,
} from "./sweep.js";
import { pageVisible } from "./training-follow.js";

/** News of jobs come faster than the eye follows. */
const NEWS_MS = 400;
const DRAWING_MS = 2000;
const IDLE_MS = 15_000;

/** Revision up to which the cells are known; -1: none of them. */
let known = { id: 0, revision: -1 };

async function readList(): Promise<void> {
  try {
    const { sweeps: found } = await call("sweep/list", {});
    batch(() => {
      sweeps.value = found;
      sweepsKnown.value = true;
      sweepsError.value = null;
    });
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (error.code !== "disconnected") sweepsError.value = error;
  }
}

function forget(): void {
  known = { id: 0, revision: -1 };
  batch(() => {
    sweep.value = null;
    cells.value = new Map();
    scores.value = new Map();
    report.value = null;
    sweepError.value = null;
  });
}

async function readCells(id: number): Promise<ReadonlyMap<number, SweepCell>> {
  const before = known.id === id && known.revision >= 0 ? known.revision : null;
  const answer = await call("sweep/cells", before === null ? { id } : { id, since: before });
  known = { id, revision: answer.revision };
  if (before !== null && answer.cells.length === 0) return cells.value;
  const changed = new Map(before === null ? [] : cells.value);
  for (const cell of answer.cells) changed.set(cell.index, cell);
  return changed;
}

async function readScores(id: number): Promise<void> {
  const [told, scored] = await Promise.all([call("sweep/report", { id }), call("sweep/scores", { id })]);
  if (shownSweepId.value !== id) return;
  batch(() => {
    report.value = told;
    scores.value = new Map(scored.cells.map((cell) => [cell.index, cell]));
  });
}

/** What the last report was made of: it is read again when this changes. */
let reported = "";

async function readShown(id: number): Promise<void> {
  const found = await call("sweep/get", { id });
  // Other axes: every index means another cell.
  const isOther = sweep.value !== null && JSON.stringify(sweep.value.axes) !== JSON.stringify(found.axes);
  if (isOther) known = { id: 0, revision: -1 };
  const fresh = await readCells(id);
  if (shownSweepId.value !== id) return;
  batch(() => {
    sweep.value = found;
    cells.value = fresh;
    sweepError.value = null;
  });
  const madeOf = `${id} ${found.revision} ${found.state}`;
  if (madeOf === reported && report.value?.state !== "scoring") return;
  await readScores(id);
  reported = madeOf;
}

let reading = false;
/** Raised while an answer was on its way: it may be old already. */
let again = false;

/** Reads the shown sweep, its changed cells and its report; one at a time. */
async function readSweep(): Promise<void> {
  if (reading) {
    again = true;
    return;
  }
  reading = true;
  const id = shownSweepId.value;
  try {
    if (id === null) forget();
    else {
      if (sweep.value?.id !== id) forget();
      await readShown(id);
    }
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    // A link to a sweep that another studio had: the usual one is shown.
    if (error.code === "notFound" && sweepId.value === id) sweepId.value = null;
    else if (error.code !== "disconnected") sweepError.value = error;
  } finally {
    reading = false;
    if (again) {
      again = false;
      await readSweep();
    }
  }
}

export async function readSweeps(): Promise<void> {
  await readList();
  await readSweep();
}

/** Votes and new scores change the report without changing a cell. */
export async function readReport(): Promise<void> {
  const id = shownSweepId.value;
  if (id !== null) await readScores(id);
}

const news = signal(0);

function followNews(): void {
  let waits = false;
  onJobChange(() => {
    if (waits) return;
    waits = true;
    setTimeout(() => {
      waits = false;
      news.value += 1;
    }, NEWS_MS);
  });
}

/** The list is read while anything draws; the shown sweep while it can be seen. */
export function followSweep(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  followNews();
  const tick = async (): Promise<void> => {
    clearTimeout(timer);
    if (connectionState.value !== "open" || !pageVisible.value) return;
    await readList();
    if (room.value === "sweep") await readSweep();
    clearTimeout(timer);
    timer = setTimeout(() => void tick(), drawing.value ? DRAWING_MS : IDLE_MS);
  };
  const asks = computed(() => `${connectionState.value} ${pageVisible.value} ${room.value} ${news.value}`);
  effect(() => {
    asks.value;
    void untracked(tick);
  });
  let before: number | null = null;
  effect(() => {
    const id = shownSweepId.value;
    untracked(() => {
      if (before !== null && id !== before) sweepCell.value = null;
      before = id;
      if (connectionState.value === "open" && room.value === "sweep") void readSweep();
    });
  });
}
