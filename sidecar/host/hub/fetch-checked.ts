import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { renamePatiently } from "../../store/rename-patiently.js";
import { say } from "../../words/sentence.js";
import type { JobAmount } from "../jobs/job-kind.js";
import { StudioError } from "../studio-error.js";
import { type FetchWatch, fetchRest, sizeOf } from "./fetch-rest.js";
import { type Patience, withRetries } from "./retry.js";

/** A file by its content: hex digest and its algorithm, as Node names it. */
interface FileChecksum {
  algorithm: string;
  digest: string;
}

interface Wanted {
  address: string;
  /** Where it is to be; what is there of it so far is in `part`. */
  file: string;
  part: string;
  checksum: FileChecksum;
}

async function hasDigest(path: string, { algorithm, digest }: FileChecksum, signal: AbortSignal): Promise<boolean> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash, { signal });
  return hash.digest("hex") === digest;
}

async function toDisk(path: string): Promise<void> {
  const handle = await open(path, "r+");
  await handle.sync().finally(() => handle.close());
}

/**
 * Downloads a file whose content is known: goes on where an earlier run ended, tries again when the connection breaks, and
 * lets the file appear only when its checksum is right.
 * @throws StudioError "offline" | "accessRefused" | "notFound" | "downloadFailed" | "checksumMismatch" | "diskFull"
 */
export async function fetchChecked(
  { address, file, part, checksum }: Wanted,
  { patience, ...watch }: FetchWatch & { patience: Patience },
): Promise<void> {
  const { signal, mirror } = watch;
  let onDisk = 0;
  const onAmount = (amount: JobAmount): void => {
    onDisk = amount.done;
    watch.onAmount(amount);
  };
  // What an earlier run left may be wrong from its beginning, or whole: then once anew, or not at all.
  for (let inherited = (await sizeOf(part)) > 0; ; inherited = false) {
    if (!inherited || !(await hasDigest(part, checksum, signal))) {
      const once = (): Promise<void> => fetchRest(address, part, { ...watch, onAmount });
      await withRetries(once, { patience, progress: () => onDisk, signal }).catch(async (error: unknown) => {
        // A server refuses the range of a part that is larger than its file.
        if (!inherited || Object(error).code !== "accessRefused") throw error;
        await rm(part, { force: true });
      });
    }
    if ((await sizeOf(part)) > 0 && (await hasDigest(part, checksum, signal))) break;
    await rm(part, { force: true });
    if (inherited) continue;
    throw new StudioError(
      "checksumMismatch",
      say("{address} arrived with another content than expected ({algorithm}).", {
        address,
        algorithm: checksum.algorithm,
      }),
      say("It was deleted. Start again; if it happens again, a proxy or the mirror ({mirror}) changes files.", {
        mirror,
      }),
    );
  }
  await toDisk(part);
  await renamePatiently(part, file);
}
