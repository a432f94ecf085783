import type { ArgumentValue, TrainingPlan } from "../plan.js";
import { planValues } from "../plan-values.js";

export interface ComparedRow {
  argument: string;
  values: (ArgumentValue | null)[];
  /** True where the plan leaves the trainer's own default. */
  isDefault: boolean[];
}

const said = (plan: TrainingPlan): Record<string, ArgumentValue> => ({
  family: plan.family,
  [plan.length.by === "steps" ? "max_train_steps" : "max_train_epochs"]: plan.length.value,
  ...Object.fromEntries(Object.entries(plan.launch).map(([name, value]) => [`accelerate ${name}`, value])),
  ...(plan.samplePrompts === null ? {} : { sample_prompts: plan.samplePrompts }),
  ...(plan.additional.length > 0 ? { additional: [...plan.additional] } : {}),
  ...(plan.datasets === null
    ? {}
    : {
        datasets: plan.datasets.flatMap(({ subsets }) =>
          subsets.map(({ repeats, folder }) => `${repeats} × ${folder}`),
        ),
      }),
});

/** What differs between plans: by what the trainer would use, not by what was written down. */
export function comparePlans(plans: readonly TrainingPlan[]): ComparedRow[] {
  const sides = plans.map((plan) => ({ own: { ...plan.arguments, ...said(plan) }, values: planValues(plan) }));
  const names = [...new Set(sides.flatMap(({ own }) => Object.keys(own)))].sort();
  return names
    .map((argument) => ({
      argument,
      values: sides.map(({ own, values }) => own[argument] ?? values.value(argument)),
      isDefault: sides.map(({ own }) => !Object.hasOwn(own, argument)),
    }))
    .filter(({ values }) => new Set(values.map((value) => JSON.stringify(value))).size > 1);
}
