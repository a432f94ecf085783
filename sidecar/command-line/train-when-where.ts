import type { Params, Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import type { Arguments } from "../planning/plan.js";
import { readStartTime } from "../training/schedule/start-time.js";
import { flag, parseWords, text, texts, type Words, wholeNumber } from "./arguments.js";
import { launchOption } from "./launch-options.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const whenWhereUsage =
  "[--machine NAME|any] [--gpu N[,N…]] [--launch NAME=VALUE]… [--at 23:00|TIME] [--not-before 23:00|TIME]";
export const whenWhereOptions = { machine: text, gpu: text, launch: texts, at: text, "not-before": text };
export const whenWhereUsages = {
  cards: "train cards [--json]",
  schedule: "train schedule ID TIME|--now [--json]",
};

const wrong = (message: string, hint: string): StudioError => new StudioError("badArguments", message, hint);

function cardNumbers(written: string): number[] {
  const parts = written.split(",").map((part) => part.trim());
  const bad = parts.find((part) => !/^\d{1,4}$/.test(part));
  if (bad !== undefined)
    throw wrong(`--gpu expects numbers of GPUs; found "${bad}".`, "For instance --gpu 1 or --gpu 0,1");
  return [...new Set(parts.map(Number))];
}

/** As it is read by who waits for it. */
const sayTime = (at: Date): string => at.toLocaleString("sv-SE", { dateStyle: "short", timeStyle: "short" });

function startTime(given: Pick<Words, "text">, output: Output): string | undefined {
  const [at, notBefore] = [given.text("at"), given.text("not-before")];
  if (at !== undefined && notBefore !== undefined) {
    throw wrong("--at and --not-before both say when it starts.", "Leave one of them out.");
  }
  const written = at ?? notBefore;
  if (written === undefined) return undefined;
  const time = readStartTime(written, at === undefined ? "now" : "tomorrow");
  output.say(`It starts ${sayTime(time.at)}${time.tomorrow ? " (tomorrow: today that time is past)" : ""} or later.`);
  return time.at.toISOString();
}

/** What `--machine`, `--gpu`, `--at` and `--not-before` say, as `training/start` takes it. @throws StudioError "badArguments" */
export function whenAndWhere(
  given: Pick<Words, "text">,
  output: Output,
): Pick<Params<"training/start">, "gpus" | "notBefore" | "machine"> {
  const [gpu, machine] = [given.text("gpu"), given.text("machine")];
  if (machine !== undefined && !/^[\w-]{1,80}$/.test(machine))
    throw wrong(
      `--machine expects the name of a machine, or any; found "${machine}".`,
      "`train cards` lists those that train.",
    );
  const notBefore = startTime(given, output);
  return {
    ...(machine === undefined ? {} : { machine }),
    ...(gpu === undefined ? {} : { gpus: cardNumbers(gpu) }),
    ...(notBefore === undefined ? {} : { notBefore }),
  };
}

/** A plan whose launcher is told more. */
export function withLaunch<Plan extends { launch: Arguments }>(plan: Plan, written: readonly string[]): Plan {
  const more = Object.fromEntries(written.map(launchOption));
  return written.length === 0 ? plan : { ...plan, launch: { ...plan.launch, ...more } };
}

/** What a line of `train list` says of cards and time. */
export function schedulingRemark({
  gpus,
  notBefore,
  late,
  series,
  machine,
}: Result<"training/runs">["runs"][number]["scheduling"]) {
  return [
    gpus === null ? "" : `  GPU ${gpus.join(",")}`,
    notBefore === null ? "" : `  not before ${sayTime(new Date(notBefore))}`,
    late === null
      ? ""
      : `  (its time was missed by ${Math.round(late / 60)} min: the machine slept, or no studio was there)`,
    machine === undefined ? "" : `  on ${machine.on ?? `${machine.wanted} (waits)`}`,
    series === null ? "" : `  series ${series.id}`,
  ].join("");
}

/** `train cards`: numbers, names and free memory. */
export function cardsCommand(rest: string[], { output }: { output: Output }): Promise<number> {
  parseWords(rest, { json: flag }, whenWhereUsages.cards);
  return withClient(async (client) => {
    const result = await client.call("training/cards", {});
    if (output.json) output.document(result);
    else if (result.cards.length === 0) output.print("No GPU answers: nvidia-smi is not there, or shows none.");
    for (const { index, name, free, total } of output.json ? [] : result.cards) {
      output.print(`${index}  ${name}  ${(free / 1024).toFixed(1)} of ${(total / 1024).toFixed(1)} GiB free`);
    }
    for (const { id, host, card, trainer, problem, ready } of output.json ? [] : result.machines) {
      const state = problem ?? trainer ?? "rehearsals only: no trainer";
      output.print(`${id}  ${host}  ${card ?? "no GPU"}  ${state}${ready ? "" : "  (takes no work now)"}`);
    }
    return 0;
  });
}

/** `train schedule ID 23:00`: another time for a run that waits. */
export function scheduleCommand(rest: string[], { output }: { output: Output }): Promise<number> {
  const given = parseWords(rest, { now: flag, json: flag }, whenWhereUsages.schedule);
  const [id, time, ...more] = given.words;
  if (id === undefined || more.length > 0 || (time === undefined) !== given.flag("now")) {
    throw wrong("The number of a run and a time are expected, or --now.", whenWhereUsages.schedule);
  }
  const notBefore = time === undefined ? null : readStartTime(time, "tomorrow").at.toISOString();
  return withClient(async (client) => {
    const result = await client.call("training/schedule", { id: wholeNumber("ID", id), notBefore });
    if (output.json) output.document(result);
    else
      output.print(
        result.notBefore === null
          ? "It starts when its turn comes."
          : `Not before ${sayTime(new Date(result.notBefore))}.`,
      );
    return 0;
  });
}
