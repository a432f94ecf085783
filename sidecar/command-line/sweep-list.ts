import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { flag, parseWords, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

const usages = {
  list: "sweep list [--json]",
  show: "sweep show ID [--cells] [--json]",
  cell: "sweep cell ID INDEX [--json]",
  pause: "sweep pause ID [--json]",
  cancel: "sweep cancel ID [--json]",
  rename: "sweep rename ID NAME [--json]",
  remove: "sweep remove ID [--back] [--json]",
};
export const sweepListUsage = Object.values(usages);

type Command = (rest: string[], watch: { output: Output }) => Promise<number>;

const wrong = (message: string, usage: string): StudioError => new StudioError("badArguments", message, usage);

function oneId(words: readonly string[], usage: string): number {
  const [id, ...more] = words;
  if (id !== undefined && more.length === 0) return wholeNumber("ID", id);
  throw wrong("The number of one sweep is expected.", usage);
}

const countsLine = ({ drawn, pictures, wrong: bad, failed }: Result<"sweep/get">["counts"]): string =>
  `${drawn} of ${pictures} drawn${bad > 0 ? `, ${bad} wrong` : ""}${failed > 0 ? `, ${failed} failed` : ""}`;

const list: Command = (rest, { output }) => {
  parseWords(rest, { json: flag }, usages.list);
  return withClient(async (client) => {
    const result = await client.call("sweep/list", {});
    if (output.json) output.document(result);
    else {
      for (const { id, name, state, rehearsal, counts } of result.sweeps) {
        output.print(`${id}  ${name}${rehearsal ? " (rehearsal)" : ""}  ${state}  ${countsLine(counts)}`);
      }
      if (result.sweeps.length === 0) output.print("There is no sweep yet.");
    }
    return 0;
  });
};

function printSweep(sweep: Result<"sweep/get">, output: Output): void {
  output.print(`${sweep.name}${sweep.rehearsal ? " (rehearsal)" : ""}: ${sweep.state}, ${countsLine(sweep.counts)}`);
  if (sweep.problem !== null) output.print(`    ${sweep.problem.message}\n    ${sweep.problem.hint}`);
  for (const { title, values } of sweep.axes) output.print(`${title}: ${values.map(({ label }) => label).join(" | ")}`);
  for (const { title, state, drawn, now } of sweep.webuis) {
    output.print(`${title}: ${state}, ${drawn} drawn${now === null ? "" : `, ${now}`}`);
  }
  for (const { count, message, remedy } of sweep.problems) output.print(`${count} cells: ${message}\n    ${remedy}`);
}

const show: Command = (rest, { output }) => {
  const given = parseWords(rest, { cells: flag, json: flag }, usages.show);
  const id = oneId(given.words, usages.show);
  return withClient(async (client) => {
    const sweep = await client.call("sweep/get", { id });
    const { cells } = given.flag("cells") ? await client.call("sweep/cells", { id }) : { cells: null };
    if (output.json) output.document(cells === null ? sweep : { ...sweep, cells });
    else {
      printSweep(sweep, output);
      for (const { index, state, problem, picture } of cells ?? []) {
        output.print(`${index}  ${state}${problem === undefined ? "" : ` (${problem})`}  ${picture ?? ""}`);
      }
    }
    return 0;
  });
};

const cell: Command = (rest, { output }) => {
  const { words } = parseWords(rest, { json: flag }, usages.cell);
  const [id, index, ...more] = words;
  if (id === undefined || index === undefined || more.length > 0 || !/^\d+$/.test(index)) {
    throw wrong("The numbers of a sweep and of one of its cells are expected.", usages.cell);
  }
  return withClient(async (client) => {
    const result = await client.call("sweep/cell", { id: wholeNumber("ID", id), index: Number(index) });
    if (output.json) output.document(result);
    else {
      output.print(`${result.values.map(({ title, label }) => `${title}: ${label}`).join(", ")}: ${result.cell.state}`);
      for (const sentence of result.proof?.sentences ?? []) output.print(`    ${sentence}`);
      if (result.path !== null) output.print(result.path);
      if (result.infotext !== null) output.print(result.infotext);
    }
    return 0;
  });
};

const pause: Command = (rest, { output }) => {
  const id = oneId(parseWords(rest, { json: flag }, usages.pause).words, usages.pause);
  return withClient(async (client) => {
    await client.call("sweep/pause", { id });
    if (output.json) output.document({ paused: id });
    return 0;
  });
};

const cancel: Command = (rest, { output }) => {
  const id = oneId(parseWords(rest, { json: flag }, usages.cancel).words, usages.cancel);
  return withClient(async (client) => {
    await client.call("sweep/cancel", { id });
    if (output.json) output.document({ cancelled: id });
    return 0;
  });
};

const rename: Command = (rest, { output }) => {
  const [id, ...name] = parseWords(rest, { json: flag }, usages.rename).words;
  if (id === undefined || name.length === 0) {
    throw wrong("The number of a sweep and its new name are expected.", usages.rename);
  }
  return withClient(async (client) => {
    await client.call("sweep/rename", { id: wholeNumber("ID", id), name: name.join(" ") });
    if (output.json) output.document({ renamed: wholeNumber("ID", id), name: name.join(" ") });
    return 0;
  });
};

const remove: Command = (rest, { output }) => {
  const given = parseWords(rest, { back: flag, json: flag }, usages.remove);
  const id = oneId(given.words, usages.remove);
  return withClient(async (client) => {
    const back = given.flag("back");
    const result = await client.call("sweep/remove", { id, ...(back ? { back } : {}) });
    if (output.json) output.document(result);
    else if (back) output.print(`Sweep ${id} is back.`);
    else output.print(`Removed; its ${result.keptPictures} pictures stay: sweep remove ${id} --back`);
    return 0;
  });
};

export const sweepListCommands: Record<string, Command> = { list, show, cell, pause, cancel, rename, remove };
