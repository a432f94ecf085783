import type { Params, Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { parameterNamed } from "../planning/parameters/table.js";
import { splitValues } from "../training/series/read-values.js";
import { flag, fromWhereTheUserStands, texts, type Words } from "./arguments.js";
import { followRun } from "./follow-run.js";
import type { Output } from "./output.js";
import type { StudioClient } from "./studio-client.js";

type Answer = Result<"training/series">;

export const seriesUsage = "[--vary NAME=VALUE,VALUE…]… [--skip-bad]";
export const seriesOptions = { vary: texts, "skip-bad": flag };

/** `learning_rate=1e-4,5e-5`; relative paths are meant from where the user stands. @throws StudioError "badArguments" */
function variedField(written: string): Params<"training/series">["vary"][number] {
  const at = written.indexOf("=");
  const [argument, values] = [written.slice(0, at).trim(), written.slice(at + 1).trim()];
  if (at < 1 || values === "") {
    throw new StudioError(
      "badArguments",
      `--vary expects a name and values; found "${written.slice(0, 80)}".`,
      'For instance --vary "learning_rate=1e-4, 5e-5"',
    );
  }
  const type = parameterNamed(argument)?.type;
  const isPath = type === "folder" || type === "file";
  // A base model may be a name of the hub; what is meant to be a path is told by its type alone.
  return { argument, values: isPath ? splitValues(values).map(fromWhereTheUserStands).join(";") : values };
}

const minutes = ({ low, high }: { low: number; high: number }): string =>
  `${Math.max(1, Math.round(low / 60))}–${Math.max(1, Math.round(high / 60))} min`;

/** Columns of equal width. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function printSeries({ runs, seconds }: Answer, output: Output): void {
  const fields = runs[0]?.differs.map(({ argument }) => argument) ?? [];
  const rows = runs.map(({ runId, name, differs, steps, seconds: time, ready }) => [
    runId === null ? (ready ? "" : "no") : String(runId),
    name,
    ...differs.map(({ value }) => value),
    steps === null ? "–" : String(steps),
    time === null ? "" : minutes(time),
  ]);
  for (const line of table([["run", "name", ...fields, "steps", "time"], ...rows])) output.print(line);
  for (const { name, ready, problems } of runs) {
    if (ready) continue;
    output.print(`${name} cannot start:`);
    for (const { rule, severity, message, remedy } of problems) {
      if (severity === "error") output.print(`    ${rule}: ${message} ${remedy}`);
    }
  }
  const good = runs.filter(({ ready }) => ready).length;
  output.print(`${good} of ${runs.length} can start${seconds === null ? "" : `; together ${minutes(seconds)}`}.`);
}

interface Asked {
  given: Pick<Words, "texts" | "flag">;
  output: Output;
  signal: AbortSignal;
}

/** Follows the runs one after the other; the first interruption ends the one that runs, and those behind it keep waiting. */
async function follow(client: StudioClient, ids: readonly number[], { output, signal }: Asked): Promise<number> {
  const codes: number[] = [];
  for (const id of ids) {
    if (signal.aborted) {
      output.say(`Still in the queue: ${ids.slice(codes.length).join(", ")}. They start while a studio is open.`);
      return 130;
    }
    codes.push(await followRun(client, id, { output, signal }));
  }
  return Math.max(0, ...codes);
}

/**
 * Shows the runs of a series, queues and follows them.
 * @returns 0 when all succeeded; of a dry run, when all can start
 */
export async function trainSeries(
  client: StudioClient,
  params: Omit<Params<"training/series">, "vary">,
  asked: Asked,
): Promise<number> {
  const { given, output } = asked;
  const all = { ...params, vary: given.texts("vary").map(variedField), skipBad: given.flag("skip-bad") };
  const show = !output.json || given.flag("dry-run");
  if (show) {
    const seen = await client.call("training/series", { ...all, dryRun: true });
    if (output.json) output.document(seen);
    else printSeries(seen, output);
    if (given.flag("dry-run")) return seen.runs.every(({ ready }) => ready) ? 0 : 1;
  }
  const answer = await client.call("training/series", all);
  const ids = answer.runs.flatMap(({ runId }) => runId ?? []);
  if (output.json) output.document(answer);
  else output.print(`Series ${answer.id}: runs ${ids.join(", ")} are in the queue.`);
  return given.flag("detach") ? 0 : follow(client, ids, asked);
}
