import { accelerateWords } from "../kohya/kohya-launch.js";
import type { Arguments, TrainingPlan } from "../plan.js";
import { allArgumentWords } from "./argument-words.js";
import { quotedCommand, type Shell } from "./quote.js";

/** Where the arguments come from: a TOML file, or the command line itself. */
export type ArgumentSource = { configFile: string } | { spelledOut: Arguments };

export interface TrainingProgram {
  /** The Python of the trainer's environment. */
  python: string;
  /** `accelerate` of the same environment. */
  accelerate: string;
  /** Path of the script, as `families` names it. */
  script: string;
}

const above = (launch: Arguments, name: string, limit: number): boolean => Number(launch[name] ?? 0) > limit;

/**
 * Whether plain Python would not do what accelerate is told: several processes or machines, a choice of GPUs, a compiler, or
 * words of the user's own.
 */
export const needsAccelerate = (launch: Arguments): boolean =>
  above(launch, "num_processes", 1) ||
  above(launch, "num_machines", 1) ||
  launch.multi_gpu === true ||
  (launch.gpu_ids ?? "") !== "" ||
  (launch.dynamo_backend ?? "no") !== "no" ||
  Object.hasOwn(launch, "extra_accelerate_launch_args");

/**
 * The words that start the training. Plain Python where that does: then the launcher is no process of its own between us
 * and the trainer, which forwards no signal. `accelerate` forces it one way.
 */
export function trainingWords(
  plan: TrainingPlan,
  program: TrainingProgram,
  source: ArgumentSource,
  accelerate: boolean = needsAccelerate(plan.launch),
): string[] {
  const precision = plan.arguments.mixed_precision;
  const launch = precision === undefined ? plan.launch : { ...plan.launch, mixed_precision: precision };
  return [
    ...(accelerate ? [program.accelerate, "launch", ...accelerateWords(launch)] : [program.python]),
    program.script,
    ...("configFile" in source ? ["--config_file", source.configFile] : allArgumentWords(source.spelledOut)),
    ...plan.additional,
  ];
}

/** The command as one line to paste into a shell. Throws `badArguments` for words that the shell cannot say. */
export const trainingCommand = (
  shell: Shell,
  plan: TrainingPlan,
  program: TrainingProgram,
  source: ArgumentSource,
  accelerate?: boolean,
): string => quotedCommand(shell, trainingWords(plan, program, source, accelerate));
