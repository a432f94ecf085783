import { access, constants, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { namesIn } from "../../store/names-in.js";
import type { OutputFacts } from "../facts.js";

/** The folder itself, or the nearest one above it that exists. */
async function nearest(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await access(at).then(
      () => true,
      () => false,
    );
    if (found || dirname(at) === at) return at;
  }
}

/** What the run would find where it saves: the trainer itself looks only when it saves for the first time. */
export async function lookAtOutput(folder: string, names: readonly string[]): Promise<OutputFacts> {
  const present = await namesIn(folder).catch(() => []);
  const place = await nearest(folder);
  const writable = await access(place, constants.W_OK).then(
    () => true,
    () => false,
  );
  const disk = await statfs(place).catch(() => null);
  const wanted = new Set(names);
  return {
    folder,
    exists: present !== null,
    writable,
    free: disk ? disk.bavail * disk.bsize : null,
    overwritten: (present ?? []).filter((name) => wanted.has(name)),
  };
}
