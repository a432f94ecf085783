import { allRuns } from "../../../training/runs/run-table.js";
import type { SweepRoom } from "../../sweep-room.js";
import type { SweepCandidate } from "../resolved-sweep.js";
import { candidatesOf, candidatesOfRun } from "./find-candidates.js";

/** The latest run that has saved something, of a folder of pictures where one is named; null: none. */
async function latestRun({ database, runner }: SweepRoom, folder?: string): Promise<number | null> {
  await runner.looked();
  const runs = allRuns(database).filter(({ meant }) => folder === undefined || meant.folder === folder);
  return runs.find((run) => runner.progressOf(run).saved.length > 0)?.id ?? null;
}

/**
 * The files that were named, else those of a run, else of the latest run that has some.
 * @param pictures folder of the training pictures: then only its runs @throws StudioError "notFound" for a run that is not there
 */
export async function candidatesFor(
  room: SweepRoom,
  {
    run,
    files,
    pictures,
  }: { run?: number | undefined; files?: readonly string[] | undefined; pictures?: string | undefined },
): Promise<{ run: number | null; candidates: SweepCandidate[] }> {
  if (files !== undefined && files.length > 0) {
    const candidates = await candidatesOf(
      [...new Set(files)].map((path) => ({ path })),
      { sorted: true },
    );
    return { run: run ?? null, candidates };
  }
  const found = run ?? (await latestRun(room, pictures));
  return { run: found, candidates: found === null ? [] : await candidatesOfRun(room, found) };
}
