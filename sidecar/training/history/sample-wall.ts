import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { planValues } from "../../planning/plan-values.js";
import type { MeantRun } from "../runs/run-record.js";
import { readSampleName, type SampleName } from "./sample-name.js";

export interface SampleFile extends SampleName {
  file: string;
  bytes: number;
  /** Milliseconds since 1970. */
  modified: number;
}

/** Pictures that were made at one moment of the training. */
export interface SampleRow {
  /** Steps done in all. */
  step: number;
  /** The epoch that had ended; null where pictures are made by steps. */
  epoch: number | null;
  pictures: SampleFile[];
}

export interface SampleSpan {
  /** Milliseconds since 1970; `to` is null while it runs. */
  from: number;
  to: number | null;
}

// Names tell whole seconds, and the last picture may be written while the run is said to have ended.
const SLACK_MS = 2000;

// The name's time is that of the trainer's clock; in another time zone the file's own still fits.
const belongs = ({ time, modified }: SampleFile, { from, to }: SampleSpan): boolean =>
  [time, modified].some((one) => one >= from - SLACK_MS && (to === null || one <= to + SLACK_MS));

/** Sample pictures by moment, the newest last; of two for the same prompt and moment the later counts. */
export function sampleRows(
  files: readonly SampleFile[],
  { perEpoch, steps, countedFrom = 0 }: Pick<MeantRun, "perEpoch" | "steps" | "countedFrom">,
  span: SampleSpan,
): SampleRow[] {
  const rows = new Map<string, SampleRow>();
  const later = [...files].filter((file) => belongs(file, span)).sort((left, right) => left.time - right.time);
  for (const file of later) {
    const { step, epoch, prompt } = file;
    const key = step === null ? `e${epoch}` : String(step);
    const reached = step === null ? Math.min(steps, (epoch ?? 0) * perEpoch) : step + (step === 0 ? 0 : countedFrom);
    const row = rows.get(key) ?? { step: reached, epoch, pictures: [] };
    row.pictures = [...row.pictures.filter((one) => one.prompt !== prompt), file].sort(
      (left, right) => left.prompt - right.prompt,
    );
    rows.set(key, row);
  }
  return [...rows.values()].sort(
    (left, right) => left.step - right.step || (left.pictures[0]?.time ?? 0) - (right.pictures[0]?.time ?? 0),
  );
}

/** Where the trainer writes sample pictures. */
export const sampleFolder = ({ outputFolder }: Pick<MeantRun, "outputFolder">): string => join(outputFolder, "sample");

/** The sample pictures of one output name; none where there is no folder yet. */
export async function readSamples(meant: MeantRun): Promise<SampleFile[]> {
  const folder = sampleFolder(meant);
  const outputName = planValues(meant.plan).text("output_name") || null;
  const found: SampleFile[] = [];
  for (const file of await readdir(folder).catch(() => [])) {
    const name = readSampleName(file, outputName);
    if (name === null) continue;
    const stamp = await stat(join(folder, file)).catch(() => null);
    if (stamp) found.push({ ...name, file, bytes: stamp.size, modified: stamp.mtimeMs });
  }
  return found;
}
