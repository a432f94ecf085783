import { createInterface } from "node:readline/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Params, Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { flag, fromWhereTheUserStands, oneOf, parseWords, text, texts } from "./arguments.js";
import type { Output } from "./output.js";
import type { StudioClient } from "./studio-client.js";
import { withClient } from "./with-client.js";

export const installUsage =
  "train install [DIR] [--revision TAG|COMMIT] [--torch cu118|cu124|cu128|rocm|cpu|mps] [--python FILE] [--extra xformers|lycoris|bitsandbytes]… [--yes] [--detach] [--json];  train install --status|--log|--cancel [--json]";

type Plan = Result<"training/installPlan">;
type State = NonNullable<Result<"training/installState">["install"]>;

interface Watch {
  output: Output;
  signal: AbortSignal;
}

const builds = ["cu118", "cu124", "cu128", "rocm", "cpu", "mps"] as const;
const extraNames = ["xformers", "lycoris", "bitsandbytes"] as const;
const LOOK_EVERY_MS = 500;
const LOG_BYTES = 1_000_000;

function printPlan(plan: Plan, output: Output): void {
  const { folder, revision, url, source, packages, index, python, pythonVersion, download, disk, free } = plan;
  output.print(`Folder: ${folder}`);
  output.print(`sd-scripts: ${revision} of ${url}${source === "archive" ? " (ZIP archive)" : ""}`);
  output.print(`PyTorch: ${packages.join(" ")} from ${index ?? "pip's own index"}`);
  output.print(`Python: ${python === null ? "none" : `${pythonVersion} (${python})`}`);
  const space = free === null ? "" : `; ${free.toFixed(0)} GB are free`;
  output.print(`Disk: about ${download} GB to download, ${disk} GB on the disk${space}`);
  for (const { title, commands, done } of plan.steps) {
    output.print(`${title}${done ? " (done already)" : ""}`);
    if (!done) for (const command of commands) output.print(`    ${command}`);
  }
  for (const { severity, message, remedy } of plan.problems) {
    output.print(`${severity}: ${message}`);
    output.print(`    ${remedy}`);
  }
}

function printEnd({ folder, state, failure }: State, output: Output): void {
  output.print(`${folder}: ${state}`);
  if (failure !== null) {
    output.print(failure.message);
    output.print(failure.remedy);
    for (const line of failure.lines) output.print(`    ${line}`);
  }
  if (state !== "succeeded" && state !== "running") output.print("Run it again to go on; what is done is kept.");
}

const exitCodes: Record<State["state"], number> = {
  succeeded: 0,
  running: 0,
  failed: 1,
  interrupted: 1,
  cancelled: 130,
};

async function stateOf(client: StudioClient): Promise<State | null> {
  return (await client.call("training/installState", {})).install;
}

/** Follows the installation to its end; an interruption cancels it. With --json one object a change, the last with its end. */
async function follow(client: StudioClient, { output, signal }: Watch): Promise<number> {
  let told = "";
  let asked = false;
  for (;;) {
    if (signal.aborted && !asked) {
      asked = true;
      await client.call("training/cancelInstall", {});
      output.say("Asked to end; what is done is kept.");
    }
    const state = await stateOf(client);
    if (state === null) throw new StudioError("internal", "The installation left no trace.", "Start it again.");
    if (state.state !== "running") {
      output.endProgress();
      if (output.json) output.document(state);
      else printEnd(state, output);
      return exitCodes[state.state];
    }
    const step = state.steps.find((one) => one.state === "running");
    const { amount, line } = state;
    if (step && told !== step.step) {
      told = step.step;
      if (output.json) output.document({ state: "running", step: step.step });
      else output.say(step.title);
    }
    const much = amount === null ? "" : ` ${(amount.done / 1e6).toFixed(0)} of ${(amount.total / 1e6).toFixed(0)} MB`;
    output.progress(`${step?.step ?? ""}${much} ${line}`.slice(0, 100));
    await sleep(LOOK_EVERY_MS);
  }
}

async function confirmed(): Promise<boolean> {
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(y|yes|はい)$/i.test((await asking.question("Install it? [y/N] ")).trim());
  } finally {
    asking.close();
  }
}

async function look(client: StudioClient, kind: "status" | "log" | "cancel", output: Output): Promise<number> {
  if (kind === "log") {
    const part = await client.call("training/installLog", { from: -LOG_BYTES, bytes: LOG_BYTES });
    if (output.json) output.document(part);
    else output.print(part.text.trimEnd());
    return 0;
  }
  if (kind === "cancel") {
    const cancelled = await client.call("training/cancelInstall", {});
    if (output.json) output.document(cancelled);
    else output.print(`${cancelled.folder}: asked to end; what is done is kept.`);
    return 0;
  }
  const state = await stateOf(client);
  if (output.json) output.document({ install: state });
  else if (state === null) output.print("Nothing was installed by this studio yet.");
  else {
    for (const { title, state: how, seconds } of state.steps) {
      output.print(`${how.padEnd(8)} ${title}${seconds === null ? "" : ` (${seconds} s)`}`);
    }
    printEnd(state, output);
  }
  return state === null ? 0 : exitCodes[state.state];
}

/** `train install`: shows what will happen, and does it when that is confirmed. */
export function installCommand(rest: string[], watch: Watch): Promise<number> {
  const { output } = watch;
  const options = {
    revision: text,
    torch: text,
    python: text,
    extra: texts,
    yes: flag,
    detach: flag,
    status: flag,
    log: flag,
    cancel: flag,
    json: flag,
  };
  const given = parseWords(rest, options, installUsage);
  const [folder, ...more] = given.words;
  if (more.length > 0) throw new StudioError("badArguments", "One folder is expected.", installUsage);
  const kind = (["status", "log", "cancel"] as const).find((name) => given.flag(name));
  if (kind !== undefined) return withClient((client) => look(client, kind, output));
  const [revision, python] = [given.text("revision"), given.text("python")];
  const torch = oneOf("torch", given.text("torch"), builds);
  const extras = given.texts("extra").flatMap((name) => oneOf("extra", name, extraNames) ?? []);
  const wish: Params<"training/install"> = {
    ...(folder === undefined ? {} : { folder: fromWhereTheUserStands(folder) }),
    ...(revision === undefined ? {} : { revision }),
    ...(torch === undefined ? {} : { torch }),
    // A bare name such as python3.11 is looked up on PATH by the system.
    ...(python === undefined ? {} : { python: /[\\/]/.test(python) ? fromWhereTheUserStands(python) : python }),
    ...(extras.length === 0 ? {} : { extras }),
  };
  return withClient(async (client) => {
    const plan = await client.call("training/installPlan", wish);
    if (!output.json) printPlan(plan, output);
    const asks = !output.json && process.stdin.isTTY && process.stderr.isTTY;
    const goes = plan.ready && (given.flag("yes") || (asks && (await confirmed())));
    if (!goes) {
      if (output.json) output.document(plan);
      else output.say(plan.ready ? "Nothing was done. Add --yes to do it." : "It cannot be installed as it is.");
      return plan.ready ? 0 : 1;
    }
    await client.call("training/install", wish);
    if (!given.flag("detach")) return follow(client, watch);
    if (output.json) output.document({ folder: plan.folder });
    else output.say("It goes on by itself; `train install --status` tells how far it is.");
    return 0;
  });
}
