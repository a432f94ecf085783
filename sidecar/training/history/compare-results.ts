import { join } from "node:path";
import type { Result } from "../../../protocol/validate.js";
import { readSafetensorsHeader } from "../../host/safetensors.js";
import type { RunProgress, RunRecord } from "../runs/run-record.js";

type Row = Result<"training/compare">["results"][number];

interface Side {
  run: RunRecord;
  progress: RunProgress;
}

/** The seed that was used: the plan's, or what the trainer took and wrote into its files. */
async function seedOf({ run: { meant }, progress }: Side): Promise<string | number | null> {
  const { seed } = meant.plan.arguments;
  if (typeof seed === "number" || typeof seed === "string") return seed;
  const last = progress.saved.at(-1);
  if (last === undefined) return null;
  const header = await readSafetensorsHeader(join(meant.outputFolder, last.name)).catch(() => null);
  const told = header?.metadata.get("ss_seed");
  return told === undefined || told === "None" ? null : told;
}

function secondsOf({ run: { started, ended } }: Side): number | null {
  return started === null || ended === null ? null : Math.round((Date.parse(ended) - Date.parse(started)) / 1000);
}

/** How both runs ended, in rows. */
export async function compareResults(sides: readonly Side[]): Promise<Row[]> {
  const seeds = await Promise.all(sides.map(seedOf));
  const row = (name: Row["name"], value: (side: Side) => string | number | null): Row => ({
    name,
    values: sides.map(value),
  });
  return [
    row("steps", ({ progress }) => progress.step),
    row("averageLoss", ({ progress }) => progress.averageLoss),
    row("seconds", secondsOf),
    row("secondsPerStep", ({ progress }) => progress.secondsPerStep),
    row("files", ({ progress }) => progress.saved.filter(({ kind }) => kind !== "state").length),
    row("bytes", ({ progress }) => progress.saved.at(-1)?.bytes ?? null),
    row("cause", ({ run }) => run.outcome?.cause ?? null),
    { name: "seed", values: seeds },
  ];
}

/** What differs between two flat records, by name; nothing where one was not made. */
export function compareEnvironments(
  before: Readonly<Record<string, string | number | null>> | null,
  after: Readonly<Record<string, string | number | null>> | null,
): Result<"training/compare">["environment"] {
  if (before === null || after === null) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((name) => ({ name, values: [before[name] ?? null, after[name] ?? null] }))
    .filter(({ name, values: [one, other] }) => one !== other && name !== "seed");
}
