import { signal } from "@preact/signals";
import { call, RequestError } from "../rpc.js";
import { type SweepRow, showSweep, sweepId } from "./sweep.js";
import { changing, closeForm, settings } from "./sweep-draft.js";
import { readReport, readSweeps } from "./sweep-follow.js";
import { forgetDraft } from "./sweep-kept-draft.js";

/** True while a button's work is on its way: a second press must not start a second sweep. */
export const acting = signal(false);
/** Why the last button did not do what it says. */
export const actionError = signal<RequestError | null>(null);
/** Removed just now, to be brought back. */
export const removedSweep = signal<SweepRow | null>(null);

async function act(work: () => Promise<void>): Promise<void> {
  if (acting.value) return;
  acting.value = true;
  try {
    await work();
    actionError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    actionError.value = error;
  } finally {
    acting.value = false;
    await readSweeps();
  }
}

/** Starts what the form holds, or gives the changed settings to the sweep they are of. */
export const drawSettings = (): Promise<void> =>
  act(async () => {
    const wanted = settings.value;
    if (wanted === null) return;
    const id = changing.value;
    if (id === null) showSweep((await call("sweep/start", { settings: wanted })).id);
    else {
      await call("sweep/change", { id, settings: wanted });
      closeForm();
    }
    settings.value = null;
    forgetDraft();
  });

export const pauseSweep = (id: number): Promise<void> =>
  act(async () => {
    await call("sweep/pause", { id });
  });
export const resumeSweep = (id: number): Promise<void> =>
  act(async () => {
    await call("sweep/resume", { id });
  });
export const cancelSweep = (id: number): Promise<void> =>
  act(async () => {
    await call("sweep/cancel", { id });
  });
export const redraw = (id: number, indexes?: number[]): Promise<void> =>
  act(async () => {
    await call("sweep/redraw", { id, ...(indexes === undefined ? {} : { indexes }) });
  });
export const renameSweep = (id: number, name: string): Promise<void> =>
  act(async () => {
    await call("sweep/rename", { id, name });
  });

export const removeSweep = (row: SweepRow): Promise<void> =>
  act(async () => {
    await call("sweep/remove", { id: row.id });
    removedSweep.value = row;
    if (sweepId.value === row.id) sweepId.value = null;
  });

export const bringBack = ({ id }: SweepRow): Promise<void> =>
  act(async () => {
    await call("sweep/remove", { id, back: true });
    removedSweep.value = null;
    showSweep(id);
  });

/** Scores what is drawn. @param models taggers; none: the last used */
export const scoreSweep = (id: number, models?: string[]): Promise<void> =>
  act(async () => {
    await call("sweep/score", { id, ...(models === undefined ? {} : { models }) });
    await readReport();
  });
