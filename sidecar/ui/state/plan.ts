import { batch, computed, signal } from "@preact/signals";
import type {
  Methods,
  PlanArgumentValue,
  PlanProblem,
  PlanReason,
  TrainingPlan,
} from "../../../protocol/generated/methods.js";
import { planId } from "./address.js";
import { byName, defaultOf } from "./plan-catalog.js";

export type PlanConcept = Methods["planning/get"]["result"]["concept"];
export type Examined = Methods["planning/examine"]["result"];

export const planConcepts: readonly PlanConcept[] = ["character", "outfit", "style", "object"];

/** A plan as the page shows it, with what is kept beside it. */
export interface Draft {
  plan: TrainingPlan;
  concept: PlanConcept;
  reasons: PlanReason[];
  folder: string | null;
}

export const draft = signal<Draft | null>(null);
/** The draft as the sidecar has it; null for one that was never stored. */
export const stored = signal<{ id: number; revision: number; draft: Draft } | null>(null);
/** Counts the plans that were shown: an answer for an earlier one must not land on a later one. */
export const generation = signal(0);
export const plan = computed(() => draft.value?.plan ?? null);
/** What the sidecar found of the plan; null until it is known. */
export const examined = signal<Examined | null>(null);
/** The plan that was replaced by the last proposal. */
export const replaced = signal<Draft | null>(null);

export const problems = computed<PlanProblem[]>(() => {
  const rank = { error: 0, warning: 1, note: 2 };
  return [...(examined.value?.problems ?? [])].sort((left, right) => rank[left.severity] - rank[right.severity]);
});
export const countOf = (severity: PlanProblem["severity"]): number =>
  problems.value.filter((problem) => problem.severity === severity).length;

/** Shows another plan: a stored one, or one that is going to be stored by itself; null shows none. */
export function showPlan(next: Draft | null, as: { id: number; revision: number } | null = null): void {
  batch(() => {
    if (as === null || stored.value?.id !== as.id) examined.value = null;
    generation.value += 1;
    draft.value = next;
    stored.value = next && as && { ...as, draft: next };
    replaced.value = null;
    planId.value = as?.id ?? null;
  });
}

export function changePlan(part: Partial<TrainingPlan>): void {
  if (draft.value) draft.value = { ...draft.value, plan: { ...draft.value.plan, ...part } };
}

/** What is taught: some rules hang on it. */
export function setConcept(concept: PlanConcept): void {
  if (draft.value) draft.value = { ...draft.value, concept };
}

export const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** What the trainer does without being told; null where it has no default. */
export function defaultFor(name: string): PlanArgumentValue | null {
  const parameter = byName.value.get(name);
  return parameter && plan.value ? defaultOf(parameter, plan.value.family) : null;
}

/** Why a number was proposed says nothing of the user's own. */
function forgetReasons(names: readonly string[]): void {
  if (!draft.value?.reasons.some(({ argument }) => names.includes(argument))) return;
  draft.value = { ...draft.value, reasons: draft.value.reasons.filter(({ argument }) => !names.includes(argument)) };
}

/** Gives an argument a value; null, or the trainer's own default, takes it out of the plan. */
export function setArgument(name: string, value: PlanArgumentValue | null): void {
  if (!plan.value) return;
  const { [name]: _before, ...others } = plan.value.arguments;
  // The kind of model was told from its file, or guessed while there was none.
  forgetReasons(name === "pretrained_model_name_or_path" ? [name, "family"] : [name]);
  const isDefault = value === null || same(value, defaultFor(name));
  changePlan({ arguments: isDefault ? others : { ...plan.value.arguments, [name]: value } });
}

export const isChanged = (name: string): boolean => {
  const given = plan.value?.arguments[name];
  const isEmpty = Array.isArray(given) && given.length === 0;
  return given !== undefined && !isEmpty && !same(given, defaultFor(name));
};

/** A plan of Kohya's GUI goes on counting as that does. */
export function setEpochs(value: number): void {
  forgetReasons(["epochs", "steps"]);
  if (plan.value)
    changePlan({ length: { by: plan.value.length.by === "kohyaEpochs" ? "kohyaEpochs" : "epochs", value } });
}

/** The only folder whose repeats the plan itself says; null where folder names say them, or there are several. */
export const onlySubset = computed(() => {
  const [dataset, ...others] = plan.value?.datasets ?? [];
  const [subset, ...further] = dataset?.subsets ?? [];
  return dataset && subset && others.length === 0 && further.length === 0 ? { dataset, subset } : null;
});

export function setRepeats(repeats: number): void {
  const only = onlySubset.value;
  forgetReasons(["repeats"]);
  if (only) changePlan({ datasets: [{ ...only.dataset, subsets: [{ ...only.subset, repeats }] }] });
}
