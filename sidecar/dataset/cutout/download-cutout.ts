import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type Dispatcher, request } from "undici";
import { diskFull } from "../../host/hub/fetch-blob.js";
import { makeFolder, requireSpace } from "../../host/hub/hub-cache.js";
import { isOffline, proxyAgent } from "../../host/hub/hub-environment.js";
import { notReached, offlineByChoice } from "../../host/hub/hub-errors.js";
import { type Surroundings, surroundings } from "../../host/hub/model-places.js";
import { oneAtATime } from "../../host/hub/one-at-a-time.js";
import { type Patience, usualPatience, withRetries } from "../../host/hub/retry.js";
import type { JobAmount } from "../../host/jobs/job-kind.js";
import { StudioError, systemCode } from "../../host/studio-error.js";
import { renamePatiently } from "../../store/rename-patiently.js";
import type { CutoutModel } from "./cutout-models.js";
import { ownCutouts } from "./find-cutout.js";

// Where rembg's own downloads come from.
const USUAL_ADDRESS = "https://github.com/danielgatis/rembg/releases/download/v0.0.0";
const REDIRECTS = 5;

/** Where models are downloaded from: ATELIER_CUTOUT_MODELS_URL (a mirror with the same file names), else rembg's releases. */
export const cutoutSource = ({ file }: Pick<CutoutModel, "file">, environment = process.env): string =>
  `${(environment.ATELIER_CUTOUT_MODELS_URL || USUAL_ADDRESS).replace(/\/+$/, "")}/${file}`;

export interface CutoutDownload {
  signal: AbortSignal;
  onAmount?: (amount: JobAmount) => void;
  around?: Surroundings;
  patience?: Patience;
}

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.size ?? 0;

const header = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? "";

function refused(status: number, address: string): StudioError {
  const passes = status >= 500 || status === 408 || status === 429;
  return new StudioError(
    passes ? "downloadFailed" : status === 404 ? "notFound" : "accessRefused",
    `${address} answered with status ${status}.`,
    "Start again later, or set ATELIER_CUTOUT_MODELS_URL to a mirror that has the file.",
  );
}

/** Asks for what is missing of a file, following redirects. @throws StudioError */
async function ask(start: string, have: number, dispatcher: Dispatcher, signal: AbortSignal) {
  let address = new URL(start);
  for (let hops = 0; hops <= REDIRECTS; hops += 1) {
    const headers = { "user-agent": "lora-atelier", "accept-encoding": "identity" };
    const answer = await request(address, {
      headers: have > 0 ? { ...headers, range: `bytes=${have}-` } : headers,
      dispatcher,
      signal,
    }).catch((error: unknown) => {
      if (signal.aborted) throw error;
      throw notReached(error, { endpoint: address.origin, repository: start });
    });
    if (answer.statusCode === 200 || answer.statusCode === 206) return answer;
    answer.body.on("error", () => {});
    await answer.body.dump();
    const location = header(answer.headers.location);
    const isRedirect = [301, 302, 303, 307, 308].includes(answer.statusCode);
    if (!isRedirect || !URL.canParse(location, address.href)) throw refused(answer.statusCode, start);
    address = new URL(location, address);
  }
  throw new StudioError("downloadFailed", `${start} leads too far away.`, "Set ATELIER_CUTOUT_MODELS_URL to a mirror.");
}

/** One attempt: appends what is missing as it comes. */
async function attempt(
  address: string,
  part: string,
  { dispatcher, signal, onAmount }: Required<Pick<CutoutDownload, "signal" | "onAmount">> & { dispatcher: Dispatcher },
): Promise<void> {
  const have = await sizeOf(part);
  const answer = await ask(address, have, dispatcher, signal);
  const [, start, whole] = /^bytes (\d+)-\d+\/(\d+)$/.exec(header(answer.headers["content-range"])) ?? [];
  const goesOn = answer.statusCode === 206 && Number(start) === have;
  let at = goesOn ? have : 0;
  const total = goesOn ? Number(whole) : Number(header(answer.headers["content-length"]));
  if (!Number.isSafeInteger(total) || total <= 0) {
    answer.body.on("error", () => {}).destroy();
    throw new StudioError("downloadFailed", `${address} does not say how large the file is.`, "Start again.");
  }
  await requireSpace(dirname(part), total - at);
  const counted = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      yield chunk;
      at += chunk.length;
      onAmount({ done: Math.min(at, total), total, unit: "bytes" });
    }
  };
  try {
    await pipeline(answer.body, counted, createWriteStream(part, { flags: at === 0 ? "w" : "a", mode: 0o644 }), {
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    if (systemCode(error) === "ENOSPC") throw diskFull(part, error);
    throw notReached(error, { endpoint: new URL(address).origin, repository: address });
  }
  if (at < total) throw new StudioError("downloadFailed", `${address} ended the download early.`, "Start again.");
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
  const dispatcher = proxyAgent(around);
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
        const once = (): Promise<void> => attempt(address, part, { dispatcher, signal, onAmount: tell });
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
        `${address} arrived with another content than expected (${model.checksum.algorithm}).`,
        "It was deleted. Start again; if it happens again, a proxy or the mirror (ATELIER_CUTOUT_MODELS_URL) changes files.",
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
