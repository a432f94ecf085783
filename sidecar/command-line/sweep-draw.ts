import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { flag, fromWhereTheUserStands, parseWords, text, type Words, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import type { StudioClient } from "./studio-client.js";
import { sweepOptions, sweepOptionsUsage } from "./sweep-options.js";
import { copyPictures } from "./sweep-pictures.js";
import { printLook } from "./sweep-plan.js";
import { followRounds, type SweepResult, sweepResult } from "./sweep-result.js";
import { settingsGiven } from "./sweep-settings.js";
import { withClient } from "./with-client.js";

const following = "[--output DIR] [--detach] [--json]";
const usages = {
  start: `sweep ${sweepOptionsUsage} [--dry-run] ${following}`,
  resume: `sweep resume ID ${following}`,
  redraw: `sweep redraw ID [CELL…] ${following}`,
  change: `sweep change ID [the options of sweep] ${following}`,
};
export const sweepDrawUsage = Object.values(usages);

interface Watch {
  output: Output;
  signal: AbortSignal;
}

type Command = (rest: string[], watch: Watch) => Promise<number>;
type Sweep = Result<"sweep/get">;

const followOptions = { output: text, detach: flag, json: flag };

function numbersOf(words: readonly string[], usage: string): [number, number[]] {
  const [id, ...more] = words;
  if (id === undefined) throw new StudioError("badArguments", "The number of a sweep is expected.", usage);
  // Cells count from 0.
  return [wholeNumber("ID", id), more.map((word) => (word === "0" ? 0 : wholeNumber("CELL", word)))];
}

function printResult(sweep: Sweep, { recommendation }: Pick<SweepResult, "recommendation">, output: Output): void {
  const { drawn, reused, wrong, failed } = sweep.counts;
  output.print(
    `Sweep ${sweep.id}: ${sweep.state}. ${drawn} right (${reused} of them from before), ${wrong} wrong, ${failed} failed.`,
  );
  for (const { message, remedy, count } of sweep.problems) output.print(`${count} cells: ${message}\n    ${remedy}`);
  // Which one is of interest where there were several.
  if (sweep.drawnBy.length > 1) for (const line of drawnByLines(sweep)) output.print(line);
  if (sweep.problem !== null) output.print(`${sweep.problem.message}\n    ${sweep.problem.hint}`);
  if (recommendation !== null) output.print(recommendation.sentence);
}

const drawnByLines = ({ drawnBy }: Sweep): string[] =>
  drawnBy.map(({ title, pictures, secondsPerPicture }) => {
    const pace = secondsPerPicture === null ? "" : `, ${secondsPerPicture.toFixed(1)} s a picture`;
    return `${pictures} drawn by ${title}${pace}`;
  });

function exitCode({ state, counts }: Pick<SweepResult, "state" | "counts">, signal: AbortSignal): number {
  if (signal.aborted || state === "cancelled") return 130;
  if (state !== "done") return 1;
  return counts.wrong + counts.failed > 0 ? 3 : 0;
}

/** Follows to the end, scores, copies, tells. */
async function finish(
  client: StudioClient,
  id: number,
  { given, output, signal }: Watch & { given: Words },
): Promise<number> {
  if (given.flag("detach") && !client.isOwn) {
    if (output.json) output.document({ sweep: id });
    return 0;
  }
  const sweep = await followRounds(client, id, { output, signal });
  const result = await sweepResult(client, sweep);
  const folder = given.text("output");
  if (folder !== undefined) {
    const count = await copyPictures(fromWhereTheUserStands(folder), sweep, result);
    output.say(`${count} pictures are in ${fromWhereTheUserStands(folder)}.`);
  }
  if (output.json) output.document(result);
  else {
    printResult(sweep, result, output);
    output.print(`sweep report ${id}, sweep export ${id}`);
  }
  return exitCode(result, signal);
}

async function dryRun(client: StudioClient, given: Words, output: Output): Promise<number> {
  const look = await client.call("sweep/look", { settings: await settingsGiven(client, given) });
  if (output.json) output.document(look);
  else printLook(look, output);
  return look.ready ? 0 : 1;
}

/** `sweep …`: draws, and is followed to the end; --dry-run only tells. */
export const startSweep: Command = (rest, { output, signal }) => {
  const given = parseWords(rest, { ...sweepOptions, "dry-run": flag, ...followOptions }, usages.start);
  return withClient(async (client) => {
    if (given.flag("dry-run")) return dryRun(client, given, output);
    const settings = await settingsGiven(client, given);
    const { id } = await client.call("sweep/start", { settings });
    output.say(`Sweep ${id}: ${settings.name}`);
    return finish(client, id, { given, output, signal });
  });
};

const resume: Command = (rest, { output, signal }) => {
  const given = parseWords(rest, followOptions, usages.resume);
  const [id] = numbersOf(given.words, usages.resume);
  return withClient(async (client) => {
    await client.call("sweep/resume", { id });
    return finish(client, id, { given, output, signal });
  });
};

const redraw: Command = (rest, { output, signal }) => {
  const given = parseWords(rest, followOptions, usages.redraw);
  const [id, indexes] = numbersOf(given.words, usages.redraw);
  return withClient(async (client) => {
    const { count } = await client.call("sweep/redraw", { id, ...(indexes.length > 0 ? { indexes } : {}) });
    output.say(`${count} pictures are drawn again.`);
    return finish(client, id, { given, output, signal });
  });
};

const change: Command = (rest, { output, signal }) => {
  const given = parseWords(rest, { ...sweepOptions, ...followOptions }, usages.change);
  const [id] = numbersOf(given.words, usages.change);
  return withClient(async (client) => {
    const { settings: before } = await client.call("sweep/get", { id });
    const settings = await settingsGiven(client, { ...given, words: [] }, before);
    const { reused, toDraw } = await client.call("sweep/change", { id, settings });
    output.say(`${reused} pictures still apply, ${toDraw} are drawn.`);
    return finish(client, id, { given, output, signal });
  });
};

export const sweepDrawCommands: Record<string, Command> = { resume, redraw, change };
