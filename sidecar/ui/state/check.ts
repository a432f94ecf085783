import { computed, effect, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, connectionState, RequestError } from "../rpc.js";
import { recursive, room } from "./address.js";
import { readFolder, scan } from "./dataset.js";
import { runningJobs } from "./jobs.js";

type Check = Methods["dataset/check"]["result"];
export type CheckedPicture = Check["images"][number];
export type CheckProblem = Check["set"][number];
export type Duplicates = Methods["dataset/duplicates"]["result"]["pairs"];
export type Spread = Methods["tagging/spread"]["result"]["spread"];
export type Concept = NonNullable<Methods["dataset/check"]["params"]["concept"]>;

export interface CheckForm {
  concept: Concept;
  maxSize: number;
}

export const checkForm = signal<CheckForm>({ concept: "character", maxSize: 1024 });
/** The check with all pictures; null until it is known. */
export const check = signal<Check | null>(null);
export const duplicates = signal<Duplicates>([]);
export const spread = signal<Spread>(null);
export const checkError = signal<RequestError | null>(null);
export const measuring = computed(() => runningJobs.value.find(({ kind }) => kind === "measure") ?? null);

/** What was found of each picture. */
export const checkedPictures = computed(() => new Map(check.value?.images.map((image) => [image.path, image])));

/** Changes when a picture is added, changed or gone. */
const pictureFiles = computed(
  () =>
    scan.value && `${scan.value.folder}\n${scan.value.images.map(({ path, version }) => path + version).join("\n")}`,
);

// In one answer: each part would judge the whole set again.
const MOST_PICTURES = 50_000;

let asked = 0;

/** Asks what is known of the folder's pictures; nothing is measured. */
async function readCheck(): Promise<void> {
  const folder = scan.value?.folder;
  if (folder === undefined || connectionState.value !== "open") return;
  asked += 1;
  const mine = asked;
  const where = { folder, recursive: recursive.value };
  try {
    const answer = await call("dataset/check", { ...where, ...checkForm.value, limit: MOST_PICTURES });
    const pairs = answer.measured > 1 ? (await call("dataset/duplicates", where)).pairs : [];
    const found = await call("tagging/spread", where);
    if (mine !== asked) return;
    check.value = answer;
    duplicates.value = pairs;
    spread.value = found.spread;
    checkError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine === asked) checkError.value = error;
  }
}

/** Measures what was not measured yet; the answer is read when the job ends. */
export async function runCheck(): Promise<void> {
  const folder = scan.value?.folder;
  if (folder === undefined) return;
  try {
    const { jobId } = await call("dataset/measure", { folder, recursive: recursive.value });
    if (jobId === null) await readCheck();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    checkError.value = error;
  }
}

/** Moves pictures, with what belongs to them, to the folder's trash; undo brings them back. */
export async function moveAway(names: string[]): Promise<void> {
  const folder = scan.value?.folder;
  if (folder === undefined || names.length === 0) return;
  try {
    await call("captions/move", { folder, recursive: recursive.value, names, to: null, copy: false });
    await readFolder();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    checkError.value = error;
  }
}

export function followCheck(): void {
  effect(() => {
    // Another folder's findings must not stand under this one's name.
    if (scan.value === null) {
      check.value = null;
      duplicates.value = [];
      spread.value = null;
    }
  });
  effect(() => {
    // Read here, so that each of them is followed: also what a job has measured when it ends. Captions change nothing.
    const ready = pictureFiles.value !== null && measuring.value === null && checkForm.value.maxSize > 0;
    if (ready && room.value === "dataset" && connectionState.value === "open") void readCheck();
  });
}
