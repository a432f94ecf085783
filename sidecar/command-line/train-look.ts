import { once } from "node:events";
import { stringify } from "csv-stringify/sync";
import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { flag, parseWords, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const lookUsages = {
  curves: "train curves ID… [--csv] [--json]",
  gpu: "train gpu [--json]",
  tensorboard: "train tensorboard [ID] [--json]",
};

type Curves = Result<"training/curves">["runs"];
type Card = Result<"training/gpu">["cards"][number];
type Command = (rest: string[], watch: { output: Output; signal: AbortSignal }) => Promise<number>;

const short = (value: number | undefined): string => (value === undefined ? "–" : String(Number(value.toPrecision(4))));

const csvOf = (runs: Curves): string =>
  stringify(
    runs.flatMap(({ id, name, curves }) =>
      curves.flatMap(({ tag, kind, source, points }) =>
        points.map(([step, least, mean, greatest]) => [id, name, tag, kind, source, step, least, mean, greatest]),
      ),
    ),
    { header: true, columns: ["run", "name", "tag", "kind", "source", "step", "least", "mean", "greatest"] },
  );

function tableOf({ curves }: Curves[number]): string[] {
  const rows = curves.map(({ tag, source, points, leftOut }) => {
    const [first, last] = [points[0], points.at(-1)];
    const least = points.length === 0 ? undefined : Math.min(...points.map(([, lowest = 0]) => lowest));
    const remark = leftOut > 0 ? ` (${leftOut} values left out)` : "";
    const origin = source === "events" ? "event files" : "progress line";
    return [tag, short(first?.[2]), short(least), short(last?.[2]), String(last?.[0] ?? 0), `${origin}${remark}`];
  });
  const table = [["curve", "first", "least", "last", "at step", "from"], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

const curves: Command = (rest, { output }) => {
  const given = parseWords(rest, { csv: flag, json: flag }, lookUsages.curves);
  const ids = given.words.map((word) => wholeNumber("ID", word));
  if (ids.length === 0) {
    throw new StudioError("badArguments", "The numbers of one or more runs are expected.", lookUsages.curves);
  }
  return withClient(async (client) => {
    const result = await client.call("training/curves", { ids });
    if (output.json) output.document(result);
    else if (given.flag("csv")) output.print(csvOf(result.runs).trimEnd());
    else {
      for (const run of result.runs) {
        output.print(`Run ${run.id}: ${run.name}, ${run.state}`);
        for (const line of tableOf(run)) output.print(`    ${line}`);
      }
    }
    for (const { broken, brokenCount } of result.runs) {
      if (brokenCount > 0) output.say(`${brokenCount} records were passed over:`);
      for (const { file, at, fault } of broken) output.say(`    ${file} at byte ${at}: ${fault}`);
    }
    return 0;
  });
};

const gibibytes = (value: number): string => (value / 1024).toFixed(1);

/** A card in a few words; what its driver does not tell is left out. */
export function cardWords({ used, total, temperature, utilisation }: Card): string {
  const told = [
    used !== null && total !== null && `${gibibytes(used)} of ${gibibytes(total)} GiB`,
    utilisation !== null && `${utilisation} %`,
    temperature !== null && `${temperature} °C`,
  ];
  return told.filter((text) => text !== false).join(", ");
}

const gpu: Command = (rest, { output }) => {
  parseWords(rest, { json: flag }, lookUsages.gpu);
  return withClient(async (client) => {
    const result = await client.call("training/gpu", {});
    if (output.json) output.document(result);
    else if (result.cards.length === 0) output.print("No NVIDIA card answers (nvidia-smi).");
    for (const card of output.json ? [] : result.cards) output.print(`${card.name}: ${cardWords(card)}`);
    return 0;
  });
};

const tensorboard: Command = (rest, { output, signal }) => {
  const given = parseWords(rest, { json: flag }, lookUsages.tensorboard);
  const [id, ...more] = given.words;
  if (more.length > 0) throw new StudioError("badArguments", "One run at most is expected.", lookUsages.tensorboard);
  return withClient(async (client) => {
    const params = id === undefined ? {} : { id: wholeNumber("ID", id) };
    const result = await client.call("training/tensorboard", params);
    if (output.json) output.document(result);
    else output.print(result.address);
    // In a running studio it stays until that one ends; else this command is the one that it ends with.
    if (client.isOwn && !signal.aborted) {
      output.say(`TensorBoard shows ${result.folder} until you interrupt (Ctrl-C).`);
      await once(signal, "abort");
    }
    return 0;
  });
};

/** Verbs of `train` that only look. */
export const lookCommands: Record<string, Command> = { curves, gpu, tensorboard };
