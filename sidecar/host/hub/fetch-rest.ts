import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Dispatcher } from "undici";
import { say } from "../../words/sentence.js";
import { httpClient } from "../http-client.js";
import type { JobAmount } from "../jobs/job-kind.js";
import { StudioError, systemCode } from "../studio-error.js";
import { diskFull } from "./fetch-blob.js";
import { requireSpace } from "./hub-cache.js";
import { notReached } from "./hub-errors.js";

const REDIRECTS = 5;

export interface FetchWatch {
  dispatcher: Dispatcher;
  signal: AbortSignal;
  /** The environment variable that names a mirror. */
  mirror: string;
  /** Headers for the address itself, not for where it sends us. */
  login?: Record<string, string>;
  onAmount(amount: JobAmount): void;
}

/** Bytes of a file, 0 for none. */
export const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.size ?? 0;

const header = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? "";

function refused(status: number, address: string, mirror: string): StudioError {
  const passes = status >= 500 || status === 408 || status === 429;
  return new StudioError(
    passes ? "downloadFailed" : status === 404 ? "notFound" : "accessRefused",
    say("{address} answered with status {status}.", { address, status }),
    say("Start again later, or set {mirror} to a mirror that has the file.", { mirror }),
  );
}

/** Asks for what is missing of a file, following redirects. @throws StudioError */
async function ask(start: string, have: number, { dispatcher, signal, mirror, login }: FetchWatch) {
  const { request } = await httpClient();
  let address = new URL(start);
  for (let hops = 0; hops <= REDIRECTS; hops += 1) {
    // A login is the business of the address that was asked alone.
    const own = address.origin === new URL(start).origin ? login : undefined;
    const headers = { "user-agent": "lora-atelier", "accept-encoding": "identity", ...own };
    const answer = await request(address, {
      headers: have > 0 ? { ...headers, range: `bytes=${have}-` } : headers,
      dispatcher,
      signal,
    }).catch((error: unknown) => {
      if (signal.aborted) throw error;
      throw notReached(error, { endpoint: address.origin, repository: start, mirror });
    });
    if (answer.statusCode === 200 || answer.statusCode === 206) return answer;
    answer.body.on("error", () => {});
    await answer.body.dump();
    const location = header(answer.headers.location);
    const isRedirect = [301, 302, 303, 307, 308].includes(answer.statusCode);
    if (!isRedirect || !URL.canParse(location, address.href)) throw refused(answer.statusCode, start, mirror);
    address = new URL(location, address);
  }
  throw new StudioError(
    "downloadFailed",
    say("{start} leads too far away.", { start }),
    say("Set {mirror} to a mirror.", { mirror }),
  );
}

/**
 * One attempt at a file: asks for what is missing and appends it as it comes.
 * @throws StudioError "offline" | "accessRefused" | "notFound" | "downloadFailed" | "diskFull"
 */
export async function fetchRest(address: string, part: string, watch: FetchWatch): Promise<void> {
  const { signal, mirror, onAmount } = watch;
  const have = await sizeOf(part);
  const answer = await ask(address, have, watch);
  const [, start, whole] = /^bytes (\d+)-\d+\/(\d+)$/.exec(header(answer.headers["content-range"])) ?? [];
  const goesOn = answer.statusCode === 206 && Number(start) === have;
  let at = goesOn ? have : 0;
  const total = goesOn ? Number(whole) : Number(header(answer.headers["content-length"]));
  if (!Number.isSafeInteger(total) || total <= 0) {
    answer.body.on("error", () => {}).destroy();
    throw new StudioError(
      "downloadFailed",
      say("{address} does not say how large the file is.", { address }),
      say("Start again."),
    );
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
    throw notReached(error, { endpoint: new URL(address).origin, repository: address, mirror });
  }
  if (at < total)
    throw new StudioError(
      "downloadFailed",
      say("{address} ended the download early.", { address }),
      say("Start again."),
    );
}
