import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { fits } from "../../../../protocol/validate.js";
import { addPlanWithin } from "../../../planning/stored-plans.js";
import type { Database } from "../../../store/database.js";
import { transaction } from "../../../store/database.js";
import { fileContents, fileStamp } from "../../../store/file-content.js";
import { type FileChange, recordChanges } from "../../../store/journal.js";
import { rememberModel, scoreTable } from "../../../store/score-table.js";
import { newStep } from "../../../store/steps.js";
import { subjectTable } from "../../../store/subject-table.js";
import { marksOf, putPicture } from "../../../sweep/cells/picture-table.js";
import { addSweep, changeSweep } from "../../../sweep/cells/sweep-table.js";
import { addFolder, addProjectWithin, knownProject } from "../project-table.js";
import type { ProjectManifest } from "./archive-format.js";
import type { ArchivedCell, ArchivedEvidence, ArchivedScores } from "./parse-rows.js";
import type { RunToStore } from "./parse-run.js";
import type { SweepToStore } from "./parse-sweep.js";

/** What an archive brings, parsed and at home here, its files unpacked and waiting. */
export interface ImportToStore {
  manifest: ProjectManifest;
  places: readonly string[];
  local: (value: unknown) => unknown;
  runs: readonly RunToStore[];
  sweeps: readonly SweepToStore[];
  scores: ArchivedScores;
  cells: readonly ArchivedCell[];
  evidence: readonly ArchivedEvidence[];
  captions: readonly FileChange[];
  /** Pictures of new folders, by what they contain. */
  pictures: readonly { path: string; content: string }[];
  /** Folder with the records of a run, by its number in the archive. */
  recordsOf(run: number): string;
  stateFolder: string;
  /** Puts what was unpacked to its place: the last thing that is done before it counts. */
  place(): void;
}

function storeScores(database: Database, { models, scores }: ArchivedScores): void {
  const table = scoreTable(database);
  const ids = new Map([...models].map(([model, told]) => [model, rememberModel(database, told)]));
  for (const { content, of, scores: packed } of scores) {
    const id = ids.get(of);
    // What was scored here stays.
    if (id !== undefined && !table.has(content, id)) table.put(content, id, packed);
  }
}

function storeSeen(database: Database, evidence: readonly ArchivedEvidence[]): void {
  const put = database.prepare(
    "INSERT OR IGNORE INTO sweep_evidence (content, version, statistics, looks) VALUES (?, ?, ?, ?)",
  );
  for (const { content, version, statistics, looks } of evidence) put.run(content, version, statistics, looks);
}

function storePlans(database: Database, { manifest, local }: ImportToStore): void {
  for (const { folder, concept, plan, reasons, changed } of manifest.plans) {
    const place = local(folder);
    const params: unknown = {
      plan: local(plan),
      concept,
      reasons,
      ...(typeof place === "string" ? { folder: place } : {}),
    };
    // One of another version is left out: it was looked at before anything was written.
    if (fits("planning/save", params)) addPlanWithin(database, params, changed);
  }
}

