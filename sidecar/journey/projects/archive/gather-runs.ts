import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { runFiles } from "../../../training/keeper/run-files.js";
import type { RunRecord } from "../../../training/runs/run-record.js";
import type { ArchivedRun } from "./archive-format.js";
import type { Packed } from "./export-zip.js";
import type { portablePaths } from "./portable-paths.js";

type Portable = ReturnType<typeof portablePaths>;

// Whole texts are read; a log of more is not one that anybody reads.
const MOST_TEXT = 64 * 2 ** 20;
const texts = ["config.toml", "dataset.toml", "prompts.txt", "stdout.log", "stderr.log"];
const jsons = ["plan.json", "dataset.json", "environment.json", "end.json"];

const sizeOf = (path: string): number | null => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : null;
};

function json(path: string, portable: Portable): string | null {
  try {
    return JSON.stringify(portable.deep(JSON.parse(readFileSync(path, "utf8"))));
  } catch {
    return null;
  }
}

/** How it was started, without the environment: keys and tokens stand in it. */
function command(folder: string, portable: Portable): string | null {
  const text = json(runFiles(folder).command, portable);
  return text === null ? null : JSON.stringify({ ...Object(JSON.parse(text)), environment: {} });
}

/** Records of a run: what it was told, what it said, its curves. Paths are portable, secrets are left out. */
export function runRecords(id: number, folder: string, portable: Portable): Packed[] {
  const packed: Packed[] = [];
  for (const name of texts) {
    const size = sizeOf(join(folder, name));
    if (size === null || size > MOST_TEXT) continue;
    packed.push({ name: `runs/${id}/${name}`, text: portable.text(readFileSync(join(folder, name), "utf8")) });
  }
  for (const name of jsons) {
    const text = json(join(folder, name), portable);
    if (text !== null) packed.push({ name: `runs/${id}/${name}`, text });
  }
  const started = command(folder, portable);
  if (started !== null) packed.push({ name: `runs/${id}/command.json`, text: started });
  const { events } = runFiles(folder);
  for (const name of existsSync(events) ? readdirSync(events, { recursive: true, encoding: "utf8" }) : []) {
    const bytes = sizeOf(join(events, name));
    if (bytes === null) continue;
    packed.push({ name: `runs/${id}/events/${name.replaceAll("\\", "/")}`, file: join(events, name), bytes });
  }
  return packed;
}

/** Files of a run's output that come along: whole LoRA files, samples. */
export function runOutput(
  { id, meant, outcome }: RunRecord,
  { loras, pictures }: { loras: boolean; pictures: boolean },
): Packed[] {
  const saved = (outcome?.progress.saved ?? []).filter(({ kind }) => kind !== "state").map(({ name }) => name);
  const samples = join(meant.outputFolder, "sample");
  const drawn = pictures && existsSync(samples) ? readdirSync(samples).map((name) => `sample/${name}`) : [];
  return [...(loras ? saved : []), ...drawn].flatMap((name) => {
    const file = join(meant.outputFolder, name);
    const bytes = sizeOf(file);
    return bytes === null ? [] : [{ name: `output/${id}/${name.replaceAll("\\", "/")}`, file, bytes }];
  });
}

export function archivedRun(run: RunRecord, output: readonly Packed[], portable: Portable): ArchivedRun {
  const { id, name, state, meant, outcome, queued, started, ended } = run;
  const names = output.map((one) => one.name.slice(`output/${id}/`.length));
  return {
    id,
    name,
    state,
    meant: portable.deep(meant),
    outcome: portable.deep(outcome),
    queued,
    started,
    ended,
    output: names,
  };
}
