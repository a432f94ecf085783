import { signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { recursive } from "./address.js";
import { readFolder, scan } from "./dataset.js";

export type Arranged = Methods["dataset/arrange"]["result"];
type Params = Methods["dataset/arrange"]["params"];
export type TrainingFolder = Methods["dataset/trainingFolder"]["result"];

/** A further subject. */
export interface FurtherConcept {
  folder: string;
  trigger: string;
  repeats: number;
}

export interface ArrangeForm {
  trigger: string;
  repeats: number;
  kind: string;
  into: string;
  move: boolean;
  balance: boolean;
  concepts: FurtherConcept[];
  regularisation: { folder: string; class: string } | null;
}

export const arrangeForm = signal<ArrangeForm>({
  trigger: "",
  repeats: 10,
  kind: "",
  into: "",
  move: false,
  balance: false,
  concepts: [],
  regularisation: null,
});
/** What would come out; null until it is known. */
export const arrangement = signal<Arranged | null>(null);
/** What was done last, and what the trainer will find there. */
export const arranged = signal<{ done: Arranged; check: TrainingFolder } | null>(null);
export const arrangeError = signal<RequestError | null>(null);

const filled = ({ folder, trigger }: FurtherConcept): boolean => folder.trim() !== "" && trigger.trim() !== "";

function paramsOf(folder: string, form: ArrangeForm): Params {
  const { trigger, repeats, kind, into, move, balance, concepts, regularisation } = form;
  const reg = regularisation && regularisation.folder.trim() !== "" && regularisation.class.trim() !== "";
  return {
    folder,
    recursive: recursive.value,
    trigger: trigger.trim(),
    repeats,
    move,
    balance,
    concepts: concepts.filter(filled),
    limit: 0,
    ...(kind.trim() === "" ? {} : { class: kind.trim() }),
    ...(into.trim() === "" ? {} : { into: into.trim() }),
    ...(reg && regularisation ? { regularisation } : {}),
  };
}

let asked = 0;

/** Asks what would come out; the last question wins. */
export async function previewArrange(): Promise<void> {
  const folder = scan.value?.folder;
  asked += 1;
  const mine = asked;
  if (folder === undefined || arrangeForm.value.trigger.trim() === "") {
    arrangement.value = null;
    arrangeError.value = null;
    return;
  }
  try {
    const answer = await call("dataset/arrange", { ...paramsOf(folder, arrangeForm.value), dryRun: true });
    if (mine !== asked) return;
    arrangement.value = answer;
    arrangeError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine !== asked) return;
    arrangement.value = null;
    arrangeError.value = error;
  }
}

/** Makes the folders that are shown, and no others. */
export async function arrangeAsShown(): Promise<void> {
  const folder = scan.value?.folder;
  const shown = arrangement.value;
  if (folder === undefined || shown === null) return;
  try {
    const done = await call("dataset/arrange", { ...paramsOf(folder, arrangeForm.value), expect: shown.digest });
    arranged.value = { done, check: await call("dataset/trainingFolder", { folder: done.folder }) };
    arrangeError.value = null;
    await readFolder();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    arrangeError.value = error;
  }
  await previewArrange();
}
