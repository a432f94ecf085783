import { basename } from "node:path";
import type { Database } from "../../store/database.js";
import { allProjects, type Project } from "./project-table.js";

export function renameProject(database: Database, id: number, name: string): void {
  database.prepare("UPDATE project SET name = ? WHERE id = ?").run(name.trim(), id);
}

/** Put away, or brought back; when it was put away first stays. */
export function archiveProject(database: Database, id: number, archived: boolean): void {
  const now = archived ? new Date().toISOString() : null;
  database
    .prepare("UPDATE project SET archived = CASE WHEN ? IS NULL THEN NULL ELSE coalesce(archived, ?) END WHERE id = ?")
    .run(now, now, id);
}

/** Names of folders that tell nothing apart: `okara`, and `okara (2)` for the next. */
export function freeName(database: Database, folder: string): string {
  const taken = new Set(allProjects(database).map(({ name }: Project) => name));
  const name = basename(folder) || folder;
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? name : `${name} (${count})`;
    if (!taken.has(tried)) return tried;
  }
}
