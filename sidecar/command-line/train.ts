import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { flag, fromWhereTheUserStands, oneOf, parseWords, text } from "./arguments.js";
import { followRun } from "./follow-run.js";
import type { Output } from "./output.js";
import { readConfig } from "./plan-config.js";
import { refuseFolder } from "./refuse-folder.js";
import { runNumber as idOf } from "./run-number.js";
import { compareRunsCommand, printSamples, trainCompareUsage } from "./train-history.js";
import { installCommand, installUsage } from "./train-install.js";
import { lookCommands, lookUsages } from "./train-look.js";
import { nowCommands, nowUsages } from "./train-now.js";
import { queueCommand, queueUsage } from "./train-queue.js";
import {
  publishCommand,
  publishedCommand,
  resultsFolderCommand,
  trainResultsUsage,
  unpublishCommand,
} from "./train-results.js";
import { seriesOptions, seriesUsage, trainSeries } from "./train-series.js";
import { trainersCommand, trainersUsage } from "./train-trainers.js";
import {
  cardsCommand,
  scheduleCommand,
  schedulingRemark,
  whenAndWhere,
  whenWhereOptions,
  whenWhereUsage,
  whenWhereUsages,
  withLaunch,
} from "./train-when-where.js";
import { withClient } from "./with-client.js";

const usages = {
  start: `train CONFIG [--sd-scripts DIR] [--name NAME] [--rename] [--concept character|outfit|style|object] ${whenWhereUsage} ${seriesUsage} [--rehearsal] [--dry-run] [--detach] [--json]`,
  list: "train list [--json]",
  show: "train show ID [--json]",
  log: "train log ID [--stdout] [--json]",
  stop: "train stop ID [--after-save|--save] [--json]",
  ...nowUsages,
  resume: "train resume ID [--detach] [--json]",
  retry: "train retry ID [--detach] [--json]",
  queue: queueUsage,
  compare: trainCompareUsage,
  trainers: trainersUsage,
  ...whenWhereUsages,
  ...lookUsages,
};
export const trainUsage = [...Object.values(usages), ...trainResultsUsage, installUsage];

const concepts = ["character", "outfit", "style", "object"] as const;
const LOG_BYTES = 1_000_000;

interface Watch {
  output: Output;
  signal: AbortSignal;
}

type Command = (rest: string[], watch: Watch) => Promise<number>;

const wrong = (message: string, usage: string): StudioError => new StudioError("badArguments", message, usage);

function printPreflight(result: Result<"training/preflight">, output: Output): void {
  for (const { severity, message, remedy } of result.problems) {
    if (severity === "note") continue;
    output.print(`${severity}: ${message}`);
    output.print(`    ${remedy}`);
  }
  output.print(result.command);
  output.print(result.toml.trimEnd());
  if (result.datasetToml !== null) output.print(result.datasetToml.trimEnd());
  output.print(result.ready ? `It can start: ${result.steps} steps.` : "It cannot start as it is.");
}

/** `train CONFIG`: starts, or waits in the queue, and is followed until it ends. */
const start: Command = (rest, { output, signal }) => {
  const options = {
    "sd-scripts": text,
    name: text,
    rename: flag,
    ...whenWhereOptions,
    ...seriesOptions,
    concept: text,
    rehearsal: flag,
    "dry-run": flag,
    detach: flag,
    json: flag,
  };
  const given = parseWords(rest, options, usages.start);
  const [config, ...more] = given.words;
  if (config === undefined || more.length > 0) throw wrong("One configuration file is expected.", usages.start);
  const [trainer, name] = [given.text("sd-scripts"), given.text("name")];
  const concept = oneOf("concept", given.text("concept"), concepts) ?? "character";
  return withClient(async (client) => {
    const { plan: read } = await readConfig(client, config, output);
    const named = name === undefined ? read : { ...read, name, arguments: { ...read.arguments, output_name: name } };
    const plan = withLaunch(named, given.texts("launch"));
    const common = {
      plan,
      concept,
      rehearsal: given.flag("rehearsal"),
      ...whenAndWhere(given, output),
      ...(trainer === undefined ? {} : { trainer: fromWhereTheUserStands(trainer) }),
    };
    if (given.texts("vary").length > 0) return trainSeries(client, common, { given, output, signal });
    const params = {
      ...common,
      whenThere: given.flag("rename") ? ("rename" as const) : ("refuse" as const),
    };
    if (given.flag("dry-run")) {
      const result = await client.call("training/preflight", params);
      if (output.json) output.document(result);
      else printPreflight(result, output);
      return result.ready ? 0 : 1;
    }
    const { runId, name: used } = await client.call("training/start", params);
    output.say(`Run ${runId}: ${used}`);
    return given.flag("detach") ? detached(runId, output) : followRun(client, runId, { output, signal });
  });
};

