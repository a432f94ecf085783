import type { Result } from "../../../protocol/validate.js";
import { quotedCommand } from "../../planning/command/quote.js";
import { trainerInstallEn } from "../../words/trainer-install-en.js";
import { readJournal, readOrder, readProgress, wholeSteps } from "./install-journal.js";
import { type InstallStep, installSteps } from "./install-steps.js";
import type { InstallPlan } from "./plan-install.js";
import { isInstalling } from "./start-installer.js";

type WirePlan = Result<"training/installPlan">;
type WireState = NonNullable<Result<"training/installState">["install"]>;

/** A name and password in an address are nobody else's business. */
const withoutLogin = (address: string): string => address.replace(/(\w:\/\/)[^\s/@]+@/, "$1***@");

/** The plan as it is shown before it is confirmed. */
export function planView({ order, problems, download, disk, free, whole }: InstallPlan): WirePlan {
  const shell = process.platform === "win32" ? "powershell" : "bash";
  const { folder, url, revision, git, torch, packages, index, python, pythonVersion, extras } = order;
  const commandsOf = ({ commands }: InstallStep): string[] =>
    commands.map(({ program, words }) => quotedCommand(shell, [program, ...words].map(withoutLogin)));
  return {
    folder,
    url: withoutLogin(url),
    revision,
    source: git === null ? "archive" : "git",
    torch,
    packages,
    index: index === null ? null : withoutLogin(index),
    python: python || null,
    pythonVersion: pythonVersion || null,
    extras,
    steps: installSteps(order).map((step) => ({
      step: step.name,
      title: trainerInstallEn.steps[step.name],
      commands: commandsOf(step),
      done: whole.has(step.name),
    })),
    download,
    disk,
    free,
    problems: problems.map((one) => ({ ...one, values: { ...one.values } })),
    ready: !problems.some(({ severity }) => severity === "error"),
    goesOn: whole.size > 0,
  };
}

const secondsBetween = (begun: string, ended: string | null): number | null => {
  const seconds = ((ended === null ? Date.now() : Date.parse(ended)) - Date.parse(begun)) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.round(seconds)) : null;
};

/** How far the installation in a folder is, by its files; null where there is none. */
export function stateView(folder: string): WireState | null {
  // Who ended has written that first: looked at in this order, it is never taken for killed.
  const lives = isInstalling(folder);
  const [order, journal] = [readOrder(folder), readJournal(folder)];
  if (order === null || journal === null) return null;
  const state = journal.state === "running" && !lives ? "interrupted" : journal.state;
  const steps = installSteps(order);
  const whole = wholeSteps(steps, journal);
  const { amount, line } = readProgress(folder);
  const { failure } = journal;
  return {
    folder,
    revision: order.revision,
    torch: order.torch,
    state,
    started: order.started,
    ended: journal.ended,
    steps: steps.map(({ name }) => {
      const record = journal.steps[name];
      const done = whole.has(name) || (name === "check" && state === "succeeded");
      const here = journal.step === name;
      const how = done ? "done" : !here ? "waiting" : state === "running" ? "running" : "failed";
      const end = how === "running" ? null : (record?.ended ?? journal.ended);
      const timed = record && how !== "waiting" && (end !== null || how === "running");
      return {
        step: name,
        title: trainerInstallEn.steps[name],
        state: how,
        seconds: timed ? secondsBetween(record.begun, end) : null,
      } as const;
    }),
    amount: state === "running" ? amount : null,
    line: state === "running" ? line : "",
    failure: failure && {
      ...failure,
      values: { ...failure.values },
      message: trainerInstallEn.causes[failure.cause].message(failure.values),
      remedy: trainerInstallEn.causes[failure.cause].remedy(failure.values),
      lines: failure.lines,
    },
  };
}
