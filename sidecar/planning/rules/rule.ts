import type { PlanFacts } from "../facts.js";
import type { ArgumentValue, TrainingPlan } from "../plan.js";
import type { StepCount } from "../steps/step-count.js";

/** `error`: nothing may start; `warning`: likely to disappoint; `note`: worth knowing. */
export type Severity = "error" | "warning" | "note";

/** What a rule's sentences are made of. */
export type RuleValues = Readonly<Record<string, string | number>>;

/** What a set is to teach. */
export type ConceptKind = "character" | "outfit" | "object" | "style";

/** What rules are asked about. Pure: nothing is read from the disk here. */
export interface RuleContext {
  plan: TrainingPlan;
  facts: PlanFacts;
  /** null when the pictures are not known. */
  steps: StepCount | null;
  concept: ConceptKind;
  /** Bytes of all files that the run will write; null when unknown. */
  outputBytes: number | null;
  /** The value that the trainer will use: the plan's, else the default of this family; null when there is none. */
  value(argument: string): ArgumentValue | null;
  /** As `value`, 0 where it is no number. */
  number(argument: string): number;
  /** As `value`, false where it is no flag. */
  flag(argument: string): boolean;
  /** As `value`, "" where it is no text. */
  text(argument: string): string;
  /** `optimizer_args` or another list of `key=value` as a map, in small letters. */
  pairs(argument: string): ReadonlyMap<string, string>;
}

export interface Rule {
  /** Names its sentences in `words/plan-rules-*`. */
  name: string;
  severity: Severity;
  /** The argument that the finding is shown beside; null for the plan as a whole. */
  argument: string | null;
  /** Who says so: keys of `sources`. Several where guides agree or disagree; the sentences tell which. */
  sources: readonly string[];
  /** For a warning: how often people who do this are disappointed. */
  likelihood?: "certain" | "likely" | "possible";
  /** Values for the sentences of each finding; nothing found: an empty list. */
  check(context: RuleContext): readonly RuleValues[];
}

export interface Finding {
  rule: string;
  severity: Severity;
  argument: string | null;
  sources: readonly string[];
  likelihood: "certain" | "likely" | "possible";
  values: RuleValues;
}