/** Run rows; their numbers here by those of the archive. The records go to where a run of that number has them. */
function storeRuns(database: Database, { runs, recordsOf, stateFolder }: ImportToStore): Map<number, number> {
  const ids = new Map<number, number>();
  mkdirSync(join(stateFolder, "runs"), { recursive: true });
  const last = Number(Object(database.prepare("SELECT max(position) AS last FROM training_run").get()).last ?? 0);
  const insert = database.prepare(
    `INSERT INTO training_run (name, state, position, meant, queued, started, ended, outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const run of [...runs].sort((left, right) => left.id - right.id)) {
    const { name, state, queued, started, ended, outcome } = run;
    const { parent } = run.meant;
    const meant = { ...run.meant, parent: parent === null ? null : (ids.get(parent) ?? null) };
    const told = outcome && JSON.stringify(outcome);
    const { lastInsertRowid } = insert.run(
      name,
      state,
      last + ids.size + 1,
      JSON.stringify(meant),
      queued,
      started,
      ended,
      told,
    );
    const id = Number(lastInsertRowid);
    ids.set(run.id, id);
    const folder = join(stateFolder, "runs", String(id));
    // What an import that was cut off has left belongs to nobody.
    if (existsSync(folder)) renameSync(folder, `${folder}.left-${Date.now()}`);
    if (existsSync(recordsOf(run.id))) renameSync(recordsOf(run.id), folder);
  }
  return ids;
}

function storeSweeps(database: Database, { sweeps, cells }: ImportToStore, runs: ReadonlyMap<number, number>): void {
  const highest = (table: string): number =>
    Number(Object(database.prepare(`SELECT max(revision) AS highest FROM ${table}`).get()).highest ?? 0);
  const revision = Math.max(highest("sweep"), highest("sweep_picture")) + 1;
  const known = new Set(
    marksOf(
      database,
      cells.map(({ row }) => row.key),
    ).map(({ key }) => key),
  );
  for (const { row, request } of cells) if (!known.has(row.key)) putPicture(database, { ...row, revision }, request);
  const times = database.prepare("UPDATE sweep SET created = ?, changed = ? WHERE id = ?");
  const vote = database.prepare(
    "INSERT OR IGNORE INTO sweep_vote (sweep, ballot, paper, keys, vote, voted) VALUES (?, ?, ?, ?, ?, ?)",
  );
  for (const sweep of [...sweeps].reverse()) {
    const { name, state, facts, wanted, created, changed, picture, votes } = sweep;
    const { run } = sweep.settings;
    const settings = { ...sweep.settings, name, run: run === null ? null : (runs.get(run) ?? null) };
    const id = addSweep(database, { settings, facts, wanted, revision });
    const kept = (["paused", "done", "cancelled", "failed"] as const).find((one) => one === state) ?? "paused";
    changeSweep(database, id, { change: { state: kept, picture }, revision });
    times.run(created, changed, id);
    for (const { ballot, paper, keys, vote: word, voted } of votes) {
      vote.run(id, ballot, paper, JSON.stringify(keys), word, voted);
    }
  }
}

/** Everything in one transaction: it is there whole, or nothing is. @returns numbers of the project and of the captions' step */
export function storeImport(database: Database, coming: ImportToStore): { project: number; step: number | null } {
  const { manifest, places, captions } = coming;
  const [own = ""] = places;
  return transaction(database, () => {
    const { key, name } = manifest.project;
    const { exported, atelier, steps, installed } = manifest;
    const imported = JSON.stringify({ exported, atelier, steps, installed });
    // A folder that was opened here before keeps its name, and what was done in it here.
    const here = knownProject(database, own);
    const { id } = here ?? addProjectWithin(database, { folder: own, key, name, imported });
    if (here !== null) database.prepare("UPDATE project SET key = ?, imported = ? WHERE id = ?").run(key, imported, id);
    for (const place of places) addFolder(database, id, place);
    storeScores(database, coming.scores);
    storeSeen(database, coming.evidence);
    const subjects = subjectTable(database);
    for (const { content, box } of manifest.subjects) {
      const [x0 = 0, y0 = 0, x1 = 1, y1 = 1] = box;
      if (subjects.get(content) === null) subjects.put(content, [x0, y0, x1, y1]);
    }
    storePlans(database, coming);
    storeSweeps(database, coming, storeRuns(database, coming));
    const step = captions.length === 0 ? null : newStep(database, { folder: own, name: "Import project" });
    if (step !== null) recordChanges(database, step, captions);
    coming.place();
    const contents = fileContents(database);
    for (const { path, content } of coming.pictures) {
      const stamp = fileStamp(path);
      if (stamp !== null) contents.remember(path, stamp, content);
    }
    return { project: id, step };
  });
}
