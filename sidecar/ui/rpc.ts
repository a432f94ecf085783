import { signal } from "@preact/signals";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Message,
  type MessageConnection,
} from "vscode-jsonrpc/browser";
import type { Methods } from "../../protocol/generated/methods.js";

export type ConnectionState = "connecting" | "open" | "lost" | "refused";
export type MethodName = keyof Methods;

/** What the sidecar answers when it could not do a thing; worded for people. */
export class RequestError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

const PROTOCOL = 1;
// A WebUI that reloads must be left alone, and then asked slowly: some versions die when polled in that window.
const FIRST_RETRY_MS = 5000;
const NEXT_RETRY_MS = 2500;
const JITTER_MS = 1500;

export const connectionState = signal<ConnectionState>("connecting");

let current: MessageConnection | null = null;
const openListeners = new Set<() => void>();
const jobListeners = new Set<(jobId: number) => void>();

/** Called at each (re)connection: what may have changed meanwhile is asked anew. */
export const onOpen = (listener: () => void): void => void openListeners.add(listener);
export const onJobChange = (listener: (jobId: number) => void): void => void jobListeners.add(listener);

class SocketReader extends AbstractMessageReader {
  private readonly socket: WebSocket;

  constructor(socket: WebSocket) {
    super();
    this.socket = socket;
  }

  listen(callback: DataCallback): { dispose(): void } {
    this.socket.addEventListener("message", ({ data }) => callback(JSON.parse(String(data))));
    this.socket.addEventListener("close", () => this.fireClose());
    return { dispose: () => {} };
  }
}

class SocketWriter extends AbstractMessageWriter {
  private readonly socket: WebSocket;

  constructor(socket: WebSocket) {
    super();
    this.socket = socket;
  }

  async write(message: Message): Promise<void> {
    this.socket.send(JSON.stringify(message));
  }

  end(): void {}
}

function socketAddress(): string {
  const address = new URL("ws", location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  address.search = "";
  address.hash = "";
  return address.href;
}

/** Connects, and again whenever the connection is lost. */
export function openConnection(attempt = 0): void {
  const socket = new WebSocket(socketAddress());
  let opened = false;
  socket.addEventListener("open", async () => {
    opened = true;
    const connection = createMessageConnection(new SocketReader(socket), new SocketWriter(socket));
    connection.onNotification("job/changed", (change: { jobId: number }) => {
      for (const listener of jobListeners) listener(change.jobId);
    });
    connection.listen();
    await connection.sendRequest("initialize", { protocol: PROTOCOL, client: "page", locale: navigator.language });
    current = connection;
    connectionState.value = "open";
    for (const listener of openListeners) listener();
  });
  socket.addEventListener("close", () => {
    current = null;
    connectionState.value = "lost";
    const wait = (opened || attempt === 0 ? FIRST_RETRY_MS : NEXT_RETRY_MS) + Math.random() * JITTER_MS;
    setTimeout(() => openConnection(opened ? 0 : attempt + 1), wait);
  });
}

function requestError(thrown: unknown): RequestError {
  const { message, data } = Object(thrown);
  return new RequestError(String(message ?? thrown), String(Object(data).hint ?? ""));
}

/** Asks the sidecar. @throws RequestError */
export async function call<M extends MethodName>(
  method: M,
  params: Methods[M]["params"],
): Promise<Methods[M]["result"]> {
  if (!current) throw new RequestError("", "");
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
