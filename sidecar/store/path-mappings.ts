import type { Database } from "./database.js";

/** A folder of another machine, and the one that stands for it here. */
export interface PathMapping {
  from: string;
  to: string;
}

const slashes = (path: string): string => path.replaceAll("\\", "/").replace(/(?<=.)\/+$/, "");

// Windows tells no capitals from small letters.
const folded = (path: string): string => (isWindowsPath(path) ? slashes(path).toLowerCase() : slashes(path));

const isWindowsPath = (path: string): boolean => /^[a-z]:[\\/]/i.test(path) || path.startsWith("\\\\");

/** True for an absolute path that cannot be one of this system. */
export function isForeignPath(path: string, platform: NodeJS.Platform = process.platform): boolean {
  return platform === "win32" ? path.startsWith("/") && !path.startsWith("//") : isWindowsPath(path);
}

/** The path on this machine: by the longest mapping that it lies under, else itself. */
export function mapPath(mappings: readonly PathMapping[], path: string): string {
  const wanted = folded(path);
  const under = mappings
    .filter(({ from }) => wanted === folded(from) || wanted.startsWith(`${folded(from).replace(/\/$/, "")}/`))
    .sort((left, right) => right.from.length - left.from.length)[0];
  if (!under) return path;
  const rest = slashes(path).slice(slashes(under.from).replace(/\/$/, "").length);
  return slashes(under.to) + rest;
}

export function pathMappings(database: Database): PathMapping[] {
  return database
    .prepare('SELECT "from", "to" FROM path_mapping ORDER BY "from"')
    .all()
    .map((row: unknown) => ({ from: String(Object(row).from), to: String(Object(row).to) }));
}

/** Remembers where a folder of another machine lies here; null forgets it. */
export function rememberMapping(database: Database, from: string, to: string | null): void {
  database.prepare('DELETE FROM path_mapping WHERE "from" = ?').run(from);
  if (to !== null) database.prepare('INSERT INTO path_mapping ("from", "to") VALUES (?, ?)').run(from, to);
}
