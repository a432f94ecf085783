import { batch, effect, signal } from "@preact/signals";
import { call, connectionState, RequestError } from "../rpc.js";
import { planId } from "./address.js";
import { type Draft, draft, generation, stored } from "./plan.js";
import { openPlan, readPlans } from "./plan-store.js";

const SETTLED_MS = 150;

/** True: another window has changed the plan since it was read here. */
export const conflict = signal(false);
export const saveError = signal<RequestError | null>(null);
/** Raised when a save ended: what changed meanwhile comes next. */
const retry = signal(0);

type Before = { id: number; revision: number } | null;

const send = ({ plan, concept, reasons, folder }: Draft, before: Before) =>
  call("planning/save", {
    plan,
    concept,
    reasons,
    ...(folder === null ? {} : { folder }),
    ...(before ? { id: before.id, ifRevision: before.revision } : {}),
  });

let saving = false;

/** Stores the draft, one at a time: what changes meanwhile is stored next. */
async function savePlan(): Promise<void> {
  const [mine, before, since] = [draft.value, stored.value, generation.value];
  if (saving || mine === null || mine === before?.draft || conflict.value) return;
  saving = true;
  const isShown = (): boolean => generation.value === since;
  try {
    const answer = await send(mine, before);
    saveError.value = null;
    if (isShown()) {
      batch(() => {
        stored.value = { ...answer, draft: mine };
        planId.value = answer.id;
      });
    }
    if (before?.draft.plan.name !== mine.plan.name) await readPlans();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (!isShown()) return;
    if (error.code === "changedElsewhere") conflict.value = true;
    else saveError.value = error;
  } finally {
    saving = false;
    retry.value += 1;
  }
}

/** What the other window made of the plan is shown. */
export async function takeTheirs(): Promise<void> {
  if (stored.value === null) return;
  await openPlan(stored.value.id);
  conflict.value = false;
}

/** What is shown here is stored over what the other window made. */
export async function keepMine(): Promise<void> {
  const before = stored.value;
  if (before === null) return;
  try {
    const { revision } = await call("planning/get", { id: before.id });
    stored.value = { ...before, revision };
    conflict.value = false;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    saveError.value = error;
  }
}

/** The plan is stored by itself, a moment after the last change, and at once when another one is shown. */
export function followSaving(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = -1;
  let waiting: { draft: Draft; before: Before } | null = null;
  effect(() => {
    retry.value;
    if (generation.value !== since) {
      since = generation.value;
      conflict.value = false;
      saveError.value = null;
      if (waiting) void send(waiting.draft, waiting.before).catch(() => {});
      waiting = null;
    }
    clearTimeout(timer);
    const [shown, before] = [draft.value, stored.value];
    const isNew = shown !== null && shown !== before?.draft;
    waiting = isNew && !conflict.value && !saving ? { draft: shown, before } : null;
    if (waiting && connectionState.value === "open") timer = setTimeout(() => void savePlan(), SETTLED_MS);
  });
  // Who reloads at once loses nothing either.
  addEventListener("pagehide", () => void savePlan());
}
