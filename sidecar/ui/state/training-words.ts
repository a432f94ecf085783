import type { PlanProblem } from "../../../protocol/generated/methods.js";
import { words } from "./look.js";
import { ruleWords } from "./plan-words.js";
import { paused, type Run, type RunRow, waiting } from "./training.js";
import { secondsUntil } from "./training-choices.js";
import type { Trainer } from "./training-trainers.js";

type Values = Readonly<Record<string, string | number>>;

interface Sentences {
  title: string;
  message(values: Values): string;
  remedy(values: Values): string;
}

/** Why a run ended as it did, in the page's language; a cause of a newer sidecar in English. */
export function verdictWords({ verdict }: Run): { title: string; message: string; remedy: string } | null {
  if (verdict === null || (verdict.cause === null && verdict.message === "")) return null;
  const known: Readonly<Record<string, Sentences>> = words.value.training.causes;
  const said = verdict.cause === null ? undefined : known[verdict.cause];
  if (!said) return { title: "", message: verdict.message, remedy: verdict.remedy };
  return { title: said.title, message: said.message(verdict.values), remedy: said.remedy(verdict.values) };
}

export function trainerProblemWords({ code, values, message, remedy }: Trainer["problems"][number]) {
  const known: Readonly<Record<string, Sentences>> = words.value.training.trainerProblems;
  const said = known[code];
  return said
    ? { title: said.title, message: said.message(values), remedy: said.remedy(values) }
    : { title: "", message, remedy };
}

/** A finding of the preflight: its own, or one of the planning rules. */
export function preflightWords(problem: PlanProblem, trainer: Trainer | null) {
  const known: Readonly<Record<string, Sentences>> = words.value.training.preflight;
  const said = known[problem.rule];
  if (!said) return ruleWords(problem);
  const first = trainer?.problems.find(({ severity }) => severity === "error");
  // The reason is a sentence itself, and has its own words.
  const values =
    problem.rule === "trainerUnusable" && first
      ? { ...problem.values, reason: trainerProblemWords(first).message }
      : problem.values;
  return { title: said.title, message: said.message(values), remedy: said.remedy(values) };
}

const causeTitle = (cause: string | null | undefined): string | null => {
  const known: Readonly<Record<string, Sentences>> = words.value.training.causes;
  return cause ? (known[cause]?.title ?? null) : null;
};

/** What a run is doing, in words: its phase, with how far that is. */
function doing({ progress, steps }: RunRow): string {
  const { phaseSentences, training } = words.value.training;
  const { phase, done, of } = progress;
  if (phase === "training") return training(progress.step, steps);
  const known: Record<string, (done: number | null, of: number | null) => string> = phaseSentences;
  return known[phase]?.(done, of) ?? phase;
}

/** The run's state in one sentence. */
export function stateWords(row: RunRow, files: number): string {
  const { training: said, jobs } = words.value;
  const { progress, steps, state, id } = row;
  if (state === "running") {
    const { phase, secondsLeft } = progress;
    const left = phase === "training" && secondsLeft !== null ? ` – ${jobs.left(secondsLeft)}` : "";
    return doing(row) + left;
  }
  const until = secondsUntil(row);
  if (until !== null) return said.series.waitsUntil(row.scheduling.notBefore ?? "", until);
  if (state === "queued") return paused.value ? said.queuedPaused : said.queued(waiting.value.indexOf(id) + 1);
  if (state === "succeeded") return said.finished(steps);
  if (state === "stopped") {
    return row.started === null ? said.neverBegan : said.stopped(progress.step, files);
  }
  if (state === "failed") return said.failed(causeTitle(row.cause));
  return said.unknownEnd;
}

/** The same in a few words, for lists. */
export function briefState(row: RunRow): string {
  const { training: said } = words.value;
  const { progress, state, id } = row;
  if (state === "running") return doing(row);
  const until = secondsUntil(row);
  if (until !== null) return said.series.briefUntil(until);
  if (state === "queued") return said.brief.queued(waiting.value.indexOf(id) + 1);
  if (state === "stopped") return row.started === null ? said.brief.removed : said.brief.stopped(progress.step);
  if (state === "failed") return said.failed(causeTitle(row.cause));
  return said.brief[state];
}

export const toneOf = ({ state }: RunRow): "idle" | "running" | "good" | "look" | "broken" => {
  const tones = {
    queued: "idle",
    running: "running",
    succeeded: "good",
    stopped: "look",
    failed: "broken",
    unknown: "look",
  } as const;
  return tones[state];
};
