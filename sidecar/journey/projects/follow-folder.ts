import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { scanFolder } from "../../dataset/scan.js";
import { type Database, transaction } from "../../store/database.js";
import { fileStamp } from "../../store/file-content.js";
import { mapPath, pathMappings, rememberMapping } from "../../store/path-mappings.js";
import { rebaseFolder } from "../../store/rebase-folder.js";
import { addFolder, allProjects, knownProject, type Project } from "./project-table.js";

// A picture or two of the same name and size may be chance.
const FEWEST = 3;
const PART = 0.8;

/** Pictures in a folder that were known under the same name and size in another one, by what was read of them there. */
export function knownPictures(
  database: Database,
  before: string,
  { folder, images }: { folder: string; images: readonly { path: string }[] },
): number {
  const find = database.prepare("SELECT 1 FROM file_content WHERE path = ? AND size = ?");
  return images.filter(({ path }) => {
    const stamp = fileStamp(path);
    return stamp !== null && find.get(join(before, relative(folder, path)), stamp.size) !== undefined;
  }).length;
}

/** The project's folder is another from now on; all that is recorded of the old place is of the new one. */
export function moveProject(database: Database, { id, folder: before }: Project, folder: string): void {
  transaction(database, () => {
    rebaseFolder(database, before, folder);
    const other = knownProject(database, folder);
    // The new place was opened before it was known to be the old one: that project has nothing of its own.
    if (other !== null && other.id !== id) {
      database.prepare("UPDATE project_folder SET project = ? WHERE project = ?").run(id, other.id);
      database.prepare("DELETE FROM project WHERE id = ?").run(other.id);
    }
    database.prepare("UPDATE project SET folder = ? WHERE id = ?").run(folder, id);
    addFolder(database, id, folder);
    // Plans and runs name the old place in what they say.
    rememberMapping(database, before, folder);
  });
}

/**
 * Finds folders that were moved: by the mappings that the user gave, else by a folder that was opened since and holds the
 * pictures of one that is gone.
 */
export async function followFolders(database: Database): Promise<void> {
  const all = allProjects(database);
  const gone = all.filter(({ folder }) => !existsSync(folder));
  if (gone.length === 0) return;
  const mappings = pathMappings(database);
  for (const project of gone) {
    const mapped = mapPath(mappings, project.folder).split("/").join(sep);
    const place = mapped !== project.folder && existsSync(mapped) ? mapped : await placeOf(database, project, all);
    if (place !== null) moveProject(database, project, place);
  }
}

/** A project that is nothing but an opened folder, with most of the pictures of the one that is gone. */
async function placeOf(database: Database, gone: Project, all: readonly Project[]): Promise<string | null> {
  const steps = database.prepare("SELECT 1 FROM change_step WHERE folder = ? LIMIT 1");
  for (const { id, folder } of all) {
    if (id === gone.id || !existsSync(folder) || steps.get(folder) !== undefined) continue;
    const scan = await scanFolder(folder);
    const known = knownPictures(database, gone.folder, scan);
    if (known >= FEWEST && known >= scan.images.length * PART) return folder;
  }
  return null;
}
