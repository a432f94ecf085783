import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import type { Result } from "../../../../protocol/validate.js";
import { StudioError } from "../../../host/studio-error.js";
import type { Database } from "../../../store/database.js";
import { followJournal } from "../../../store/journal.js";
import { picturePath } from "../../../sweep/draw/picture-files.js";
import { say } from "../../../words/sentence.js";
import { knownProject, projectWithKey } from "../project-table.js";
import { archiveNames, noProjectIn, type ProjectManifest, parseManifest } from "./archive-format.js";
import { parseCells, parseEvidence, parseScores } from "./parse-rows.js";
import { parseRun } from "./parse-run.js";
import { parseSweep } from "./parse-sweep.js";
import { isFree, type MatchedSet, matchSet, type NewFile, newFiles, placesOf } from "./place-set.js";
import { localPaths } from "./portable-paths.js";
import { type OpenArchive, openArchive } from "./read-zip.js";
import { type ImportToStore, storeImport } from "./store-import.js";

/** Where archives are unpacked before they count; what a crash leaves there belongs to nobody. */
export const importsFolder = (stateFolder: string): string => join(stateFolder, "imports");

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

function refuseKnown(database: Database, { project: { key, name } }: ProjectManifest, into: string): void {
  const known = projectWithKey(database, key);
  if (known !== null) {
    throw new StudioError(
      "fileExists",
      say("“{name}” is here already: project {id}, “{known}”, in {folder}.", {
        name,
        id: known.id,
        known: known.name,
        folder: known.folder,
      }),
      say("Nothing was imported. Open that project; what another machine added to it cannot be joined yet."),
    );
  }
  const other = knownProject(database, into);
  const used = other && database.prepare("SELECT 1 FROM project WHERE id = ? AND imported IS NOT NULL").get(other.id);
  if (other !== null && used !== undefined) {
    throw new StudioError(
      "fileExists",
      say("{into} belongs to another project already: {id}, “{name}”.", { into, id: other.id, name: other.name }),
      say("Choose another folder."),
    );
  }
}

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

const isText = (name: string): boolean => /\.(?:toml|txt|log|json)$/.test(name);

/** Unpacks what lies under `start` of the archive into a folder, paths in texts made those of this machine. */
async function unpackBelow(
  archive: OpenArchive,
  start: string,
  { folder, textOf, signal }: { folder: string; textOf(text: string): string; signal: AbortSignal },
): Promise<void> {
  for (const name of archive.sizes.keys()) {
    if (!name.startsWith(start)) continue;
    const target = join(folder, name.slice(start.length));
    if (!isText(name)) await archive.unpack(name, target, signal);
    else {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, textOf(await archive.text(name)), { flag: "wx" });
    }
  }
}

/** @throws StudioError "badArguments" where a picture is not what its name says */
async function unpackPicture(
  archive: OpenArchive,
  { entry, content, target, signal }: { entry: string; content: string; target: string; signal: AbortSignal },
): Promise<void> {
  if ((await archive.unpack(entry, target, signal)) !== content) throw noProjectIn(entry, "its bytes were changed");
}

/** New folders are filled beside their places, under names that no scan looks at. */
async function fillNew(
  archive: OpenArchive,
  files: readonly NewFile[],
  { places, signal, progress }: { places: readonly string[]; signal: AbortSignal; progress(part: number): void },
): Promise<Map<string, string>> {
  const tag = randomUUID().slice(0, 8);
  const staged = new Map<string, string>();
  for (const [index, file] of files.entries()) {
    // The place that lies nearest: `into/10_okara` comes with `into`.
    const place = places.find((one) => file.path.startsWith(one)) ?? "";
    const stage = staged.get(place) ?? join(dirname(place), `.import-${tag}-${basename(place)}`);
    staged.set(place, stage);
    const target = join(stage, relative(place, file.path));
    if ("entry" in file) await unpackPicture(archive, { ...file, target, signal });
    else {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, file.text, { flag: "wx" });
    }
    progress(index / files.length);
  }
  return staged;
}

/** An empty folder gives way; one that is no longer empty throws, and nothing has happened. */
function moveInto(from: string, place: string): void {
  if (existsSync(place)) rmdirSync(place);
  mkdirSync(dirname(place), { recursive: true });
  renameSync(from, place);
}

