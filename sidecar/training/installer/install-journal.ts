import { readFileSync } from "node:fs";
import type { ProcessIdentity } from "../../host/process-identity.js";
import { type InstallCause, installCausesEn } from "../../words/trainer-install-en.js";
import { installFiles } from "./install-files.js";
import { type InstallOrder, parseOrder } from "./install-order.js";
import type { InstallStep, StepName } from "./install-steps.js";

/** Why it ended early, with what its sentences are made of and the log lines that show it. */
export interface InstallFailure {
  cause: InstallCause;
  values: Readonly<Record<string, string | number>>;
  lines: string[];
}

interface StepRecord {
  recipe: string;
  /** ISO times; `ended` only when the step is whole. */
  begun: string;
  ended: string | null;
  /** True when it was whole once: then the user may have changed what it made. */
  wasWhole: boolean;
}

/** What was done so far; written whole after each change. */
export interface InstallJournal {
  steps: Partial<Record<StepName, StepRecord>>;
  state: "running" | "succeeded" | "failed" | "cancelled";
  /** The step in work, or where it ended. */
  step: StepName | null;
  failure: InstallFailure | null;
  ended: string | null;
}

export const newJournal = (): InstallJournal => ({
  steps: {},
  state: "running",
  step: null,
  failure: null,
  ended: null,
});

/** How far the step in work is. */
export interface InstallProgress {
  /** Of the file that is coming; null when none is. */
  amount: { done: number; total: number } | null;
  /** The last line of the log. */
  line: string;
}

function readJson(path: string): Record<string, unknown> | null {
  try {
    return Object(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    // Not there, on a disk that is gone, or left empty by a machine that lost its power: then it is done once more.
    return null;
  }
}

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
const stepNames: readonly StepName[] = ["source", "venv", "pip", "torch", "requirements", "extras", "check"];
const stepNamed = (value: unknown): StepName | null => stepNames.find((name) => name === value) ?? null;
const states = ["running", "succeeded", "failed", "cancelled"] as const;

const isCause = (value: unknown): value is InstallCause =>
  typeof value === "string" && Object.hasOwn(installCausesEn, value);

function failureOf(value: unknown): InstallFailure | null {
  if (typeof value !== "object" || value === null) return null;
  const { cause, values, lines }: Record<string, unknown> = Object(value);
  const entries = Object.entries(Object(values)).map(([name, one]) => [
    name,
    typeof one === "number" ? one : String(one),
  ]);
  return {
    cause: isCause(cause) ? cause : "unknown",
    values: Object.fromEntries(entries),
    lines: Array.isArray(lines) ? lines.map(String) : [],
  };
}

/** null when none was begun there. */
export function readJournal(folder: string): InstallJournal | null {
  const json = readJson(installFiles(folder).journal);
  if (json === null) return null;
  const steps: InstallJournal["steps"] = {};
  for (const name of stepNames) {
    const one: Record<string, unknown> = Object(Object(json.steps)[name]);
    const recipe = text(one.recipe);
    if (recipe !== null)
      steps[name] = { recipe, begun: text(one.begun) ?? "", ended: text(one.ended), wasWhole: one.wasWhole === true };
  }
  return {
    steps,
    state: states.find((name) => name === json.state) ?? "running",
    step: stepNamed(json.step),
    failure: failureOf(json.failure),
    ended: text(json.ended),
  };
}

export function readOrder(folder: string): InstallOrder | null {
  const json = readJson(installFiles(folder).order);
  return json && parseOrder(JSON.stringify(json));
}

export function readProgress(folder: string): InstallProgress {
  const json = readJson(installFiles(folder).progress);
  const amount: Record<string, unknown> = Object(json?.amount);
  const [done, total] = [Number(amount.done), Number(amount.total)];
  return { amount: done >= 0 && total > 0 ? { done, total } : null, line: text(json?.line) ?? "" };
}

/** Who works on it. */
export interface InstallProcesses {
  installer: ProcessIdentity;
  /** What the installer waits for; leads a process group of its own. */
  child: ProcessIdentity | null;
}

const identity = (value: unknown): ProcessIdentity => ({
  pid: Number(Object(value).pid) || 0,
  started: text(Object(value).started) ?? "",
});

export function readProcesses(folder: string): InstallProcesses | null {
  const json = readJson(installFiles(folder).processes);
  return json && { installer: identity(json.installer), child: json.child === null ? null : identity(json.child) };
}

/** Notes that a step begins: what was built on its earlier result is no longer whole. */
export function beginStep(journal: InstallJournal, step: InstallStep, steps: readonly InstallStep[]): void {
  const before = journal.steps[step.name];
  const wasWhole = before?.wasWhole === true;
  journal.step = step.name;
  journal.steps[step.name] = { recipe: step.recipe, begun: new Date().toISOString(), ended: null, wasWhole };
  for (const { name, after } of steps) {
    const record = journal.steps[name];
    if (record && after.includes(step.name)) record.ended = null;
  }
}

export function endStep(journal: InstallJournal, { name }: InstallStep): void {
  const record = journal.steps[name];
  if (record) journal.steps[name] = { ...record, ended: new Date().toISOString(), wasWhole: true };
}

/** Steps that are whole and need no repetition, by their journal. */
export function wholeSteps(steps: readonly InstallStep[], journal: InstallJournal | null): Set<StepName> {
  const whole = new Set<StepName>();
  for (const { name, recipe, after } of steps) {
    const record = journal?.steps[name];
    const again = after.some((one) => steps.some((step) => step.name === one) && !whole.has(one));
    if (name !== "check" && record?.ended && record.recipe === recipe && !again) whole.add(name);
  }
  return whole;
}
