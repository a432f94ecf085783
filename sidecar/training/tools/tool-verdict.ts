import type { ToolCauseName } from "../../words/lora-tools-causes-en.js";
import { readLogText } from "../log/log-text.js";
import { textCauses } from "../verdict/causes.js";
import { isAsked, readExit } from "../verdict/exit.js";
import { findCause, linesOfError } from "../verdict/find-cause.js";
import type { LoraProof } from "../verdict/prove-file.js";
import type { ToolOutcome } from "./tool-folder.js";

/** All that is known of a tool that has ended. */
export interface ToolEnd {
  exitCode: number | null;
  signal: string | null;
  /** Why it could not be started. */
  error: string | null;
  stopped: boolean;
  stdoutTail: string;
  stderrTail: string;
  /** The file it made, under its temporary name; null for a tool that makes none. */
  proof: LoraProof | null;
  /** A tensor of the new LoRA that holds NaN or infinite values. */
  broken: string | null;
  /** Layers of the LoRAs that a merge into a model should have found. */
  layers: number;
}

type Verdict = Pick<ToolOutcome, "state" | "cause" | "values" | "lines">;

const LAST_LINES = 6;

/** Causes of training that say the same of a tool. */
const alike: Readonly<Record<string, ToolCauseName>> = {
  cudaOutOfMemory: "gpuMemory",
  memory: "memory",
  diskFull: "diskFull",
  missingPackage: "missingPackage",
  versionMismatch: "versionMismatch",
  scriptMissing: "scriptMissing",
  programMissing: "notStarted",
  noGpu: "noGpu",
  readOnly: "permission",
  permission: "permission",
  modelNotAModel: "notAModel",
  networkWeights: "wrongFamily",
  wrongFamily: "wrongFamily",
};

/** What the tools themselves say (sd-scripts 48d368fa, `networks/*.py`). */
const own: readonly (readonly [ToolCauseName, RegExp])[] = [
  ["differentDims", /weights shape mismatch merging|The size of tensor a \(\d+\) must match/],
  ["dimTooLarge", /shape '\[[\d, ]+\]' is invalid for input of size/],
  [
    "wrongFamily",
    /model version is different|size mismatch for|KeyError: '(?:model\.diffusion_model|conditioner|cond_stage)/,
  ],
  ["refusedArguments", /\.py: error: (?<detail>.+)$/m],
];

const NO_MODULE = /no module found for LoRA weight/g;

function failure(end: ToolEnd): Verdict {
  const tails = [readLogText(end.stdoutTail), readLogText(end.stderrTail)];
  const errors = tails.flatMap((tail) => tail.errors);
  const lines = tails.flatMap((tail) => tail.lines);
  const failed = (cause: ToolCauseName, values: Verdict["values"], shown: readonly string[]): Verdict => ({
    state: "failed",
    cause,
    values,
    lines: shown.filter((line) => line !== ""),
  });
  for (const [cause, pattern] of own) {
    for (const error of errors) {
      const found = pattern.exec(error.text);
      if (found !== null) return failed(cause, { ...found.groups }, linesOfError(error));
    }
  }
  const found = findCause(textCauses, { errors, lines });
  const cause = found && alike[found.name];
  if (found && cause) return failed(cause, found.values, found.lines);
  const last = lines.slice(-LAST_LINES);
  if (end.error !== null) return failed("notStarted", { reason: end.error }, [end.error]);
  const { signal } = readExit(end.exitCode, end.signal, null);
  // Nobody but the system's out-of-memory killer sends it unasked.
  if (signal === "SIGKILL") return failed("memory", { signal }, last);
  if (isAsked(signal)) return failed("killed", { signal: signal ?? "" }, last);
  const error = errors.at(-1);
  const exception = error?.text.split("\n")[0] ?? signal ?? "";
  return failed("unknown", { exception }, error ? linesOfError(error) : last);
}

/** Says how a tool ended and why. Pure: all it needs was gathered before. */
export function judgeTool(end: ToolEnd): Verdict {
  const { proof, broken, layers, stopped } = end;
  const plain = (state: Verdict["state"], cause: ToolCauseName | null, values: Verdict["values"] = {}): Verdict => ({
    state,
    cause,
    values,
    lines: readLogText(end.stderrTail).lines.slice(-LAST_LINES),
  });
  if (stopped) return plain("stopped", null);
  if (end.exitCode === null && end.signal === null && end.error === null) return plain("unknown", null);
  if (end.exitCode !== 0 || end.signal !== null) return failure(end);
  if (proof !== null && !proof.whole)
    return plain("failed", proof.reason === "missing" ? "resultMissing" : "resultCut");
  if (broken !== null) return plain("failed", "brokenWeights", { name: broken });
  const missed = end.stderrTail.match(NO_MODULE)?.length ?? 0;
  if (layers > 0 && missed >= layers) return plain("failed", "nothingMerged", { count: layers });
  return missed > 0 ? plain("succeeded", "partlyMerged", { count: missed }) : plain("succeeded", null);
}
