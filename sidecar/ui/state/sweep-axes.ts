import { effect, signal, untracked } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, connectionState, RequestError } from "../rpc.js";
import { room, sweepForm } from "./address.js";
import type { SweepSettings } from "./sweep.js";
import { change, settings } from "./sweep-draft.js";

export type AxisKind = Methods["sweep/axes"]["result"]["axes"][number];
export type SavedSweep = Methods["sweep/saved"]["result"]["saved"][number];

/** Every axis there is, with what the WebUI that would draw offers. */
export const axisKinds = signal<AxisKind[]>([]);
export const axisDefaults = signal<Methods["sweep/axes"]["result"]["defaults"]>({ checkpoint: null, sampler: null });
export const axesError = signal<RequestError | null>(null);
export const savedSweeps = signal<SavedSweep[]>([]);
export const savedError = signal<RequestError | null>(null);

/** What the WebUI offers for a setting; null where it has no such list. */
export const choicesOf = (id: string): string[] | null => axisKinds.value.find((one) => one.id === id)?.choices ?? null;

async function readAxes(webui: string | undefined, rehearsal: boolean): Promise<void> {
  try {
    const answer = await call("sweep/axes", { ...(webui === undefined ? {} : { webui }), rehearsal });
    axisKinds.value = answer.axes;
    axisDefaults.value = answer.defaults;
    axesError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (error.code !== "disconnected") axesError.value = error;
  }
}

async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
    savedSweeps.value = (await call("sweep/saved", {})).saved;
    savedError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    savedError.value = error;
  }
}

const readSaved = (): Promise<void> => attempt(async () => {});
export const saveSweep = (name: string, what: SweepSettings): Promise<void> =>
  attempt(() => call("sweep/save", { name, settings: { ...what, name } }));
export const forgetSaved = (name: string): Promise<void> => attempt(() => call("sweep/forget", { name }));

/** The settings of a saved sweep over the files and pictures that are chosen now. */
export function takeSaved({ settings: kept }: SavedSweep): void {
  const now = settings.value;
  change(now === null ? kept : { ...kept, loras: now.loras, run: now.run, folder: now.folder, trigger: now.trigger });
}

/** A further axis with a first kind that is not there yet. */
export function addAxis(): void {
  const now = settings.value;
  if (now === null) return;
  const taken = new Set(now.axes.map(({ axis }) => axis));
  const free = axisKinds.value.find(({ id }) => !taken.has(id));
  if (free) change({ axes: [...now.axes, { axis: free.id, values: "" }] });
}

export function changeAxis(index: number, part: Partial<SweepSettings["axes"][number]>): void {
  const now = settings.value;
  if (now) change({ axes: now.axes.map((one, at) => (at === index ? { ...one, ...part } : one)) });
}

export function removeAxis(index: number): void {
  const now = settings.value;
  if (now) change({ axes: now.axes.filter((_, at) => at !== index) });
}

/** Names with a comma are quoted, as the X/Y/Z plot's lists are. */
export const asList = (choices: readonly string[]): string =>
  choices.map((one) => (/[",\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(", ");

/** While the form is open, the WebUI that would draw is asked what it offers. */
export function followSweepAxes(): void {
  let before = "";
  effect(() => {
    const open = room.value === "sweep" && sweepForm.value && connectionState.value === "open";
    const now = settings.value;
    if (!open || now === null) return;
    const webui = now.webuis[0];
    const wanted = `${webui ?? ""} ${now.rehearsal}`;
    if (wanted === before && axisKinds.peek().length > 0) return;
    before = wanted;
    void untracked(() => Promise.all([readAxes(webui, now.rehearsal), readSaved()]));
  });
}
