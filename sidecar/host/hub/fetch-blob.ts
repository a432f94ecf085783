import { createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { renamePatiently } from "../../store/rename-patiently.js";
import { say } from "../../words/sentence.js";
import { StudioError, systemCode } from "../studio-error.js";
import { hasChecksum } from "./checksum.js";
import type { HubAnswer, HubConnection } from "./hub-connection.js";
import { notReached } from "./hub-errors.js";
import { type HubFile, type HubModel, plainEtag } from "./hub-files.js";
import type { RepositoryModel } from "./repository-model.js";
import { type Patience, withRetries } from "./retry.js";

export interface BlobRequest {
  connection: HubConnection;
  model: RepositoryModel;
  commit: HubModel["commit"];
  file: HubFile;
  /** Where the whole file is to be; what is there of it so far is beside it (`partOf`). */
  blob: string;
  signal: AbortSignal;
  patience: Patience;
  /** Bytes of this file that are on disk. */
  onBytes(bytes: number): void;
}

/**
 * What is there so far. Not `<blob>.incomplete`: older versions of huggingface_hub append to that one under a lock that
 * Node cannot take, and two writers would spoil its file, which it does not check.
 */
export const partOf = (blob: string): string => `${blob}.atelier.incomplete`;

// Longer than any program waits for a silent connection.
const ABANDONED_MS = 60_000;

/** Takes up what huggingface_hub left of the same file, if nobody has written to it for a minute. */
async function adopt(blob: string): Promise<void> {
  const theirs = await stat(`${blob}.incomplete`).catch(() => null);
  if (!theirs || Date.now() - theirs.mtimeMs < ABANDONED_MS || (await sizeOf(partOf(blob))) > 0) return;
  await rename(`${blob}.incomplete`, partOf(blob)).catch(() => {});
}

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.size ?? 0;

export const diskFull = (folder: string, thrown?: unknown): StudioError =>
  new StudioError(
    "diskFull",
    say("The disk of {folder} is full.", { folder }),
    say("Free some space, or set HF_HOME to a folder on another disk; then start again: what was downloaded is kept."),
    thrown,
  );

const wrongContent = ({ connection, model, file }: BlobRequest): StudioError =>
  new StudioError(
    "checksumMismatch",
    say("{path} of {repository} arrived with another content than {endpoint} names (checksum).", {
      path: file.path,
      repository: model.repository,
      endpoint: connection.endpoint,
    }),
    say("It was deleted. Start again; if it happens again, a proxy or the mirror (HF_ENDPOINT) changes files."),
  );

/** Where the answer's bytes belong: at the end of what is there, or at the beginning when the server starts anew. */
function offsetOf({ status, header }: HubAnswer, asked: number, bytes: number): number {
  if (status !== 206) return 0;
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(header("content-range")) ?? [];
  if (Number(start) === asked && (total === "*" || Number(total) === bytes)) return asked;
  throw new StudioError(
    "downloadFailed",
    say("The server sent another part of the file than asked for."),
    say("Start again."),
  );
}

/** One attempt: asks for what is missing and appends it as it comes. */
async function attempt(request: BlobRequest, incomplete: string): Promise<void> {
  const { connection, model, commit, file, signal, onBytes } = request;
  let have = await sizeOf(incomplete);
  if (have > file.bytes) {
    await rm(incomplete, { force: true });
    have = 0;
  }
  onBytes(have);
  if (have === file.bytes && have > 0) return;
  const path = file.path.split("/").map(encodeURIComponent).join("/");
  const answer = await connection.ask(`${connection.endpoint}/${model.repository}/resolve/${commit}/${path}`, {
    repository: model.repository,
    ...(have > 0 ? { headers: { range: `bytes=${have}-` } } : {}),
    signal,
  });
  const linked = plainEtag(answer.ofTheHub("x-linked-etag"));
  if (linked !== "" && linked !== file.etag) {
    answer.body.on("error", () => {}).destroy();
    throw wrongContent(request);
  }
  let at = offsetOf(answer, have, file.bytes);
  const counted = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      yield chunk;
      at += chunk.length;
      onBytes(at);
    }
  };
  const onDisk = createWriteStream(incomplete, { flags: at === 0 ? "w" : "a", mode: 0o644 });
  try {
    await pipeline(answer.body, counted, onDisk, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    if (systemCode(error) === "ENOSPC") throw diskFull(incomplete, error);
    throw notReached(error, { ...connection, repository: model.repository });
  }
  if ((await sizeOf(incomplete)) < file.bytes) {
    throw new StudioError(
      "downloadFailed",
      say("{endpoint} ended the download early.", { endpoint: connection.endpoint }),
      say("Start again."),
    );
  }
}

async function toDisk(path: string): Promise<void> {
  const handle = await open(path, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Downloads one file to `blob`: goes on where an earlier run ended, tries again when the connection breaks, and lets
 * the file appear only when its checksum is right.
 * @throws StudioError "offline" | "accessRefused" | "downloadFailed" | "checksumMismatch" | "diskFull"; the signal's reason when it aborts
 */
export async function fetchBlob(request: BlobRequest): Promise<void> {
  const { blob, file, patience, signal } = request;
  const incomplete = partOf(blob);
  await adopt(blob);
  let onDisk = 0;
  const onBytes = (bytes: number): void => {
    onDisk = bytes;
    request.onBytes(bytes);
  };
  // What an earlier run or another program left may be wrong from its beginning: then once anew.
  for (let inherited = (await sizeOf(incomplete)) > 0; ; inherited = false) {
    await withRetries(() => attempt({ ...request, onBytes }, incomplete), { patience, progress: () => onDisk, signal });
    if (await hasChecksum(incomplete, file.etag, signal)) break;
    await rm(incomplete, { force: true });
    if (!inherited) throw wrongContent(request);
  }
  await toDisk(incomplete);
  await renamePatiently(incomplete, blob);
}
