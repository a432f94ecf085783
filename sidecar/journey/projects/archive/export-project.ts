import { existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { basename, extname, join, relative, sep } from "node:path";
import type { Result } from "../../../../protocol/validate.js";
import { isInside } from "../../../host/roots.js";
import { version as atelier } from "../../../host/version.js";
import { storedPlan } from "../../../planning/stored-plans.js";
import type { Database } from "../../../store/database.js";
import { picturePath } from "../../../sweep/draw/picture-files.js";
import { type Project, type Story, storyOf } from "../project-store.js";
import { ARCHIVE_VERSION, type ArchivedSweep, archiveNames, FORMAT, type ProjectManifest } from "./archive-format.js";
import { type Packed, requirePlace, writeZip } from "./export-zip.js";
import { archivedRun, runOutput, runRecords } from "./gather-runs.js";
import { cellLines, keysOf, scoreLines } from "./gather-scores.js";
import { gatherSet } from "./gather-set.js";
import { type KnownRoot, portablePaths } from "./portable-paths.js";

interface Exporting {
  database: Database;
  stateFolder: string;
  signal: AbortSignal;
  progress(part: number): void;
}

interface ExportWish {
  target: string;
  replace: boolean;
  /** The set's pictures, those of cells, and samples. */
  pictures: boolean;
  loras: boolean;
}

const hasEnded = ({ state }: Story["runs"][number]): boolean => state !== "queued" && state !== "running";

/** The project's own folder first; those that are gone are not left out, for what is recorded names them. */
const inOrder = ({ folder }: Project, { folders }: Story): string[] => [
  folder,
  ...folders.filter((one) => one !== folder),
];

/** Its last part; of one that lies in the project's own, `./` and the way from there. */
const folderName = (own: string, folder: string): string =>
  folder !== own && isInside(own, folder)
    ? `./${relative(own, folder).split(sep).join("/")}`
    : basename(folder) || "pictures";

function rootsOf(folders: readonly string[], runs: Story["runs"], stateFolder: string): KnownRoot[] {
  return [
    ...folders.map((path, index): KnownRoot => ({ path, root: `atelier:folder/${index}` })),
    ...runs.flatMap(({ id, meant }): KnownRoot[] => [
      { path: join(stateFolder, "runs", String(id)), root: `atelier:run/${id}` },
      ...(meant.outputFolder === "" ? [] : [{ path: meant.outputFolder, root: `atelier:output/${id}` as const }]),
    ]),
  ];
}

function subjectsOf(database: Database, contents: readonly string[]): ProjectManifest["subjects"] {
  return database
    .prepare("SELECT * FROM picture_subject WHERE content IN (SELECT value FROM json_each(?))")
    .all(JSON.stringify(contents))
    .map((row: unknown) => {
      const { content, x0, y0, x1, y1 } = Object(row);
      return { content: String(content), box: [x0, y0, x1, y1].map(Number) };
    });
}

function votesOf(database: Database, sweep: number): ArchivedSweep["votes"] {
  return database
    .prepare("SELECT ballot, paper, keys, vote, voted FROM sweep_vote WHERE sweep = ? AND vote IS NOT NULL ORDER BY id")
    .all(sweep)
    .map((row: unknown) => {
      const { ballot, paper, keys, vote, voted } = Object(row);
      return { ballot, paper, keys: JSON.parse(String(keys)), vote, voted };
    });
}

/** Writes a project as one ZIP: its records always, its pictures and LoRA files if asked. */
export async function exportProject(
  project: Project,
  { target, replace, pictures, loras }: ExportWish,
  { database, stateFolder, signal, progress }: Exporting,
): Promise<Result<"project/export">> {
  requirePlace(target, replace);
  const story = storyOf(database, project);
  const folders = inOrder(project, story);
  const runs = story.runs.filter(hasEnded);
  const portable = portablePaths(rootsOf(folders, runs, stateFolder), homedir());
  const set = await gatherSet(database, folders, signal);
  const keys = story.sweeps.flatMap(keysOf);
  const cells = cellLines(database, keys, portable.deep);
  const scores = scoreLines(database, [...set.pictures.map(({ content }) => content), ...cells.contents]);

  const output = new Map(runs.map((run) => [run.id, runOutput(run, { loras, pictures })]));
  const manifest: ProjectManifest = {
    format: FORMAT,
    version: ARCHIVE_VERSION,
    atelier,
    exported: new Date().toISOString(),
    project: { key: project.key, name: project.name, created: project.created },
    folders: folders.map((folder) => folderName(project.folder, folder)),
    pictures: set.pictures.map(({ path: _path, ...picture }) => picture),
    subjects: subjectsOf(
      database,
      set.pictures.map(({ content }) => content),
    ),
    steps: story.steps.map(({ name, created, files, moved, undone, point }) => ({
      name,
      created,
      files,
      moved,
      undone,
      point,
    })),
    plans: story.plans.map(({ id, name, folder, concept, changed }) => {
      const { plan, reasons } = storedPlan(database, id);
      return {
        name,
        folder: folder && portable.whole(folder),
        concept,
        plan: portable.deep(plan),
        reasons: [...reasons],
        changed,
      };
    }),
    runs: runs.map((run) => archivedRun(run, output.get(run.id) ?? [], portable)),
    sweeps: story.sweeps.map(({ id, name, state, settings, facts, wanted, created, changed, picture }) => ({
      name,
      state: state === "drawing" ? "paused" : state,
      settings: portable.deep(settings),
      facts: portable.deep(facts),
      wanted: wanted && [...wanted],
      created,
      changed,
      picture,
      votes: votesOf(database, id),
    })),
    installed: story.installed.map(({ name, published, run }) => ({ name, published, run })),
  };

  const files: Packed[] = [
    { name: archiveNames.manifest, text: JSON.stringify(manifest) },
    { name: archiveNames.scores, text: scores.text },
    { name: archiveNames.cells, text: cells.cells },
    { name: archiveNames.evidence, text: cells.evidence },
    ...runs.flatMap(({ id }) => runRecords(id, join(stateFolder, "runs", String(id)), portable)),
    ...[...output.values()].flat(),
  ];
  const different = new Map(set.pictures.map((picture) => [picture.content, picture]));
  const drawn = pictures ? [...new Set(cells.contents)].filter((one) => existsSync(picturePath(stateFolder, one))) : [];
  if (pictures) {
    for (const { content, path, bytes } of different.values()) {
      files.push({ name: `pictures/${content}${extname(path).toLowerCase()}`, file: path, bytes });
    }
    for (const content of drawn) {
      const file = picturePath(stateFolder, content);
      files.push({ name: `cells/${content}.png`, file, bytes: statSync(file).size });
    }
  }
  const bytes = await writeZip(target, files, { signal, progress });
  const outputs = [...output.values()].flat();
  return {
    file: target,
    bytes,
    holds: {
      pictures: pictures ? different.size : 0,
      captions: set.pictures.filter(({ caption }) => caption !== null).length,
      scores: scores.count,
      steps: manifest.steps.length,
      plans: manifest.plans.length,
      runs: runs.length,
      sweeps: manifest.sweeps.length,
      cells: cells.count,
      cellPictures: drawn.length,
      loras: outputs.filter(({ name }) => !name.includes("/sample/")).length,
    },
    problems: set.problems,
  };
}
