import { StudioError } from "../../host/studio-error.js";
import type { TrainingPlan } from "../../planning/plan.js";
import { say } from "../../words/sentence.js";
import type { VariedValue } from "./read-values.js";
import { runNames, valueText } from "./run-names.js";
import type { VariedField } from "./varied-field.js";
import { withValue } from "./with-value.js";

export interface Combination {
  /** Its name before it is known which are taken. */
  name: string;
  plan: TrainingPlan;
  /** What it has that others of the series have otherwise; values as people write them. */
  differs: { argument: string; value: string }[];
}

/** More are weeks of training, or a slip of the pen. */
const MOST_RUNS = 100;

type Chosen = [argument: string, value: VariedValue][];

/** Every value of a field with every value of the others; the last field changes fastest. */
function grid(fields: readonly VariedField[]): Chosen[] {
  return fields.reduce<Chosen[]>(
    (all, { argument, values }) =>
      all.flatMap((before) => values.map((value): Chosen => [...before, [argument, value]])),
    [[]],
  );
}

/** One plan for each combination of the fields' values. @throws StudioError "badArguments" for fields that do not go together */
export function combine(plan: TrainingPlan, fields: readonly VariedField[]): Combination[] {
  const twice = fields.find(({ argument }, at) => fields.findIndex((one) => one.argument === argument) !== at);
  if (twice) {
    throw new StudioError(
      "badArguments",
      say("{argument} was named twice.", { argument: twice.argument }),
      say("Give all its values at once."),
    );
  }
  if (fields.filter(({ argument }) => argument.startsWith("max_train_")).length > 1) {
    throw new StudioError(
      "badArguments",
      say("A run has a number of steps or of epochs, not both."),
      say("Vary one of them."),
    );
  }
  const count = fields.reduce((product, { values }) => product * values.length, 1);
  if (count > MOST_RUNS) {
    throw new StudioError(
      "badArguments",
      say("At most {mostRuns} runs are expected; these values make {count}.", { mostRuns: MOST_RUNS, count }),
      say("Give fewer values, or make several series."),
    );
  }
  const varied = new Set(fields.filter(({ values }) => values.length > 1).map(({ argument }) => argument));
  const all = grid(fields);
  const differing = all.map((chosen) => chosen.filter(([argument]) => varied.has(argument)));
  const written = plan.arguments.output_name;
  const names = runNames(typeof written === "string" && written !== "" ? written : plan.name, differing);
  return all.map((chosen, at) => ({
    name: names[at] ?? plan.name,
    plan: chosen.reduce((made, [argument, value]) => withValue(made, argument, value), plan),
    differs: (differing[at] ?? []).map(([argument, value]) => ({ argument, value: valueText(value) })),
  }));
}
