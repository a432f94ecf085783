import { signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { lookAgain } from "./training-start.js";

export type Trainer = Methods["training/trainers"]["result"]["trainers"][number];

/** What was found on this machine; null while it is being looked for. */
export const trainers = signal<Methods["training/trainers"]["result"] | null>(null);
export const trainersError = signal<RequestError | null>(null);
export const choosing = signal(false);

let asked = 0;

/** Each trainer's Python is started and asked, which takes seconds. */
export async function readTrainers(): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const answer = await call("training/trainers", {});
    if (mine !== asked) return;
    trainers.value = answer;
    trainersError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine === asked) trainersError.value = error;
  }
}

/** Runs use this one from now on; null: the first that works. */
export async function chooseTrainer(folder: string | null, python: string | null): Promise<void> {
  if (choosing.value) return;
  choosing.value = true;
  try {
    await call("training/chooseTrainer", { folder, python });
    trainersError.value = null;
    lookAgain();
    await readTrainers();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    trainersError.value = error;
  } finally {
    choosing.value = false;
  }
}