/** Brings a project from another machine: looked at whole first, then everything or nothing. */
export async function importProject(
  { file, into, captions, dryRun }: ImportWish,
  { database, stateFolder, signal, progress }: Importing,
): Promise<Imported> {
  const archive = await openArchive(file);
  const work = join(importsFolder(stateFolder), randomUUID());
  let staged = new Map<string, string>();
  try {
    const manifest = parseManifest(file, await archive.text(archiveNames.manifest));
    refuseBadNames(file, manifest);
    refuseKnown(database, manifest, into);
    const places = placesOf(manifest, into);
    const output = join(stateFolder, "imported", manifest.project.key);
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
      matched: match?.matched ?? 0,
      captions: {
        written: isNew ? files.filter((one) => "text" in one).length : changes.length,
        same: match?.same ?? 0,
        kept: captions === "keep" ? (match?.differ ?? 0) : 0,
      },
      holds: holdsOf(manifest, archive, rows),
    };
    if (dryRun) return { ...told, project: null, step: null };

    staged = await fillNew(archive, files, { places, signal, progress });
    for (const { id } of runs) {
      const options = { textOf: local.text, signal };
      await unpackBelow(archive, `runs/${id}/`, { ...options, folder: join(work, "runs", String(id)) });
      await unpackBelow(archive, `output/${id}/`, { ...options, folder: join(work, "output", String(id)) });
    }
    await unpackCells(archive, { stateFolder, work, signal });
    const stored = await storedOrNothing(database, stateFolder, {
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
          // Left by an import that was cut off: its project is not here.
          if (existsSync(output)) renameSync(output, join(work, "before"));
          moveInto(join(work, "output"), output);
        }
        if (isNew && !staged.has(into)) mkdirSync(into, { recursive: true });
        for (const [place, stage] of staged) moveInto(stage, place);
      },
    });
    if (stored.step !== null) await followJournal(database);
    return { ...told, ...stored };
  } finally {
    archive.close();
    for (const stage of staged.values()) await rm(stage, { recursive: true, force: true });
    await rm(work, { recursive: true, force: true });
  }
}

/** What was moved before the transaction failed is taken away at once, so that no later run finds it in its folder. */
async function storedOrNothing(database: Database, stateFolder: string, coming: ImportToStore) {
  try {
    return storeImport(database, coming);
  } catch (error) {
    takeStrayRuns(database, stateFolder);
    throw error;
  }
}

/** A name in the records leads into its folder and nowhere else. @throws StudioError "badArguments" */
function refuseBadNames(file: string, { folders, pictures }: ProjectManifest): void {
  const isBad = (name: string): boolean =>
    /(?:^|\/)\.{0,2}(?:\/|$)|\\|\0|^[a-z]:/i.test(name.replace(/^\.\//, "")) || name.length > 1024;
  const bad = [...folders, ...pictures.map(({ name }) => name)].find(isBad);
  if (bad !== undefined) throw noProjectIn(file, `the name "${bad.slice(0, 80)}" leads elsewhere`);
}

/** Pictures of cells lie by what they contain: those that are here already are the same. */
async function unpackCells(
  archive: OpenArchive,
  { stateFolder, work, signal }: { stateFolder: string; work: string; signal: AbortSignal },
): Promise<void> {
  for (const entry of archive.sizes.keys()) {
    const content = /^cells\/([0-9a-f]{64})\.png$/.exec(entry)?.[1];
    if (content === undefined || existsSync(picturePath(stateFolder, content))) continue;
    const target = join(work, `${content}.png`);
    await unpackPicture(archive, { entry, content, target, signal });
    mkdirSync(dirname(picturePath(stateFolder, content)), { recursive: true });
    renameSync(target, picturePath(stateFolder, content));
  }
}

/** Takes away what imports that were cut off have left: unpacked files, and records of runs that are not here. */
export async function removeCutOff(database: Database, stateFolder: string): Promise<void> {
  const imports = importsFolder(stateFolder);
  if (!existsSync(imports)) return;
  takeStrayRuns(database, stateFolder);
  await rm(imports, { recursive: true, force: true });
}

function takeStrayRuns(database: Database, stateFolder: string): void {
  const imports = importsFolder(stateFolder);
  mkdirSync(imports, { recursive: true });
  const isHere = database.prepare("SELECT 1 FROM training_run WHERE id = ?");
  const runs = join(stateFolder, "runs");
  for (const name of existsSync(runs) ? readdirSync(runs) : []) {
    if (/^\d+$/.test(name) && isHere.get(Number(name)) === undefined) {
      renameSync(join(runs, name), join(imports, `run-${name}-${randomUUID()}`));
    }
  }
}
