import type { FamilyName } from "../families.js";
import type { ArgumentValue } from "../plan.js";

export const parameterGroups = [
  "model",
  "data",
  "captions",
  "buckets",
  "length",
  "saving",
  "network",
  "optimizer",
  "learningRate",
  "noise",
  "loss",
  "textEncoder",
  "flow",
  "memory",
  "speed",
  "samples",
  "validation",
  "metadata",
  "logging",
  "hub",
  "other",
] as const;
export type ParameterGroup = (typeof parameterGroups)[number];

/**
 * `flag` is true or absent; `words` and `numbers` are lists (`network_args`, `text_encoder_lr`); `file` and `folder` are
 * paths on the machine that trains.
 */
export type ParameterType = "flag" | "integer" | "number" | "text" | "choice" | "words" | "numbers" | "file" | "folder";

/** One argument of sd-scripts' `*train_network.py`. */
export interface Parameter {
  /** Its name in TOML and Python; on the command line `--name`. */
  name: string;
  type: ParameterType;
  /** The trainer's own default; null when it has none. */
  default: ArgumentValue | null;
  /** Defaults that differ by family. */
  familyDefaults?: Readonly<Partial<Record<FamilyName, ArgumentValue | null>>>;
  /** Smallest and largest value that makes sense; the trainer itself checks few. */
  least?: number;
  most?: number;
  /** Values of a `choice`; for `text` the usual ones, others are taken too. */
  choices?: readonly string[];
  familyChoices?: Readonly<Partial<Record<FamilyName, readonly string[]>>>;
  /** Families whose script knows it; null: all. */
  families: readonly FamilyName[] | null;
  /** First version of sd-scripts (git tag) that has it in a LoRA script. */
  since: string;
  group: ParameterGroup;
  /** One of the few that matter, shown in front. */
  front: boolean;
  /** What it does, in one sentence. */
  en: string;
  ja: string;
  /** File of sd-scripts that defines it. */
  source: string;
}
