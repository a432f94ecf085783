import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { makeFolder } from "../../host/hub/hub-cache.js";
import { isOffline, proxyAgent } from "../../host/hub/hub-environment.js";
import { offlineByChoice } from "../../host/hub/hub-errors.js";
import { type Surroundings, surroundings } from "../../host/hub/model-places.js";
import { oneAtATime } from "../../host/hub/one-at-a-time.js";
import { type Patience, usualPatience, withRetries } from "../../host/hub/retry.js";
import type { JobAmount } from "../../host/jobs/job-kind.js";
import { StudioError } from "../../host/studio-error.js";
import { renamePatiently } from "../../store/rename-patiently.js";
import { say } from "../../words/sentence.js";
import type { CutoutModel } from "./cutout-models.js";
import { fetchRest, sizeOf } from "./fetch-rest.js";
import { ownCutouts } from "./find-cutout.js";

// Where rembg's own downloads come from.
const USUAL_ADDRESS = "https://github.com/danielgatis/rembg/releases/download/v0.0.0";

/** Where models are downloaded from: ATELIER_CUTOUT_MODELS_URL (a mirror with the same file names), else rembg's releases. */
export const cutoutSource = ({ file }: Pick<CutoutModel, "file">, environment = process.env): string =>
  `${(environment.ATELIER_CUTOUT_MODELS_URL || USUAL_ADDRESS).replace(/\/+$/, "")}/${file}`;

export interface CutoutDownload {
  signal: AbortSignal;
  onAmount?: (amount: JobAmount) => void;
  around?: Surroundings;
  patience?: Patience;
}

async function hasDigest(path: string, { algorithm, digest }: CutoutModel["checksum"], signal: AbortSignal) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash, { signal });
  return hash.digest("hex") === digest;
}

async function toDisk(path: string): Promise<void> {
  const handle = await open(path, "r+");
  await handle.sync().finally(() => handle.close());
}

/**
 * Downloads a model into our own folder: goes on where an earlier run ended, tries again when the connection breaks, and
 * lets the file appear only when its checksum is right.
 * @returns its path
 * @throws StudioError "offline" | "accessRefused" | "notFound" | "downloadFailed" | "checksumMismatch" | "diskFull"
 */
export async function downloadCutout(
  model: CutoutModel,
  { signal, onAmount = () => {}, around = surroundings(), patience = usualPatience }: CutoutDownload,
): Promise<string> {
  if (isOffline(around)) throw offlineByChoice({ endpoint: "", repository: model.name });
  const address = cutoutSource(model, around.environment);
  const folder = ownCutouts(around);
  await makeFolder(folder);
  const [file, part] = [join(folder, `${model.name}.onnx`), join(folder, `${model.name}.onnx.part`)];
  const dispatcher = await proxyAgent(around);
  const work = async (): Promise<void> => {
    if ((await sizeOf(file)) > 0) return;
    let onDisk = 0;
    const tell = (amount: JobAmount): void => {
      onDisk = amount.done;
      onAmount(amount);
    };
    // What an earlier run left may be wrong from its beginning, or whole: then once anew, or not at all.
    for (let inherited = (await sizeOf(part)) > 0; ; inherited = false) {
      if (!inherited || !(await hasDigest(part, model.checksum, signal))) {
        const once = (): Promise<void> => fetchRest(address, part, { dispatcher, signal, onAmount: tell });
        await withRetries(once, { patience, progress: () => onDisk, signal }).catch(async (error: unknown) => {
          // A server refuses the range of a part that is larger than its file.
          if (!inherited || Object(error).code !== "accessRefused") throw error;
          await rm(part, { force: true });
        });
      }
      if ((await sizeOf(part)) > 0 && (await hasDigest(part, model.checksum, signal))) break;
      await rm(part, { force: true });
      if (inherited) continue;
      throw new StudioError(
        "checksumMismatch",
        say("{address} arrived with another content than expected ({algorithm}).", {
          address,
          algorithm: model.checksum.algorithm,
        }),
        say(
          "It was deleted. Start again; if it happens again, a proxy or the mirror (ATELIER_CUTOUT_MODELS_URL) changes files.",
        ),
      );
    }
    await toDisk(part);
    await renamePatiently(part, file);
  };
  const look = async (): Promise<void> =>
    onAmount({ done: await sizeOf(part), total: await sizeOf(part), unit: "bytes" });
  try {
    await oneAtATime(join(folder, `${model.name}.lock`), { signal, work, look });
  } finally {
    await dispatcher.destroy();
  }
  return file;
}
