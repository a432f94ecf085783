import { batch, computed, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { folder, room, sweepForm, sweepId } from "./address.js";
import type { Sweep, SweepSettings } from "./sweep.js";
import { forgetDraft, keepDraft, keptDraft, keptFiles } from "./sweep-kept-draft.js";

export type SweepCandidate = Methods["sweep/propose"]["result"]["candidates"][number];
type Proposal = Methods["sweep/propose"]["result"];
type Basis = Methods["sweep/propose"]["params"];

/** What the form holds; null until something was proposed. */
export const settings = signal<SweepSettings | null>(null);
/** LoRA files that could be rows; those that are rows are named by the settings. */
export const candidates = signal<SweepCandidate[]>([]);
/** Captions of training pictures that can serve as prompts. */
export const heldOut = signal<Proposal["heldOut"]>([]);
/** The article's own example. */
export const article = signal<SweepSettings | null>(null);
export const proposeError = signal<RequestError | null>(null);
export const proposing = signal(false);
/** The sweep whose settings are changed; null for a new one. */
export const changing = signal<number | null>(null);

export const chosenFiles = computed(() => new Set(settings.value?.loras ?? []));

let asked = 0;

async function propose(basis: Basis): Promise<Proposal | null> {
  asked += 1;
  const mine = asked;
  proposing.value = true;
  try {
    const answer = await call("sweep/propose", basis);
    if (mine !== asked) return null;
    proposeError.value = null;
    return answer;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine === asked) proposeError.value = error;
    return null;
  } finally {
    if (mine === asked) proposing.value = false;
  }
}

function take({ candidates: found, heldOut: prompts, article: example }: Proposal, next: SweepSettings): void {
  batch(() => {
    candidates.value = found;
    heldOut.value = prompts;
    article.value = example;
    settings.value = next;
  });
}

/** What the form was opened for: further proposals are for the same. */
let rehearses = false;

const withFolder = (basis: Basis): Basis => ({
  ...(folder.value === null ? {} : { folder: folder.value }),
  rehearsal: rehearses,
  ...basis,
});

/** The form as it was left, after a reload. @param basis of the proposal that fills what the draft does not say */
async function takeUp(id: number | null, basis: Basis, usual: (found: Proposal) => SweepSettings): Promise<void> {
  const place = { sweep: id, folder: folder.value };
  const found = await propose(basis);
  if (!found || changing.value !== id) return;
  const proposed = usual(found);
  take(found, keptDraft(place, proposed) ?? proposed);
}

/** What the address names: the form of a new sweep, or that of a sweep that is there, with the draft that was left. */
export async function openForm(shown: Sweep | null): Promise<void> {
  changing.value = shown?.id ?? null;
  if (shown === null) {
    const files = keptFiles({ sweep: null, folder: folder.value });
    await takeUp(null, withFolder(files ?? {}), (found) => found.settings);
  } else await takeUp(shown.id, basisOf(shown), () => shown.settings);
}

const basisOf = ({ settings: before, run, folder: where }: Sweep): Basis => ({
  ...(run === null ? { files: before.loras } : { run }),
  ...(where === null ? {} : { folder: where }),
  rehearsal: before.rehearsal,
});

/** Opens the form of a new sweep over the files of a run, over files, or over whatever fits the open folder. */
export async function planSweep(basis: Basis = {}): Promise<void> {
  forgetDraft();
  rehearses = basis.rehearsal ?? false;
  batch(() => {
    sweepId.value = null;
    sweepForm.value = true;
    room.value = "sweep";
    changing.value = null;
    settings.value = null;
    candidates.value = [];
    unnamed.value = true;
    // Before the form is seen to be empty: that would ask for another proposal.
    proposing.value = true;
  });
  const found = await propose(withFolder(basis));
  if (found && changing.value === null) take(found, found.settings);
}

/** Opens the settings of a sweep that is there, to draw more or other cells of it. */
export async function changeSweep(shown: Sweep, change: Partial<SweepSettings> = {}): Promise<void> {
  const { id, settings: before } = shown;
  const next = { ...before, ...change };
  forgetDraft();
  batch(() => {
    sweepId.value = id;
    sweepForm.value = true;
    room.value = "sweep";
    changing.value = id;
    settings.value = next;
  });
  const found = await propose(basisOf(shown));
  if (found && changing.value === id) take(found, settings.peek() ?? next);
}

export function change(part: Partial<SweepSettings>): void {
  if (settings.value === null) return;
  settings.value = { ...settings.value, ...part };
  keepDraft({ sweep: changing.value, folder: folder.value }, settings.value);
}

/** True as long as no file was named: then nothing was done wrong yet. */
export const unnamed = signal(true);

/** Adds files, or those of a folder, to what can be a row; all that are whole become rows. */
export async function addFiles(path: string): Promise<void> {
  unnamed.value = false;
  const basis = path.endsWith(".safetensors") ? { files: [path] } : { folder: path };
  if (settings.value === null) {
    const found = await propose("files" in basis ? withFolder(basis) : await filesOf(path));
    if (found) take(found, found.settings);
    return;
  }
  try {
    const { candidates: found } = await call("sweep/candidates", basis);
    const known = new Set(candidates.value.map((one) => one.path));
    const added = found.filter((one) => !known.has(one.path));
    candidates.value = [...candidates.value, ...added];
    const whole = found.filter(({ problem }) => problem?.severity !== "error").map((one) => one.path);
    change({ loras: [...new Set([...settings.value.loras, ...whole])] });
    proposeError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    proposeError.value = error;
  }
}

/** A folder of LoRA files as the files themselves: a proposal's folder is that of the pictures. */
async function filesOf(path: string): Promise<Basis> {
  const found = await call("sweep/candidates", { folder: path }).catch(() => null);
  return withFolder({ files: found?.candidates.map((one) => one.path) ?? [] });
}

/** Rows keep the order of the candidates, which is that of the steps. */
export function toggleFile(path: string): void {
  const chosen = new Set(chosenFiles.value);
  if (!chosen.delete(path)) chosen.add(path);
  const ordered = candidates.value.map((one) => one.path).filter((one) => chosen.has(one));
  if (ordered.length > 0) change({ loras: ordered });
}

export function closeForm(): void {
  const id = changing.value;
  batch(() => {
    sweepForm.value = false;
    sweepId.value = id;
    changing.value = null;
  });
}
