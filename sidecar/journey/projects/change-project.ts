import type { Database } from "../../store/database.js";

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
