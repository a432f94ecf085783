import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { allArgumentWords } from "../../planning/command/argument-words.js";
import type { Arguments } from "../../planning/plan.js";
import { trainerProblem } from "./judge-trainer.js";
import { type ParserAnswer, readParserAnswer, refusedArgument } from "./parser-answer.js";
import { runProblem } from "./probe-trainer.js";
import { runPython } from "./run-python.js";
import type { Trainer, TrainerProblem } from "./trainer.js";
import { trainerEnvironment } from "./trainer-environment.js";

// The imports of a training script: 10 s, on a busy machine or a cold disk several times that.
const PARSER_MS = 180_000;
// A second try would end the same.
const neverStarts = /^python(Missing|Unrunnable)$/;
const parsersFile = fileURLToPath(new URL("../../../../sidecar/training/trainer/parsers.py", import.meta.url));

/** What all answers of a parser have. */
interface Known {
  /** Every argument that the script knows. */
  names: ReadonlySet<string>;
  /** Given arguments that it does not know: in a TOML it passes over them without a word. */
  unknown: string[];
  /** Why the script does not load with its own packages, as a run would end; null when it does. */
  importFails: string | null;
}

export type Acceptance =
  | ({ accepted: true } & Known)
  /** `argument`: null when the parser's complaint names none. */
  | ({ accepted: false; argument: string | null; message: string } & Known)
  /** The parser could not be asked. */
  | { accepted: null; problem: TrainerProblem };

export interface Question {
  /** `train_network.py` … */
  script: string;
  arguments: Arguments;
  /** Words that follow on the command line. */
  additional?: readonly string[];
}

export interface AskOptions {
  limitMs?: number;
  environment?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
}

type Asked = { answer: ParserAnswer } | { problem: TrainerProblem };

async function ask(
  trainer: Trainer,
  question: Question,
  how: "--own" | "--stand-ins",
  options: AskOptions,
): Promise<Asked> {
  const { python, folder } = trainer;
  const { limitMs = PARSER_MS, signal } = options;
  const words = Object.entries(question.arguments).map(([name, value]) => [name, allArgumentWords({ [name]: value })]);
  const run = await runPython({
    python,
    words: [parsersFile, folder, how],
    environment: trainerEnvironment(python, options.environment),
    input: JSON.stringify({ script: question.script, arguments: words, additional: question.additional ?? [] }),
    limitMs,
    ...(signal ? { signal } : {}),
  });
  const answer = run.kind === "notStarted" ? null : readParserAnswer(run.stdout);
  return answer === null ? { problem: runProblem(run, python, limitMs) } : { answer };
}

/**
 * Asks the trainer's own parser whether it takes the arguments: with its packages as a run would load them, and where they
 * do not load, with stand-ins for all of them. Throws only what `signal` was aborted with.
 */
export async function acceptedArguments(
  trainer: Trainer,
  question: Question,
  options: AskOptions = {},
): Promise<Acceptance> {
  const { script } = question;
  const there = await stat(join(trainer.folder, script)).then(
    (found) => found.isFile(),
    () => false,
  );
  // The name is imported as a module.
  if (!there || !/^\w+\.py$/.test(script)) {
    return { accepted: null, problem: trainerProblem("scriptsMissing", "error", { folder: trainer.folder }) };
  }
  const own = await ask(trainer, question, "--own", options);
  if ("problem" in own && neverStarts.test(own.problem.code)) return { accepted: null, problem: own.problem };
  const loads = "answer" in own && !("fails" in own.answer);
  const asked = loads ? own : await ask(trainer, question, "--stand-ins", options);
  if ("problem" in asked) return { accepted: null, problem: asked.problem };
  const why = "problem" in own ? own.problem.message : "fails" in own.answer ? own.answer.fails : null;
  if ("fails" in asked.answer) {
    const reason = why ?? asked.answer.fails;
    return { accepted: null, problem: trainerProblem("scriptFails", "error", { script, reason }) };
  }
  const { names, unknown, error } = asked.answer;
  const known: Known = { names: new Set(names), unknown, importFails: why };
  return error === null
    ? { accepted: true, ...known }
    : { accepted: false, argument: refusedArgument(error), message: error, ...known };
}
