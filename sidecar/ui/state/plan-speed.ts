import { signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { examineAgain } from "./plan-examine.js";

/** What was learned of this machine's speed, and what could not be. */
export const learned = signal<Methods["planning/learnSpeed"]["result"] | null>(null);
export const speedError = signal<RequestError | null>(null);

/** Learns how fast this machine is from a LoRA that was trained on it. */
export async function learnSpeed(path: string): Promise<void> {
  try {
    learned.value = await call("planning/learnSpeed", { files: [path] });
    speedError.value = null;
    examineAgain();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    speedError.value = error;
  }
}
