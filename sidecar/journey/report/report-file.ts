import { existsSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Roots } from "../../host/roots.js";
import { systemCode } from "../../host/studio-error.js";
import { exportTarget, fileExists, fileNamePart } from "../../sweep/export/files/target.js";
import { REPORT_MARK } from "./page.js";

// The mark stands among the first lines.
const HEAD_BYTES = 1024;

/** Where reports lie that were not sent elsewhere; each is made again at will. */
export const reportsFolder = (stateFolder: string): string => join(stateFolder, "reports");

/** Name of a file in that folder, and nothing that leads elsewhere. */
export const isReportFile = (name: string): boolean => /^\d+\.(?:en|ja)\.html$/.test(name);

/** Whether a file is a report of ours. */
async function isReport(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEAD_BYTES), position: 0 });
      return buffer.toString("utf8", 0, bytesRead).includes(REPORT_MARK);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (systemCode(error) === "ENOENT" || systemCode(error) === "EISDIR") return false;
    throw error;
  }
}

interface Wish {
  /** A file, or a folder in which a free name is taken. Null: the reports' own folder. */
  to: string | null;
  /** Of the project. */
  name: string;
  id: number;
  language: "en" | "ja";
}

/**
 * Where a report goes. A report of ours is written over; whatever else lies there stays.
 * @throws StudioError "fileExists" | "notFound" | "outsideRoots"
 */
export async function reportTarget(
  { roots, stateFolder }: { roots: Roots; stateFolder: string },
  { to, name, id, language }: Wish,
): Promise<string> {
  if (to === null) return join(reportsFolder(stateFolder), `${id}.${language}.html`);
  const asked = await roots.permitNew(to);
  if (existsSync(asked) && !(await stat(asked)).isDirectory()) {
    if (await isReport(asked)) return asked;
    throw fileExists(asked);
  }
  return exportTarget(roots, to, `${fileNamePart(name)}-report.html`);
}
