import { batch, effect, signal, untracked } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, connectionState, RequestError } from "../rpc.js";
import { folder, planId } from "./address.js";
import { openFolder } from "./dataset.js";
import { type Draft, draft, showPlan, stored } from "./plan.js";

export type StoredPlan = Methods["planning/plans"]["result"]["plans"][number];

/** Stored plans of the folder, the latest first. */
export const plans = signal<StoredPlan[]>([]);
export const storeError = signal<RequestError | null>(null);
/** Removed just now, to be brought back. */
export const removed = signal<StoredPlan | null>(null);
/** False until it is known whether the folder has a plan. */
export const plansKnown = signal(false);

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    storeError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    storeError.value = error;
  }
}

let listed = 0;

export const readPlans = (): Promise<void> =>
  attempt(async () => {
    listed += 1;
    const mine = listed;
    const where = folder.value;
    const answer = await call("planning/plans", where === null ? {} : { folder: where });
    if (mine !== listed) return;
    batch(() => {
      plans.value = [...answer.plans].sort((left, right) => right.changed.localeCompare(left.changed));
      plansKnown.value = true;
    });
  });

const draftOf = ({ plan, concept, reasons, folder: where }: Methods["planning/get"]["result"]): Draft => ({
  plan,
  concept,
  reasons,
  folder: where,
});

let opened = 0;

/** Shows a stored plan as it is now; not when `isWanted` says no as the answer comes. */
export async function openPlan(id: number, isWanted = () => true): Promise<void> {
  opened += 1;
  const mine = opened;
  await attempt(async () => {
    const found = await call("planning/get", { id });
    if (mine !== opened || !isWanted()) return;
    showPlan(draftOf(found), { id, revision: found.revision });
    // A link to a plan without its folder shows the folder too.
    if (folder.value === null && found.folder !== null) openFolder(found.folder);
  });
}

/** Shows the plan that the address names, else the latest of the folder. */
async function settle(id: number | null): Promise<void> {
  if (id !== null && stored.value?.id === id) return;
  const isBeingStored = draft.value !== null && stored.value === null;
  if (id !== null) {
    await openPlan(id);
    if (storeError.value?.code === "notFound" && planId.value === id) planId.value = null;
    else await readPlans();
    return;
  }
  await readPlans();
  const latest = plans.value[0];
  const isFree = planId.value === null && draft.value === null && !isBeingStored;
  if (isFree && latest && folder.value !== null) await openPlan(latest.id);
}

/** The plan that is shown, as it is now. What was typed here meanwhile stays, and meets the other when it is saved. */
export async function rereadPlan(): Promise<void> {
  const shown = stored.value;
  const isUntouched = (): boolean => stored.value === shown && draft.value === shown?.draft;
  if (shown && isUntouched()) await openPlan(shown.id, isUntouched);
}

export const duplicatePlan = ({ id }: StoredPlan, name: (name: string) => string): Promise<void> =>
  attempt(async () => {
    const found = draftOf(await call("planning/get", { id }));
    showPlan({ ...found, plan: { ...found.plan, name: name(found.plan.name) } });
  });

export const renamePlan = ({ id, revision }: StoredPlan, name: string): Promise<void> =>
  attempt(async () => {
    if (stored.value?.id === id && draft.value) {
      draft.value = { ...draft.value, plan: { ...draft.value.plan, name } };
      return;
    }
    const { plan, concept, reasons, folder: where } = await call("planning/get", { id });
    await call("planning/save", {
      id,
      ifRevision: revision,
      plan: { ...plan, name },
      concept,
      reasons,
      ...(where === null ? {} : { folder: where }),
    });
    await readPlans();
  });

export const removePlan = (one: StoredPlan): Promise<void> =>
  attempt(async () => {
    await call("planning/remove", { id: one.id });
    removed.value = one;
    if (stored.value?.id === one.id) showPlan(null);
    else await readPlans();
  });

export const restorePlan = ({ id }: StoredPlan): Promise<void> =>
  attempt(async () => {
    await call("planning/remove", { id, restore: true });
    removed.value = null;
    await openPlan(id);
    await readPlans();
  });

// As the folder is read again: only after a while elsewhere.
const AWAY_MS = 1500;

/** What another window made of the plan is shown when the user comes back, unless something waits here. */
function readOnReturn(): void {
  let left = Number.POSITIVE_INFINITY;
  addEventListener("blur", () => {
    left = performance.now();
  });
  addEventListener("focus", () => {
    if (performance.now() - left > AWAY_MS) void rereadPlan();
  });
}

export function followPlans(): void {
  let before: string | null | undefined;
  effect(() => {
    const where = folder.value;
    untracked(() => {
      // Another folder's plan must not stand under this one's name.
      if (before !== undefined && where !== before && draft.value?.folder !== where) showPlan(null);
      if (where !== before) removed.value = null;
      before = where;
    });
  });
  effect(() => {
    const id = planId.value;
    folder.value;
    if (connectionState.value === "open") void untracked(() => settle(id));
  });
  readOnReturn();
}
