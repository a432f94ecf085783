import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise } from "yauzl";
import { renamePatiently } from "../../store/rename-patiently.js";
import { say } from "../../words/sentence.js";
import { StudioError } from "../studio-error.js";
import type { CudaPackage } from "./cuda-packages.js";

/**
 * Unpacks a wheel's libraries into one folder, each whole or not at all. The wheel's content was compared with its sum.
 * @throws StudioError "checksumMismatch" when a library is not in it
 */
export async function unpackWheel(
  wheel: string,
  { name, libraries }: CudaPackage,
  { folder, signal }: { folder: string; signal: AbortSignal },
): Promise<void> {
  const missing = new Set(libraries.map(([path]) => path));
  const zip = await openPromise(wheel, { lazyEntries: true, autoClose: false });
  try {
    const entries = zip.eachEntry();
    for (;;) {
      const next = await entries.next();
      if (next.done) break;
      const entry: Entry = next.value;
      if (!missing.delete(entry.fileName)) continue;
      const target = join(folder, basename(entry.fileName));
      const beside = `${target}.part`;
      await rm(beside, { force: true });
      const onDisk = createWriteStream(beside, { flags: "wx", mode: 0o644, flush: true });
      await pipeline(await zip.openReadStreamPromise(entry), onDisk, { signal });
      await renamePatiently(beside, target);
    }
  } finally {
    zip.close();
  }
  const [first] = missing;
  if (first === undefined) return;
  throw new StudioError(
    "checksumMismatch",
    say("The package {name} does not hold {file}.", { name, file: first }),
    say("Update LoRA Atelier; then start again."),
  );
}
