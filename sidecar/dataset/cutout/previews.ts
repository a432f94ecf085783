import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";

// As many as a person compares.
const KEPT = 24;

/** Folder of previews below the state's. */
export const previewFolder = (stateFolder: string): string => join(stateFolder, "cutout-previews");

/** What a preview may be called, so that no name leads elsewhere. */
export const previewName = /^[\da-f]{64}$/;

/** Keeps the last few preview files; their names follow from what they show. */
export function previewFiles(stateFolder: string) {
  const kept: string[] = [];
  return {
    async fileFor(what: unknown): Promise<{ key: string; file: string }> {
      const key = createHash("sha256").update(JSON.stringify(what)).digest("hex");
      const known = kept.indexOf(key);
      if (known >= 0) kept.splice(known, 1);
      kept.push(key);
      const old = kept.length > KEPT ? kept.shift() : undefined;
      if (old !== undefined) await rm(join(previewFolder(stateFolder), `${old}.png`), { force: true });
      return { key, file: join(previewFolder(stateFolder), `${key}.png`) };
    },
  };
}
