import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type GraphicsCard, graphicsCards } from "../../host/graphics-cards.js";
import type { FoundTrainer } from "./find-trainers.js";
import { trainerRevision } from "./git-revision.js";
import { familiesOf, judgeTrainer, scriptProblems, trainerProblem } from "./judge-trainer.js";
import { keptAnswers } from "./kept-answers.js";
import { type ProbeDocument, readProbe } from "./probe-document.js";
import { lastLine, type PythonRun, runPython } from "./run-python.js";
import type { PackageName, ProbedTrainer, ProbedVersion, TrainerProblem } from "./trainer.js";
import { trainerEnvironment } from "./trainer-environment.js";

// torch from a cold disk takes most of a minute.
const PROBE_MS = 120_000;
// tsc copies no Python: the file is the source's own, seen from dist/.
const probeFile = fileURLToPath(new URL("../../../../sidecar/training/trainer/probe.py", import.meta.url));

export interface ProbeOptions {
  limitMs?: number;
  environment?: NodeJS.ProcessEnv;
  cards?: () => Promise<GraphicsCard[]>;
  /** Asks again even if the answer is known. */
  fresh?: boolean;
}

interface Answer {
  run: PythonRun;
  document: ProbeDocument | null;
}

const kept = keptAnswers<Answer>();

async function ask(python: string, limitMs: number, options: ProbeOptions): Promise<Answer> {
  const environment = trainerEnvironment(python, options.environment);
  const run = await runPython({
    python,
    words: [probeFile],
    environment: { ...environment, PYTHONDONTWRITEBYTECODE: "1" },
    limitMs,
  });
  return { run, document: run.kind === "notStarted" ? null : readProbe(run.stdout) };
}

/** How a Python ended, and what it said last, which may be the reason or about something else. */
function ending(run: PythonRun): { exit: string; said: string } {
  if (run.kind !== "ended") return { exit: "", said: "" };
  // What begins with a brace is our own.
  const said = lastLine(run.stderr) || lastLine(run.stdout.replace(/^\{.*$/gm, ""));
  return { exit: run.signal ?? String(run.exitCode), said };
}

/** Why a Python that told nothing did not. */
export function runProblem(run: PythonRun, python: string, limitMs: number): TrainerProblem {
  switch (run.kind) {
    case "notStarted":
      return run.code === "ENOENT"
        ? trainerProblem("pythonMissing", "error", { python })
        : trainerProblem("pythonUnrunnable", "error", { python, reason: run.reason || run.code });
    case "silent":
      return trainerProblem("pythonSilent", "error", { python, seconds: Math.ceil(limitMs / 1000) });
    case "flooded":
      return trainerProblem("pythonFlooded", "error", { python });
    case "ended":
      return trainerProblem("pythonFailed", "error", { python, ...ending(run) });
  }
}

const noVersion: ProbedVersion = { version: null, problem: null };

/** A version with the first problem that is about it. */
function versionOf(version: string | null, problems: readonly TrainerProblem[], about: RegExp): ProbedVersion {
  return { version, problem: problems.find(({ code }) => about.test(code))?.message ?? null };
}

function versions(document: ProbeDocument | null, problems: readonly TrainerProblem[]) {
  const torch = typeof document?.torch === "object" && "version" in document.torch ? document.torch : null;
  const built = torch?.cuda ? `CUDA ${torch.cuda}` : torch?.hip ? `ROCm ${torch.hip}` : null;
  const one = (name: PackageName): ProbedVersion => ({
    version: document?.packages[name] ?? null,
    problem: problems.find(({ code, values }) => code === "packageMissing" && values.package === name)?.message ?? null,
  });
  return {
    python3: versionOf(document?.python ?? null, problems, /^python/),
    torch: versionOf(torch?.version ?? null, problems, /^torch(?!CpuOnly)/),
    cuda: torch ? versionOf(built, problems, /^(torchCpuOnly|card|noCard)/) : noVersion,
    devices: torch?.devices.map(({ name, memory }) => ({ name, memory })) ?? [],
    packages: {
      accelerate: one("accelerate"),
      diffusers: one("diffusers"),
      transformers: one("transformers"),
      safetensors: one("safetensors"),
      bitsandbytes: one("bitsandbytes"),
      xformers: one("xformers"),
      lycoris: one("lycoris"),
      prodigyopt: one("prodigyopt"),
      tensorboard: one("tensorboard"),
    },
  };
}

/** Training scripts of a folder, by name; none when it cannot be read. */
const scriptsOf = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => name.endsWith("train_network.py")).sort();

/**
 * Runs the trainer's Python once and tells what it has and what is wrong with it. An answer is kept for a while, as long as
 * the Python's packages do not change. Never throws for what is wrong with the trainer.
 */
export async function probeTrainer(found: FoundTrainer, options: ProbeOptions = {}): Promise<ProbedTrainer> {
  const { folder, python } = found;
  const { limitMs = PROBE_MS, cards = graphicsCards } = options;
  const [scripts, revision, nvidia, { run, document }] = await Promise.all([
    scriptsOf(folder),
    trainerRevision(folder),
    cards(),
    kept.get(python, options.fresh === true, () => ask(python, limitMs, options)),
  ]);
  const problems = document
    ? judgeTrainer(document, {
        folder,
        python,
        scripts,
        cards: nvidia,
        seconds: Math.ceil(limitMs / 1000),
        late: run.kind === "silent",
        ending: ending(run),
      })
    : [...scriptProblems(folder, scripts), runProblem(run, python, limitMs)];
  return {
    kind: found.kind,
    folder,
    python,
    accelerate: found.accelerate,
    origin: found.origin,
    revision,
    scripts,
    families: familiesOf(scripts),
    ...versions(document, problems),
    problems,
    usable: !problems.some(({ severity }) => severity === "error"),
  };
}
