import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Result } from "../../../../protocol/validate.js";
import type { Database } from "../../../store/database.js";
import { followJournal } from "../../../store/journal.js";
import { knownProject } from "../project-table.js";
import { archiveNames, type ProjectManifest, parseManifest } from "./archive-format.js";
import { importsFolder, outputFolder, takeOutput, takeStrayRuns } from "./cut-off.js";
import { parseCells, parseEvidence, parseScores } from "./parse-rows.js";
import { parseRun } from "./parse-run.js";
import { parseSweep } from "./parse-sweep.js";
import { isFree, type MatchedSet, matchSet, newFiles, placesOf } from "./place-set.js";
import { localPaths } from "./portable-paths.js";
import { type OpenArchive, openArchive } from "./read-zip.js";
import { refuseBadNames, refuseKnown } from "./refuse-import.js";
import { moveInto, recordStaged, type StagedFolder, takeBack } from "./staged-folders.js";
import { type ImportToStore, storeImport } from "./store-import.js";
import { fillNew, stagesFor, unpackBelow, unpackCells } from "./unpack-project.js";

interface Importing {
  database: Database;
  stateFolder: string;
  signal: AbortSignal;
  progress(part: number): void;
}

interface ImportWish {
  file: string;
  into: string;
  /** Captions of the user's own that say something else: kept, or replaced in a step that can be undone. */
  captions: "keep" | "replace";
  dryRun: boolean;
}

type Imported = Result<"project/import">;

/** Counts what the archive holds. */
function holdsOf({ pictures, steps, plans, runs, sweeps }: ProjectManifest, archive: OpenArchive, rows: Rows) {
  const names = [...archive.sizes.keys()];
  const below = (start: string): number => names.filter((name) => name.startsWith(start)).length;
  return {
    pictures: below("pictures/"),
    captions: pictures.filter(({ caption }) => caption !== null).length,
    scores: rows.scores.scores.length,
    steps: steps.length,
    plans: plans.length,
    runs: runs.length,
    sweeps: sweeps.length,
    cells: rows.cells.length,
    cellPictures: below("cells/"),
    loras: names.filter((name) => name.startsWith("output/") && !/^output\/\d+\/sample\//.test(name)).length,
  };
}

async function readRows(archive: OpenArchive, local: (value: unknown) => unknown) {
  return {
    scores: parseScores(await archive.text(archiveNames.scores)),
    cells: parseCells(await archive.text(archiveNames.cells), local),
    evidence: parseEvidence(await archive.text(archiveNames.evidence)),
  };
}
type Rows = Awaited<ReturnType<typeof readRows>>;

/** Folders here by what stands for them in the archive. */
function localRootsOf({ runs }: ProjectManifest, places: readonly string[], output: string): Map<string, string> {
  return new Map([
    ...places.map((place, index) => [`atelier:folder/${index}`, place] as const),
    ...runs.map(({ id }) => [`atelier:output/${id}`, join(output, String(id))] as const),
  ]);
}

/** Brings a project from another machine: looked at whole first, then everything or nothing. */
export async function importProject(
  { file, into, captions, dryRun }: ImportWish,
  { database, stateFolder, signal, progress }: Importing,
): Promise<Imported> {
  const archive = await openArchive(file);
  const work = join(importsFolder(stateFolder), randomUUID());
  let staged: StagedFolder[] = [];
  try {
    const manifest = parseManifest(file, await archive.text(archiveNames.manifest));
    refuseBadNames(file, manifest);
    refuseKnown(database, manifest, into);
    const here = knownProject(database, into);
    const places = placesOf(manifest, into);
    const output = outputFolder(stateFolder, manifest.project.key);
    const local = localPaths(localRootsOf(manifest, places, output));
    const rows = await readRows(archive, local.deep);
    const runs = manifest.runs.map((run) => parseRun(file, run, local.deep));
    const sweeps = manifest.sweeps.map((sweep) => parseSweep(file, sweep, local.deep));
    const isNew = isFree(into);
    const files = isNew ? newFiles(manifest, places, archive.sizes) : [];
    const match: MatchedSet | null = isNew ? null : await matchSet(database, { manifest, into, signal });
    const changes = (match?.changes ?? []).filter(({ before }) => captions === "replace" || before === null);
    const told = {
      key: manifest.project.key,
      name: manifest.project.name,
      folder: into,
      exported: manifest.exported,
      isNew,
      joined: here && { id: here.id, name: here.name },
      matched: match?.matched ?? 0,
      captions: {
        written: isNew ? files.filter((one) => "text" in one).length : changes.length,
        same: match?.same ?? 0,
        kept: captions === "keep" ? (match?.differ ?? 0) : 0,
      },
      holds: holdsOf(manifest, archive, rows),
    };
    if (dryRun) return { ...told, project: null, step: null };

    staged = stagesFor(files, places, (entry) => archive.sizes.get(entry) ?? 0);
    await mkdir(work, { recursive: true });
    await recordStaged(work, { key: manifest.project.key, folders: staged });
    await fillNew(archive, files, { places, staged, signal, progress });
    for (const { id } of runs) {
      const options = { textOf: local.text, signal };
      await unpackBelow(archive, `runs/${id}/`, { ...options, folder: join(work, "runs", String(id)) });
      await unpackBelow(archive, `output/${id}/`, { ...options, folder: join(work, "output", String(id)) });
    }
    await unpackCells(archive, { stateFolder, work, signal });
    const stored = storedOrNothing(
      database,
      { stateFolder, staged, work },
      {
        manifest,
        places,
        local: local.deep,
        runs,
        sweeps,
        ...rows,
        captions: changes,
        pictures: files.flatMap((one) => ("entry" in one ? [{ path: one.path, content: one.content }] : [])),
        recordsOf: (id) => join(work, "runs", String(id)),
        stateFolder,
        place() {
          if (existsSync(join(work, "output"))) {
            // Left by an earlier one: its project is not here.
            takeOutput(stateFolder, manifest.project.key, work);
            moveInto(join(work, "output"), output);
          }
          if (isNew && !staged.some(({ place }) => place === into)) mkdirSync(into, { recursive: true });
          for (const { stage, place } of staged) moveInto(stage, place);
        },
      },
    );
    if (stored.step !== null) await followJournal(database);
    return { ...told, ...stored };
  } finally {
    archive.close();
    for (const { stage } of staged) await rm(stage, { recursive: true, force: true });
    await rm(work, { recursive: true, force: true });
  }
}

/** What was moved before the transaction failed is taken away at once, so that no later run finds it in its folder. */
function storedOrNothing(
  database: Database,
  { stateFolder, staged, work }: { stateFolder: string; staged: readonly StagedFolder[]; work: string },
  coming: ImportToStore,
) {
  try {
    return storeImport(database, coming);
  } catch (error) {
    takeStrayRuns(database, stateFolder);
    takeBack({ folders: staged });
    takeOutput(stateFolder, coming.manifest.project.key, work);
    throw error;
  }
}
