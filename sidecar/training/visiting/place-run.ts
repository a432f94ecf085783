import { copyFile, link, mkdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { FileReference } from "../../machines/references.js";
import { isFileName } from "../../machines/references.js";
import type { FileCache } from "../../machines/worker/file-cache.js";
import { isPath } from "../../planning/examine/named-paths.js";
import { parameterNamed } from "../../planning/parameters/table.js";
import type { Arguments, ArgumentValue, TrainingPlan } from "../../planning/plan.js";
import type { TravellingRun } from "../away/travelling-run.js";

// Small files come quicker side by side.
const AT_ONCE = 6;

interface Place {
  cache: FileCache;
  /** Where what it reads is laid out. */
  inside: string;
  /** Where it writes. */
  out: string;
  signal: AbortSignal;
}

/** The last part of a path of either system; trainers write it into the files they make. */
const nameOf = (path: string): string => {
  const name = path.split(/[\\/]/).findLast((part) => part !== "") ?? "";
  return isFileName(name) ? name : "files";
};

async function lay(source: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await rm(target, { force: true });
  await link(source, target).catch(() => copyFile(source, target));
}

async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const worker = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** What the studio's paths are here. */
async function placed(
  { files, folders }: TravellingRun,
  { cache, inside, signal }: Place,
): Promise<Map<string, string>> {
  const here = new Map<string, string>();
  let number = 0;
  const place = (): string => join(inside, String(number++));
  const fetch = (one: FileReference): Promise<string> => cache.file(one, signal);
  await each([...files], async ([path, reference]) => {
    const source = await fetch(reference);
    if (basename(source) === nameOf(path)) return void here.set(path, source);
    const target = join(place(), nameOf(path));
    await lay(source, target);
    here.set(path, target);
  });
  for (const [path, below] of folders) {
    const folder = join(place(), nameOf(path));
    await mkdir(folder, { recursive: true });
    await each([...below], async ([way, reference]) => lay(await fetch(reference), join(folder, ...way.split("/"))));
    here.set(path, folder);
  }
  return here;
}

/** The same plan with this machine's paths. What a rehearsal lacks is stood in for. */
export function planHere(
  { plan, rehearsal }: Pick<TravellingRun, "plan" | "rehearsal">,
  here: ReadonlyMap<string, string>,
  out: string,
): TrainingPlan {
  const given: Record<string, ArgumentValue> = {};
  for (const [argument, value] of Object.entries(plan.arguments)) {
    const type = parameterNamed(argument)?.type;
    // Its curves go into the run's own folder.
    if (argument === "logging_dir") continue;
    const path = typeof value === "string" ? here.get(value) : undefined;
    const isMissing =
      path === undefined && (type === "file" || type === "folder") && typeof value === "string" && isPath(value);
    if (rehearsal && isMissing) continue;
    given[argument] = path ?? value;
  }
  const moved: Arguments = { ...given, output_dir: out };
  const datasets = plan.datasets?.map((dataset) => ({
    ...dataset,
    subsets: dataset.subsets.map((subset) => ({ ...subset, folder: here.get(subset.folder) ?? subset.folder })),
  }));
  return { ...plan, arguments: moved, datasets: datasets ?? null };
}

/**
 * Lays out what a run reads.
 * @returns the plan with this machine's paths, and the folders in which its files lie
 * @throws StudioError "offline" | "notFound" when a file cannot be had
 */
export async function placeRun(run: TravellingRun, place: Place): Promise<{ plan: TrainingPlan; folders: string[] }> {
  await rm(place.inside, { recursive: true, force: true });
  const here = await placed(run, place);
  await mkdir(place.out, { recursive: true });
  const folders = [place.inside, place.out, ...[...here.values()].map((path) => dirname(path))];
  return { plan: planHere(run, here, place.out), folders: [...new Set(folders)] };
}
