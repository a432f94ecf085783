import { createHash } from "node:crypto";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import type { WebSocket } from "ws";
import { protocolVersion } from "../../protocol/validate.js";
import { tokenHeader } from "../server/access.js";
import type { Endpoint } from "../server/endpoint.js";
import { answerOf, memoryNews } from "../webui/parent-answers.js";
import { shimQuestion } from "../webui/parent-questions.js";
import { openSocket } from "./studio-client.js";

const AGAIN_AFTER_MS = 2000;
// JSON-RPC 2.0, and the range that it leaves to applications.
const UNKNOWN_METHOD = -32601;
const FAILED = 1000;

interface Asked {
  socket: WebSocket;
  id: unknown;
  method: string;
  task: unknown;
}

interface ParentLink {
  /** The sidecar, or the WebUI, is gone. */
  ended: Promise<void>;
  close(): void;
}

function parsed(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

async function keepPicture({ port, token }: Pick<Endpoint, "port" | "token">, png: Buffer): Promise<string> {
  const name = createHash("sha256").update(png).digest("hex");
  const answer = await fetch(`http://127.0.0.1:${port}/files/drawn?picture=${name}`, {
    method: "POST",
    headers: { [tokenHeader]: token, "x-atelier-upload": "1" },
    body: new Uint8Array(png),
  });
  if (!answer.ok) throw new Error(`the studio did not keep a picture: status ${answer.status}`);
  return name;
}

/**
 * Attaches the WebUI that started us to the sidecar. The shim in it answers by our stdin and stdout, one JSON object a line:
 * `{id, method, call, lane, task?, params}` → `{id, result}`, `{id, failure}` with the WebUI's own words, or `{id, unknown}`. What a sidecar asked
 * that is gone is called off.
 * @param facts params of webui/attach; without an id there is no WebUI, and only the sidecar's end is waited for
 * @param comesBack whether a lost connection is made anew: the sidecar is our own
 */
export function linkParent(
  endpoint: Pick<Endpoint, "port" | "token">,
  facts: Record<string, unknown>,
  { comesBack }: { comesBack: boolean },
): ParentLink {
  const waiting = new Map<number, Asked>();
  const ending = new AbortController();
  let number = 0;
  let current: WebSocket | null = null;
  const toShim = (message: object): void => void process.stdout.write(`${JSON.stringify(message)}\n`);
  // The WebUI was killed: `end` of our stdin says the same.
  process.stdout.on("error", () => {});

  const ask = (socket: WebSocket, { id, method, params }: Record<string, unknown>): void => {
    // News of jobs and answers to ourselves are not for the shim.
    if (id === undefined || typeof method !== "string") return;
    const { webui: _named, task, ...own } = Object(params);
    number += 1;
    waiting.set(number, { socket, id, method, task });
    toShim({ id: number, method, task, ...shimQuestion(method, own) });
  };
  const result = async ({ method }: Asked, { result: told, failure, unknown }: Record<string, unknown>) => {
    const error = (code: number, message: string, hint: string): object => ({
      error: { code, message, data: { code: "webuiFailed", hint } },
    });
    if (unknown !== undefined) return { error: { code: UNKNOWN_METHOD, message: `There is no method ${unknown}.` } };
    const hint = "The WebUI's console says more.";
    if (failure !== undefined) return error(FAILED, `The WebUI could not do it: ${failure}`, hint);
    for (const line of memoryNews(method, told)) process.stderr.write(`${line}\n`);
    try {
      return { result: await answerOf(method, told, (png) => keepPicture(endpoint, png)) };
    } catch (thrown) {
      return error(FAILED, `The WebUI's answer could not be used: ${thrown}`, hint);
    }
  };
  const answer = async (line: string): Promise<void> => {
    const told = parsed(line);
    const asked = waiting.get(Number(told.id));
    if (asked === undefined) return;
    waiting.delete(Number(told.id));
    const reply = { jsonrpc: "2.0", id: asked.id, ...(await result(asked, told)) };
    asked.socket.send(JSON.stringify(reply), () => {});
  };
  const callOff = (): void => {
    const tasks = [...waiting.values()].filter(({ method }) => method === "webui/txt2img").map(({ task }) => task);
    waiting.clear();
    const method = "webui/interrupt";
    for (const task of tasks) toShim({ id: 0, method, task, ...shimQuestion(method, {}) });
  };

  /** Until the connection ends. */
  const serve = async (): Promise<void> => {
    const socket = await openSocket(endpoint);
    current = socket;
    const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    const say = (id: number, method: string, params: object): void =>
      socket.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
    socket.on("message", (data) => ask(socket, parsed(String(data))));
    socket.on("error", () => {});
    say(0, "initialize", { protocol: protocolVersion, client: "webui" });
    if (facts.id !== undefined) say(1, "webui/attach", facts);
    if (ending.signal.aborted) socket.close();
    await closed;
    callOff();
  };
  const close = (): void => {
    ending.abort();
    current?.close();
    // An open pipe would keep us alive.
    process.stdin.destroy();
  };
  const keep = async (): Promise<void> => {
    do {
      await serve().catch(() => {});
      if (comesBack) await wait(AGAIN_AFTER_MS, undefined, { signal: ending.signal, ref: false }).catch(() => {});
    } while (comesBack && !ending.signal.aborted);
    close();
  };
  createInterface({ input: process.stdin })
    .on("line", (line) => void answer(line))
    .on("close", close);
  return { ended: keep(), close };
}
