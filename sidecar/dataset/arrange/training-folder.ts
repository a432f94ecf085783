import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { repeatsOf } from "../scan.js";
import { isTrained } from "../trained-formats.js";

export interface FolderFinding {
  kind: "direct" | "isConcept" | "empty" | "noNumber" | "deeper" | "zero" | "nothing";
  severity: "error" | "warning";
  /** The folder it is about. */
  path: string;
  pictures: number;
  /** What to give the trainer instead, where that helps. */
  give: string | null;
}

interface Looked {
  pictures: number;
  folders: string[];
}

async function look(folder: string): Promise<Looked> {
  const entries = await readdir(folder, { withFileTypes: true });
  return {
    pictures: entries.filter((entry) => entry.isFile() && isTrained(entry.name)).length,
    folders: entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name),
  };
}

/**
 * What the trainer will find in a folder given as `train_data_dir`: it reads only folders directly inside, named
 * `10_name`, and only their own pictures; anything else it passes over without a word (sd-scripts,
 * `config_util.generate_dreambooth_subsets_config_by_subdirs`).
 */
export async function checkTrainingFolder(folder: string): Promise<{ pictures: number; findings: FolderFinding[] }> {
  const { pictures, folders } = await look(folder);
  const findings: FolderFinding[] = [];
  const find = (
    kind: FolderFinding["kind"],
    severity: FolderFinding["severity"],
    { path, pictures: seen = 0, give = null }: { path: string; pictures?: number; give?: string | null },
  ): void => void findings.push({ kind, severity, path, pictures: seen, give });
  const isConcept = repeatsOf(basename(folder)) !== null && pictures > 0;
  if (isConcept) find("isConcept", "error", { path: folder, pictures, give: dirname(folder) });
  else if (pictures > 0) find("direct", "error", { path: folder, pictures });
  let found = 0;
  for (const name of folders) {
    const path = join(folder, name);
    const inside = await look(path);
    const repeats = repeatsOf(name);
    if (repeats === null && inside.pictures > 0) find("noNumber", "warning", { path, pictures: inside.pictures });
    if (repeats === 0) find("zero", "warning", { path, pictures: inside.pictures });
    if (repeats === null || repeats === 0) continue;
    if (inside.pictures === 0) find("empty", "warning", { path });
    found += inside.pictures;
    for (const deeper of inside.folders) {
      const below = await look(join(path, deeper));
      if (below.pictures > 0) find("deeper", "warning", { path: join(path, deeper), pictures: below.pictures });
    }
  }
  if (found === 0 && findings.every(({ severity }) => severity !== "error")) find("nothing", "error", { path: folder });
  return { pictures: found, findings };
}