function detached(runId: number, output: Output): number {
  if (output.json) output.document({ run: runId });
  return 0;
}

const list: Command = (rest, { output }) => {
  parseWords(rest, { json: flag }, usages.list);
  return withClient(async (client) => {
    const result = await client.call("training/runs", {});
    if (output.json) output.document(result);
    else {
      for (const { id, name, state, cause, progress, rehearsal, scheduling } of result.runs) {
        const remark = rehearsal ? " (rehearsal)" : "";
        const why = cause === null ? "" : ` (${cause})`;
        const steps = `${progress.step} of ${progress.total}`;
        output.print(`${id}  ${name}${remark}  ${state}${why}  ${steps}${schedulingRemark(scheduling)}`);
      }
      if (result.paused) output.print("The queue is paused.");
    }
    return 0;
  });
};

const show: Command = (rest, { output }) => {
  const { words } = parseWords(rest, { json: flag }, usages.show);
  const id = idOf(words, usages.show);
  return withClient(async (client) => {
    const run = await client.call("training/run", { id });
    const samples = await client.call("training/samples", { id });
    if (output.json) output.document({ ...run, samples });
    else {
      output.print(`${run.name}: ${run.state}, ${run.progress.step} of ${run.progress.total} steps`);
      for (const { path, step } of run.files) output.print(`    step ${step}: ${path}`);
      if (run.verdict !== null) {
        for (const line of [run.verdict.message, run.verdict.remedy, ...run.verdict.lines]) {
          if (line !== "") output.print(`    ${line}`);
        }
      }
      printSamples(samples, output);
    }
    return 0;
  });
};

const log: Command = (rest, { output }) => {
  const given = parseWords(rest, { stdout: flag, json: flag }, usages.log);
  const id = idOf(given.words, usages.log);
  return withClient(async (client) => {
    const stream = given.flag("stdout") ? "stdout" : "stderr";
    const part = await client.call("training/log", { id, stream, from: -LOG_BYTES, bytes: LOG_BYTES });
    if (output.json) output.document(part);
    // Wide lines have their source far on the right.
    else output.print(part.text.replaceAll("\r", "\n").replaceAll(/ {8,}(?=\S+\.py:\d+\s*$)/gm, "  "));
    return 0;
  });
};

const stop: Command = (rest, { output }) => {
  const given = parseWords(rest, { "after-save": flag, save: flag, json: flag }, usages.stop);
  const id = idOf(given.words, usages.stop);
  return withClient(async (client) => {
    const when = given.flag("save") ? "save" : given.flag("after-save") ? "afterSave" : "now";
    const result = await client.call("training/stop", { id, when });
    if (output.json) output.document(result);
    else if (when === "save") output.print(`Run ${id} saves at its next step, where it can be asked, and ends then.`);
    else output.print(when === "now" ? `Run ${id} is asked to end.` : `Run ${id} ends at its next saved file.`);
    return 0;
  });
};

const again =
  (method: "training/resume" | "training/retry", usage: string): Command =>
  (rest, { output, signal }) => {
    const given = parseWords(rest, { detach: flag, json: flag }, usage);
    const id = idOf(given.words, usage);
    return withClient(async (client) => {
      const { runId } = await client.call(method, { id });
      output.say(`Run ${runId}`);
      return given.flag("detach") ? detached(runId, output) : followRun(client, runId, { output, signal });
    });
  };

const commands: Record<string, Command> = {
  list,
  show,
  log,
  stop,
  ...nowCommands,
  resume: again("training/resume", usages.resume),
  retry: again("training/retry", usages.retry),
  queue: (rest, { output }) => queueCommand(rest, output),
  compare: compareRunsCommand,
  publish: (rest, { output }) => publishCommand(rest, output),
  unpublish: (rest, { output }) => unpublishCommand(rest, output),
  published: (rest, { output }) => publishedCommand(rest, output),
  "results-folder": (rest, { output }) => resultsFolderCommand(rest, output),
  ...lookCommands,
  install: installCommand,
  trainers: trainersCommand,
  cards: cardsCommand,
  schedule: scheduleCommand,
};

/** `train CONFIG`, or one of its verbs. */
export function trainCommand(argumentList: string[], output: Output, signal: AbortSignal): Promise<number> {
  const [verb = "", ...rest] = argumentList;
  const command = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  if (command) return command(rest, { output, signal });
  if (verb !== "" && !verb.startsWith("-")) refuseFolder(verb);
  return start(argumentList, { output, signal });
}
