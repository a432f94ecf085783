import { effect, signal } from "@preact/signals";
import type { TrainingPlan } from "../../../protocol/generated/methods.js";
import { call, connectionState, RequestError } from "../rpc.js";
import { room } from "./address.js";
import { scan } from "./dataset.js";
import { draft, type Examined, examined, type PlanConcept } from "./plan.js";
import { gpuMemory } from "./plan-wishes.js";

// Who types is not done yet.
const SETTLED_MS = 150;

export const examineError = signal<RequestError | null>(null);
/** Raised when the same plan would be answered otherwise: a folder of another machine was found. */
const again = signal(0);
export function examineAgain(): void {
  again.value += 1;
}

let asked = 0;

async function examine(plan: TrainingPlan, concept: PlanConcept, memory: number | null): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const answer: Examined = await call("planning/examine", {
      plan,
      concept,
      ...(memory === null ? {} : { gpuMemory: memory }),
    });
    if (mine !== asked) return;
    examined.value = answer;
    examineError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine === asked) examineError.value = error;
  }
}

/** The plan is examined whenever it changed; the last question wins. */
export function followExamination(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const [shown, memory] = [draft.value, gpuMemory.value];
    again.value;
    // Pictures and captions change in other rooms, and in other programs.
    if (room.value === "planning") scan.value;
    clearTimeout(timer);
    // What is still on its way belongs to a plan that is gone.
    asked += 1;
    if (shown === null || connectionState.value !== "open") return;
    const wait = examined.peek() === null ? 0 : SETTLED_MS;
    timer = setTimeout(() => void examine(shown.plan, shown.concept, memory), wait);
  });
}
