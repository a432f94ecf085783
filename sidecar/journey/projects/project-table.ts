import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { StudioError } from "../../host/studio-error.js";
import { type Database, transaction } from "../../store/database.js";
import { say } from "../../words/sentence.js";

/** A folder of pictures and everything that grew from it. */
export interface Project {
  id: number;
  /** The same on every machine it is taken to. */
  key: string;
  name: string;
  /** Absolute; where its pictures lie. */
  folder: string;
  /** ISO times. */
  created: string;
  archived: string | null;
  /** What another machine told of it, as it was read; null for a project of this one. */
  imported: string | null;
}

function project(row: unknown): Project {
  const { id, key, name, folder, created, archived, imported } = Object(row);
  return {
    id: Number(id),
    key: String(key),
    name: String(name),
    folder: String(folder),
    created: String(created),
    archived: archived === null ? null : String(archived),
    imported: imported === null ? null : String(imported),
  };
}

/** In the order in which they were found. */
export const allProjects = (database: Database): Project[] =>
  database.prepare("SELECT * FROM project ORDER BY id").all().map(project);

export const noProject = (id: number): StudioError =>
  new StudioError("notFound", say("There is no project {id}.", { id }), say("`projects list` names those there are."));

/** @throws StudioError "notFound" */
export function oneProject(database: Database, id: number): Project {
  const row = database.prepare("SELECT * FROM project WHERE id = ?").get(id);
  if (row) return project(row);
  throw noProject(id);
}

export function projectWithKey(database: Database, key: string): Project | null {
  const row = database.prepare("SELECT * FROM project WHERE key = ?").get(key);
  return row ? project(row) : null;
}

/** The project that a folder is known to belong to; null for none yet. */
export function knownProject(database: Database, folder: string): Project | null {
  const row = database
    .prepare(
      "SELECT project.* FROM project_folder JOIN project ON project.id = project WHERE project_folder.folder = ?",
    )
    .get(folder);
  return row ? project(row) : null;
}

/** All folders of a project, its own included. */
export const foldersOf = (database: Database, id: number): string[] =>
  database
    .prepare("SELECT folder FROM project_folder WHERE project = ? ORDER BY folder")
    .all(id)
    .map((row: unknown) => String(Object(row).folder));

/** A further folder of a project: one that grew from it, or where it lay before. One that belongs to another stays there. */
export function addFolder(database: Database, id: number, folder: string): void {
  database.prepare("INSERT OR IGNORE INTO project_folder (folder, project) VALUES (?, ?)").run(folder, id);
}

/** As `addProject`, for who has begun a transaction. */
export function addProjectWithin(
  database: Database,
  { folder, key = randomUUID(), name = basename(folder) || folder, imported = null }: NewProject,
): Project {
  const { lastInsertRowid } = database
    .prepare("INSERT INTO project (key, name, folder, created, imported) VALUES (?, ?, ?, ?, ?)")
    .run(key, name, folder, new Date().toISOString(), imported);
  addFolder(database, Number(lastInsertRowid), folder);
  return oneProject(database, Number(lastInsertRowid));
}

interface NewProject {
  folder: string;
  key?: string;
  name?: string;
  imported?: string | null;
}

export const addProject = (database: Database, made: NewProject): Project =>
  transaction(database, () => addProjectWithin(database, made));
