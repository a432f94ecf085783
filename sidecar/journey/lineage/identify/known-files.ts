import { join } from "node:path";
import { readSafetensorsHeader } from "../../../host/safetensors.js";
import { planValues } from "../../../planning/plan-values.js";
import { fileStamp } from "../../../store/file-content.js";
import { listSweeps } from "../../../sweep/cells/sweep-table.js";
import { contentOf } from "../../../sweep/draw/place-loras.js";
import { publishedLoras } from "../../../training/results/published-table.js";
import type { RunRecord } from "../../../training/runs/run-record.js";
import { allRuns } from "../../../training/runs/run-table.js";
import type { LineageRoom } from "../lineage-room.js";
import { type FileMarks, marksOf, type RunMarks, type SavedFile } from "./match-run.js";

type Room = Pick<LineageRoom, "database" | "runner">;

/** LoRA files that a run has saved, in its order; they may be gone by now. */
export const savedFiles = ({ runner }: Room, run: RunRecord): SavedFile[] =>
  runner
    .progressOf(run)
    .saved.filter(({ kind, name }) => kind !== "state" && name.endsWith(".safetensors"))
    .map(({ name, step, bytes }) => ({ path: join(run.meant.outputFolder, name), run: run.id, step, bytes }));

/** Those of all runs, the latest run first. */
export const allSavedFiles = (room: Room): SavedFile[] =>
  allRuns(room.database).flatMap((run) => savedFiles(room, run));

export const outputNameOf = ({ meant: { plan } }: RunRecord): string =>
  planValues(plan).text("output_name") || plan.name;

const milliseconds = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso));

export const runMarks = ({ database }: Room): RunMarks[] =>
  allRuns(database).map((run) => ({
    id: run.id,
    outputName: outputNameOf(run),
    started: milliseconds(run.started),
    ended: milliseconds(run.ended),
  }));

/** Files of runs with these very bytes: those that are there, and those that a sweep or a WebUI's folder remembers. */
export async function filesWithContent(
  room: Room,
  { content, bytes }: { content: string; bytes: number },
): Promise<SavedFile[]> {
  const { database } = room;
  const saved = allSavedFiles(room);
  const found: SavedFile[] = [];
  for (const file of saved) {
    // Only a file of the same size is read for its hash.
    if (fileStamp(file.path)?.size !== bytes) continue;
    if ((await contentOf(database, file.path)) === content) found.push(file);
  }
  const sweptPaths = listSweeps(database).flatMap(({ facts, settings }) =>
    Object.entries(facts.contents)
      .filter(([, known]) => known === content)
      .map(([path]) => ({ path, run: settings.run })),
  );
  const published = publishedLoras(database)
    .filter((lora) => lora.content === content)
    .map(({ source, run }) => ({ path: source, run }));
  for (const { path, run } of [...sweptPaths, ...published]) {
    if (found.some((one) => one.path === path)) continue;
    const own = saved.find((one) => one.path === path && (run === null || one.run === run));
    // Where it was saved something else lies now, or nothing: that is why it was not found above. A sweep of a run may
    // have tried other files too, which are not the run's.
    if (own) found.push(own);
  }
  return found;
}

/** Run files that are there, with what they say of themselves; one that cannot be read is passed over. */
export async function markedFiles(room: Room): Promise<{ saved: SavedFile; marks: FileMarks }[]> {
  const found: { saved: SavedFile; marks: FileMarks }[] = [];
  for (const saved of allSavedFiles(room)) {
    if (fileStamp(saved.path) === null) continue;
    const header = await readSafetensorsHeader(saved.path).catch(() => null);
    if (header) found.push({ saved, marks: marksOf(header.metadata) });
  }
  return found;
}
