import { computed, effect, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, connectionState, RequestError } from "../rpc.js";
import { changePlan, examined, onlySubset, plan, setArgument, setEpochs, setRepeats } from "./plan.js";

type Params = Methods["planning/solve"]["params"];
export type Solution = Methods["planning/solve"]["result"];
export type Sought = "epochs" | "repeats" | "batchSize" | "images";

export const soughtNames: readonly Sought[] = ["epochs", "repeats", "batchSize", "images"];
/** How many steps the user wants; null: those the plan has. */
export const wantedSteps = signal<number | null>(null);
export const sought = signal<Sought>("epochs");
export const solution = signal<Solution | null>(null);

const numberOf = (value: unknown, otherwise: number): number => (typeof value === "number" ? value : otherwise);

/** What the sum is made of; null while the pictures are not known. */
export const summands = computed(() => {
  const found = examined.value?.steps;
  if (!found || !plan.value || found.images === 0) return null;
  const repeats = onlySubset.value?.subset.repeats ?? found.showings / found.images;
  const whole = Number.isInteger(repeats);
  return {
    images: found.images,
    showings: found.showings,
    /** null: folders differ in it. */
    repeats: whole ? repeats : null,
    epochs: plan.value.length.by === "steps" ? found.epochs : plan.value.length.value,
    batchSize: numberOf(plan.value.arguments.train_batch_size, 1),
    accumulation: numberOf(plan.value.arguments.gradient_accumulation_steps, 1),
    processes: numberOf(plan.value.launch.num_processes, 1),
    steps: found.exact,
  };
});

function paramsOf(steps: number, { repeats, showings, ...sum }: NonNullable<typeof summands.value>): Params {
  const { images, epochs, batchSize, accumulation, processes } = sum;
  // Folders that differ in repeats count as so many showings of one picture.
  const all = repeats === null ? { images: showings, repeats: 1 } : { images, repeats };
  const { [sought.value]: _missing, ...others } = { ...all, epochs, batchSize };
  return { ...others, accumulation, processes, steps };
}

let asked = 0;

async function solve(params: Params): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const answer = await call("planning/solve", params);
    if (mine === asked) solution.value = answer;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine === asked) solution.value = null;
  }
}

/** True where a found number can be put into the plan. */
export const canApply = (name: Sought): boolean =>
  name === "epochs" || name === "batchSize" || (name === "repeats" && onlySubset.value !== null);

export function applyFound(name: Sought, value: number): void {
  if (name === "epochs") setEpochs(value);
  if (name === "repeats") setRepeats(value);
  if (name === "batchSize") setArgument("train_batch_size", value);
}

/** The trainer stops at this step, in the middle of an epoch if need be. */
export const stopAt = (steps: number): void => changePlan({ length: { by: "steps", value: steps } });

export function followSum(): void {
  effect(() => {
    const sum = summands.value;
    const steps = wantedSteps.value ?? sum?.steps ?? 0;
    sought.value;
    if (sum === null || steps < 1 || connectionState.value !== "open") solution.value = null;
    else void solve(paramsOf(steps, sum));
  });
  effect(() => {
    // Another plan's wish says nothing of this one.
    if (plan.value === null) wantedSteps.value = null;
  });
}
