import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { httpClient } from "../../host/http-client.js";
import { errorOf, StudioError, storedReport } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import { type MachineBeat, type MachineOrder, machineOrders } from "../machine.js";
import { SHARE_HEADER, shareTold } from "../processors/share-header.js";

/** The studio's door, as a machine uses it. */
export interface StudioClient {
  /** @returns what the studio asks of this machine, which of its tasks are over, and when it wants to hear again. @throws StudioError "offline" | "accessRefused" */
  beat(beat: MachineBeat): Promise<{ order: MachineOrder; over: readonly string[]; nextMs: number | null }>;
  /** A task's text; null when it is over. */
  task(id: string): Promise<string | null>;
  /** @returns false when the task is over */
  results(id: string, text: string): Promise<boolean>;
  /** Tells how far a task is. @returns what the studio answers; null when the task is over */
  exchange(id: string, text: string): Promise<{ answer: unknown } | null>;
  /** Sends a file. @returns false when the task is over */
  output(id: string, output: { name: string; hash: string; path: string }): Promise<boolean>;
  /** A file's bytes from this one on. @throws StudioError "notFound" when it is offered no more */
  file(hash: string, from: number, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
}

interface ClientOptions {
  /** Where the studio listens for machines; asked for anew each time, since it may move. @throws StudioError "offline" */
  address(): Promise<string>;
  token: string;
  machine: string;
  /** Told how many threads this machine should compute with; null: as if nobody else computed there. */
  onShare?(threads: number | null): void;
}

const ANSWER_MS = 30_000;
// A large file goes on for as long as something comes.
const BODY_MS = 60_000;
const TRIES = 6;
const FIRST_WAIT_MS = 500;

const OK = 200;
const PARTIAL = 206;
const UNAUTHORIZED = 401;
const GONE = 404;
const CHECKSUM = 422;

const away = (url: string, reason: string): StudioError =>
  new StudioError(
    "offline",
    say("The studio at {url} does not answer: {reason}", { url, reason }),
    say("Is it running, and may this machine reach that address?"),
  );

const refused = (url: string): StudioError =>
  new StudioError(
    "accessRefused",
    say("The studio at {url} does not take this machine's token.", { url }),
    say("Give the studio's worker token: `machines token` prints it there."),
  );

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function createStudioClient({ address, token, machine, onShare }: ClientOptions): StudioClient {
  const headers = { authorization: `Bearer ${token}`, "x-atelier-machine": machine };
  type Request = { method: "GET" | "POST" | "PUT"; body?: string; path?: string; headers?: Record<string, string> };
  const once = async (route: string, { method, body, path, headers: more }: Request, signal?: AbortSignal) => {
    const { request } = await httpClient();
    const url = `${(await address()).replace(/\/$/, "")}${route}`;
    const length = path === undefined ? undefined : (await stat(path)).size;
    const answer = await request(url, {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(length === undefined ? {} : { "content-length": String(length) }),
        ...more,
      },
      body: path === undefined ? (body ?? null) : createReadStream(path),
      headersTimeout: ANSWER_MS,
      bodyTimeout: BODY_MS,
      ...(signal ? { signal } : {}),
    }).catch((error: Error) => {
      throw away(url, error.message);
    });
    if (answer.statusCode === UNAUTHORIZED) throw refused(url);
    const share = shareTold(answer.headers[SHARE_HEADER]);
    if (share !== undefined) onShare?.(share);
    return answer;
  };
  /** Tries again while the studio is away, or a file did not come as it was sent: it may only be starting anew. */
  const ask = async (route: string, request: Request): Promise<{ status: number; text: string }> => {
    for (let left = TRIES; ; left -= 1) {
      const answer = await once(route, request).then(
        async ({ statusCode, body }) => ({ status: statusCode, text: await body.text() }),
        (error: unknown) => ({ status: 0, text: "", error }),
      );
      const isLast = left === 1;
      if ("error" in answer) {
        if (isLast || !(answer.error instanceof StudioError && answer.error.code === "offline")) throw answer.error;
      } else if (isLast || (answer.status < 500 && answer.status !== CHECKSUM)) return answer;
      await wait(FIRST_WAIT_MS * 2 ** (TRIES - left));
    }
  };
  const taken = ({ status, text }: { status: number; text: string }): boolean => {
    if (status === GONE) return false;
    if (status >= 300) throw errorOf(storedReport(JSON.parse(text)));
    return true;
  };
  return {
    async beat(beat) {
      const { statusCode, body } = await once("/beat", { method: "POST", body: JSON.stringify(beat) });
      const text = await body.text();
      if (statusCode !== OK) throw away(await address(), text.slice(0, 200));
      const { order, over, nextMs } = Object(JSON.parse(text));
      return {
        order: machineOrders.find((one) => one === order) ?? "run",
        over: Array.isArray(over) ? over.map(String) : [],
        nextMs: typeof nextMs === "number" ? nextMs : null,
      };
    },
    async task(id) {
      const answer = await ask(`/tasks/${id}`, { method: "GET" });
      return taken(answer) ? answer.text : null;
    },
    results: async (id, text) => taken(await ask(`/tasks/${id}/results`, { method: "POST", body: text })),
    async exchange(id, text) {
      const came = await ask(`/tasks/${id}/results`, { method: "POST", body: text });
      return taken(came) ? { answer: came.text === "" ? null : JSON.parse(came.text) } : null;
    },
    output: async (id, { name, hash, path }) =>
      taken(
        await ask(`/tasks/${id}/outputs/${encodeURIComponent(name)}`, {
          method: "PUT",
          path,
          headers: { "content-type": "application/octet-stream", "x-content-sha256": hash },
        }),
      ),
    async file(hash, from, signal) {
      const range = from > 0 ? { range: `bytes=${from}-` } : {};
      const { statusCode, body } = await once(`/files/${hash}`, { method: "GET", headers: range }, signal);
      if (statusCode === OK || (statusCode === PARTIAL && from > 0)) return body;
      await body.dump();
      throw new StudioError(
        "notFound",
        say("The studio offers a file no more."),
        say("Its work is over, or the file was changed: start it again there."),
      );
    },
  };
}
