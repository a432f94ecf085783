import { signal } from "@preact/signals";
import type { Methods, TrainingPlan } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { plan } from "./plan.js";

export type Comparison = Methods["planning/compare"]["result"];

/** A file that is compared but not opened. */
export const comparedFile = signal<TrainingPlan | null>(null);
/** Stored plans that are compared with the one that is shown. */
export const comparedIds = signal<number[]>([]);
export const comparison = signal<Comparison | null>(null);
export const compareError = signal<RequestError | null>(null);

let asked = 0;

export async function askComparison(): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const others = await Promise.all(comparedIds.value.map((id) => call("planning/get", { id })));
    const all = [plan.value, ...others.map((other) => other.plan), comparedFile.value].filter((one) => one !== null);
    const answer = all.length < 2 ? null : await call("planning/compare", { plans: all });
    if (mine !== asked) return;
    comparison.value = answer;
    compareError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine !== asked) return;
    comparison.value = null;
    compareError.value = error;
  }
}

export async function compareWithFile(path: string): Promise<void> {
  try {
    comparedFile.value = (await call("planning/import", { path })).plan;
    await askComparison();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    compareError.value = error;
  }
}
