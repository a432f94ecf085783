import { existsSync, readFileSync } from "node:fs";
import { mkdir, open, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { StudioError } from "../../host/studio-error.js";
import { writeText } from "../../store/atomic-file.js";
import { say } from "../../words/sentence.js";
import { readJson, runFiles } from "../keeper/run-files.js";
import type { MeantRun } from "../runs/run-record.js";
import { cameFiles, giveUp, takePlace } from "./came-files.js";
import { loraOutput, type MirrorAnswer, type MirrorReport, outputOf } from "./mirror-report.js";

/** Of each growing file; a log of a run of days has a few megabytes. */
const MOST_GROWING_BYTES = 512 * 1024 * 1024;
const MOST_WHOLE_LETTERS = 4 * 1024 * 1024;
const MOST_GROWING_FILES = 200;
const MOST_LORA_BYTES = 16 * 1024 ** 3;
const MOST_SAMPLE_BYTES = 64 * 1024 * 1024;

/** A run whose files come from elsewhere. */
export interface ComingRun {
  folder: string;
  meant: MeantRun;
  /** Bytes of the growing files, as they are known. */
  sizes: Map<string, number>;
  /** Where a file lies that came. */
  outputPath(name: string): string;
}

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.size ?? 0;

async function append(run: ComingRun, { file, from, bytes }: MirrorReport["parts"][number]): Promise<void> {
  const path = join(run.folder, ...file.split("/"));
  const size = run.sizes.get(file) ?? (await sizeOf(path));
  run.sizes.set(file, size);
  // Told twice, or with a gap: the answer says from where on it is wanted.
  if (from !== size || bytes.length === 0) return;
  if (size + bytes.length > MOST_GROWING_BYTES || run.sizes.size > MOST_GROWING_FILES) {
    throw new StudioError(
      "badArguments",
      say("{file} of a run on another machine is too large.", { file }),
      say("No trainer writes that much; look at that machine."),
    );
  }
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, "a");
  try {
    await handle.appendFile(bytes);
  } finally {
    await handle.close();
  }
  run.sizes.set(file, size + bytes.length);
}

/** Answers name files of that machine: here they are where they come to. States stay there. */
function answeredHere(text: string, { meant: { outputFolder } }: ComingRun): string {
  const json = Object(JSON.parse(text));
  const answers: unknown[] = Array.isArray(json.save?.answers) ? json.save.answers : [];
  if (json.save)
    json.save.answers = answers.map((answer) => ({
      ...Object(answer),
      file: join(outputFolder, basename(String(Object(answer).file).replaceAll("\\", "/"))),
      state: null,
    }));
  return JSON.stringify(json);
}

/** The most bytes of a file that may come of a run; undefined for one that no run has. */
export function mostBytes({ plan, files }: MeantRun, name: string): number | undefined {
  const output = outputOf(name);
  if (output === null) return undefined;
  if (output.kind === "sample") return MOST_SAMPLE_BYTES;
  const own = String(plan.arguments.output_name ?? plan.name);
  const asked = output.name.startsWith(`${own}-step`) && /-step\d{8}\.\w{1,12}$/.test(output.name);
  return asked || files.some((file) => file.kind !== "state" && file.name === output.name)
    ? MOST_LORA_BYTES
    : undefined;
}

/** Writes what a machine told into the run's folder. The run's end is written last, by this machine's clock. */
export async function takeReport(run: ComingRun, report: MirrorReport): Promise<void> {
  const { folder, meant } = run;
  for (const part of report.parts) await append(run, part);
  for (const name of report.arrived.filter((one) => mostBytes(meant, one) !== undefined))
    await takePlace({ folder, outputFolder: meant.outputFolder }, name, run.outputPath(name));
  const passing = new Set(
    meant.files.filter(({ removedAt }) => removedAt !== null).map(({ name }) => loraOutput(name)),
  );
  for (const name of report.removed.filter((one) => passing.has(one)))
    await giveUp({ folder, outputFolder: meant.outputFolder }, name);
  for (const { file, text } of report.wholes) {
    if (text.length > MOST_WHOLE_LETTERS) continue;
    await writeText(join(folder, file), file === "answered.json" ? answeredHere(text, run) : text);
  }
  if (report.end !== null && !existsSync(runFiles(folder).end))
    await writeText(runFiles(folder).end, JSON.stringify({ ...report.end, ended: new Date().toISOString() }));
}

function afterSaveOf(folder: string): MirrorAnswer["afterSave"] {
  const json = readJson(runFiles(folder).afterSave);
  if (!Array.isArray(json)) return null;
  const saves = json.flatMap((one: unknown) => {
    const { file, state } = Object(one);
    return typeof file === "string"
      ? [{ file: basename(file), state: typeof state === "string" ? basename(state) : null }]
      : [];
  });
  const asked = json.map((one: unknown) => Object(one).asked).find((one: unknown) => typeof one === "number");
  return { saves, asked: typeof asked === "number" ? asked : null };
}

/** What the machine is to know next: what has come, and what was asked of the run. */
export function answerTo({ folder, sizes }: ComingRun): MirrorAnswer {
  const files = runFiles(folder);
  const have = Object.entries(cameFiles(folder)).map(([name, { size }]) => [name, size]);
  return {
    sizes: Object.fromEntries(sizes),
    have: Object.fromEntries(have),
    stop: existsSync(files.stop),
    asked: existsSync(files.asked) ? readFileSync(files.asked, "utf8") : null,
    afterSave: afterSaveOf(folder),
    over: existsSync(files.end),
  };
}
