import type { FamilyName } from "../../planning/families.js";
import type { TrainerProblemCode } from "../../words/trainer-en.js";

/** One version that matters, or why it could not be read. */
export interface ProbedVersion {
  /** null when it is not there. */
  version: string | null;
  /** In one sentence, when something is wrong with it. */
  problem: string | null;
}

/** A trainer that runs here: sd-scripts with the Python it works with, or the stand-in for rehearsals. */
export interface Trainer {
  kind: "sd-scripts" | "rehearsal";
  /** Folder with `train_network.py`; the stand-in's own folder. */
  folder: string;
  /** The program that runs a script: Python, or Node for the stand-in. */
  python: string;
  /** `accelerate` beside that Python; null when it is not there. */
  accelerate: string | null;
}

/** Something that is wrong with a trainer. `error`: no run can start; `warning`: it can, and will disappoint. */
export interface TrainerProblem {
  /** Names its sentences in `words/trainer-*`. */
  code: TrainerProblemCode;
  severity: "error" | "warning";
  /** What its sentences are made of. */
  values: Readonly<Record<string, string | number>>;
  /** In English. */
  message: string;
  remedy: string;
}

/** A graphics card that the trainer's torch sees. */
interface ProbedDevice {
  name: string;
  /** MiB; null when it shares the machine's. */
  memory: number | null;
}

/** Packages whose versions matter to a run. */
export type PackageName =
  | "accelerate"
  | "diffusers"
  | "transformers"
  | "safetensors"
  | "bitsandbytes"
  | "xformers"
  | "lycoris"
  | "prodigyopt"
  | "tensorboard";

/** What was found out about a trainer by running it. */
export interface ProbedTrainer extends Trainer {
  /** Where it was found: named by the user, in a kohya_ss folder, in Stability Matrix … */
  origin: "given" | "sd-scripts" | "kohya_ss" | "stability-matrix" | "beside" | "rehearsal";
  /** Commit of its git checkout, or its release; null when neither is there. */
  revision: string | null;
  python3: ProbedVersion;
  torch: ProbedVersion;
  /** CUDA or ROCm that torch was built with and sees. */
  cuda: ProbedVersion;
  devices: ProbedDevice[];
  packages: Readonly<Record<PackageName, ProbedVersion>>;
  /** Training scripts that it has. */
  scripts: string[];
  /** Kinds of base models that these scripts train. */
  families: FamilyName[];
  problems: TrainerProblem[];
  /** True when a run could start. */
  usable: boolean;
}
