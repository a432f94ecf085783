import { signal } from "@preact/signals";
import { createMessageConnection, type MessageConnection } from "vscode-jsonrpc/browser";
import type { Methods, StudioChangedParams } from "../../protocol/generated/methods.js";
import { SocketReader, SocketWriter } from "./socket-transport.js";
import { language } from "./state/look.js";

/** "refused": the sidecar is there and does not let this page in. */
export type ConnectionState = "connecting" | "open" | "lost" | "refused";
export type MethodName = keyof Methods;
export type StudioChange = StudioChangedParams;

/** What the sidecar answers when it could not do a thing; `code` lets the page word it in its own language. */
export class RequestError extends Error {
  readonly code: string;
  readonly hint: string;
  /** The sentences that both are worded from, as they came. */
  readonly said: unknown;

  constructor(code: string, message: string, hint: string, said?: unknown) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.said = said;
  }
}

const PROTOCOL = 1;
// A WebUI that reloads must be left alone, and then asked slowly: some versions die when polled in that window.
const FIRST_RETRY_MS = 5000;
const NEXT_RETRY_MS = 2500;
const JITTER_MS = 1500;
// A failed socket does not tell why; at every so many attempts plain HTTP is asked instead of, never beside, the socket.
const ATTEMPTS_UNTIL_QUESTION = 4;

export const connectionState = signal<ConnectionState>("connecting");
/** Why the connection is lost: nobody answers, or the studio behind the WebUI does not, or something between does not pass it on. */
export type Loss = "gone" | "studio" | "origin" | "sockets";
export const loss = signal<Loss | null>(null);
/** Why the handshake failed; null when the door itself is closed (no cookie, no login). */
export const refusal = signal<RequestError | null>(null);

let current: MessageConnection | null = null;
const openListeners = new Set<() => void>();
const jobListeners = new Set<(jobId: number) => void>();
const changeListeners = new Set<(change: StudioChange) => void>();

/** Called at each (re)connection: what may have changed meanwhile is asked anew. */
export const onOpen = (listener: () => void): void => void openListeners.add(listener);
/** Called when another page, a script or the command line changed something. */
export const onChanged = (listener: (change: StudioChange) => void): void => void changeListeners.add(listener);
export const onJobChange = (listener: (jobId: number) => void): void => void jobListeners.add(listener);

function socketAddress(): string {
  const address = new URL("ws", location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  address.search = "";
  address.hash = "";
  return address.href;
}

function requestError(thrown: unknown): RequestError {
  const { message, data } = Object(thrown);
  const { code, hint, said } = Object(data);
  return new RequestError(String(code ?? ""), String(message ?? thrown), String(hint ?? ""), said);
}

async function shakeHands(socket: WebSocket): Promise<void> {
  const connection = createMessageConnection(new SocketReader(socket), new SocketWriter(socket));
  connection.onNotification("job/changed", (change: { jobId: number }) => {
    for (const listener of jobListeners) listener(change.jobId);
  });
  connection.onNotification("studio/changed", (change: StudioChange) => {
    for (const listener of changeListeners) listener(change);
  });
  connection.listen();
  try {
    await connection.sendRequest("initialize", { protocol: PROTOCOL, client: "page", locale: language.value });
  } catch (error) {
    // A socket that closed meanwhile is tried again by its own listener.
    if (socket.readyState !== WebSocket.OPEN) return;
    refusal.value = requestError(error);
    connectionState.value = "refused";
    return;
  }
  current = connection;
  refusal.value = null;
  loss.value = null;
  connectionState.value = "open";
  for (const listener of openListeners) listener();
}

function tryAgain(attempt: number): void {
  const wait = (attempt === 0 ? FIRST_RETRY_MS : NEXT_RETRY_MS) + Math.random() * JITTER_MS;
  const asksWhy = attempt % ATTEMPTS_UNTIL_QUESTION === 1;
  setTimeout(() => (asksWhy ? void askWhy(attempt) : openConnection(attempt + 1)), wait);
}

const losses: Record<number, Loss> = { 403: "origin", 503: "studio" };
// What the studio itself answers to the question.
const REACHED = 400;

/** An upload without a file: browsers name their page with it, as with a socket, and nothing comes of it. */
async function askWhy(attempt: number): Promise<void> {
  const status = await fetch("files/upload", { method: "POST" }).then(
    (answer) => answer.status,
    () => 0,
  );
  connectionState.value = status === 401 ? "refused" : "lost";
  loss.value = status === REACHED ? "sockets" : (losses[status] ?? "gone");
  tryAgain(attempt + 1);
}

/** Connects, and again whenever the connection is lost. */
export function openConnection(attempt = 0): void {
  const socket = new WebSocket(socketAddress());
  let opened = false;
  socket.addEventListener("open", () => {
    opened = true;
    void shakeHands(socket);
  });
  socket.addEventListener("close", () => {
    current = null;
    if (opened || connectionState.value !== "refused") connectionState.value = "lost";
    tryAgain(opened ? 0 : attempt);
  });
}

/** Asks the sidecar. @throws RequestError */
export async function call<M extends MethodName>(
  method: M,
  params: Methods[M]["params"],
): Promise<Methods[M]["result"]> {
  if (!current) throw new RequestError("disconnected", "The connection to the studio is lost.", "");
  try {
    return await current.sendRequest<Methods[M]["result"]>(method, params);
  } catch (error) {
    throw requestError(error);
  }
}

/** The address of a picture's file or thumbnail; immutable, since the version is part of it. */
export function pictureAddress(
  kind: "thumbnail" | "image",
  { path, version }: { path: string; version: string },
  size?: number,
): string {
  const query = new URLSearchParams({ path, version, ...(size ? { size: String(size) } : {}) });
  return `files/${kind}?${query}`;
}

/** Sends a file to the studio, where it waits to be imported; its key. @throws RequestError */
export async function upload(file: File): Promise<string> {
  const answer = await fetch(`files/upload?${new URLSearchParams({ name: file.name })}`, {
    method: "POST",
    headers: { "x-atelier-upload": "1", "content-type": "application/octet-stream" },
    body: file,
  }).catch(() => null);
  const { key, code, message, data } = Object(await answer?.json().catch(() => null));
  if (answer?.ok && typeof key === "string") return key;
  const { hint, said } = Object(data);
  throw new RequestError(String(code ?? "disconnected"), String(message ?? file.name), String(hint ?? ""), said);
}
