import {
  CancellationTokenSource,
  createMessageConnection,
  ErrorCodes,
  type MessageConnection,
  ResponseError,
} from "vscode-jsonrpc/node";
import type { WebSocket } from "ws";
import { fits, protocolVersion } from "../../protocol/validate.js";
import type { JobState } from "../host/jobs/job-kind.js";
import { type ErrorReport, reportError, StudioError } from "../host/studio-error.js";
import type { ConnectedClient } from "../webui/methods.js";
import { say } from "../words/sentence.js";
import type { ChangeNews } from "./change-news.js";
import type { Refusal } from "./refusal-log.js";
import { type Handlers, routeUnknown } from "./router.js";
import { SocketReader, SocketWriter } from "./socket-transport.js";

// Language servers answer so before `initialize`; ours also for another protocol version.
const NOT_INITIALIZED = -32002;
const CANCELLED = -32800;
// The range that JSON-RPC leaves to applications; the room's own code is in `data.code`.
const APPLICATION_ERROR = 1000;
// RFC 6455, 7.4.1.
const POLICY_VIOLATION = 1008;

// A page asks a few dozen things at once.
const MOST_AT_WORK = 256;
// Something that is broken, not something that slipped.
const MOST_BAD_FRAMES = 8;

/** What this client changed, and what others did. */
interface ClientChanges {
  tell: ChangeNews["tell"];
  listen(listener: Parameters<ChangeNews["listen"]>[1]): () => void;
}

export interface ConnectionHost {
  handlers: Handlers;
  onJobChange(listener: (state: JobState) => void): () => void;
  onInitialize(parent: number | undefined): void;
  changes: ClientChanges;
  /** Told of what is refused on the way to a method. */
  refused(reason: Refusal): void;
}

function responseError(thrown: unknown, signal: AbortSignal): ResponseError<Omit<ErrorReport, "message">> {
  const { message, ...data } = reportError(thrown);
  const numbers: Record<string, number> = {
    badArguments: ErrorCodes.InvalidParams,
    unknownMethod: ErrorCodes.MethodNotFound,
    protocolMismatch: NOT_INITIALIZED,
    internal: ErrorCodes.InternalError,
  };
  const number = signal.aborted ? CANCELLED : (numbers[data.code] ?? APPLICATION_ERROR);
  return new ResponseError(number, message, data);
}

function refuseOtherProtocol(params: unknown): void {
  if (!fits("initialize", params) || params.protocol === protocolVersion) return;
  throw new StudioError(
    "protocolMismatch",
    say("The client speaks protocol {protocol}, the sidecar protocol {protocolVersion}.", {
      protocol: params.protocol,
      protocolVersion,
    }),
    say("Reload the page; if that does not help, update LoRA Atelier and restart it."),
  );
}

// More often than the eye can follow only costs.
const PROGRESS_EVERY_MS = 100;

/** `$/progress` under the token that the params carry: `begin` with the first report, `end` when the request is answered. */
function progressOf(connection: MessageConnection, params: unknown) {
  const token = Object(params).workDoneToken;
  const asked = typeof token === "string" || typeof token === "number";
  const send = (value: object): void =>
    void connection.sendNotification("$/progress", { token, value }).catch(() => {});
  let last = 0;
  return {
    report(part: number): void {
      const now = performance.now();
      if (!asked || (last > 0 && now - last < PROGRESS_EVERY_MS)) return;
      send({ kind: last === 0 ? "begin" : "report", percentage: Math.round(part * 100) });
      last = now;
    },
    end: (): void => void (asked && last > 0 && send({ kind: "end" })),
  };
}

/** The way back: requests to the client, which end with an error when the connection does. */
function clientOf(connection: MessageConnection): ConnectedClient {
  return {
    async ask(method, params, signal) {
      const source = new CancellationTokenSource();
      const cancel = (): void => source.cancel();
      signal.addEventListener("abort", cancel, { once: true });
      try {
        return await connection.sendRequest(method, params, source.token);
      } finally {
        signal.removeEventListener("abort", cancel);
        source.dispose();
      }
    },
    onClose: (listener) => void connection.onClose(listener),
  };
}

/** Serves one client: nothing before `initialize`, then requests, cancellation and news of jobs. */
export function serveConnection(socket: WebSocket, host: ConnectionHost): MessageConnection {
  const connection = createMessageConnection(new SocketReader(socket), new SocketWriter(socket));
  const client = clientOf(connection);
  let initialized = false;
  let name = "";
  let atWork = 0;
  let badFrames = 0;
  connection.onRequest(async (method, params: unknown, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    const progress = progressOf(connection, params);
    atWork += 1;
    try {
      if (atWork > MOST_AT_WORK) {
        host.refused("tooManyRequests");
        throw new StudioError(
          "busy",
          say("More than {most} requests wait for answers.", { most: MOST_AT_WORK }),
          say("Wait for some of them."),
        );
      }
      if (!initialized && method !== "initialize") {
        throw new StudioError(
          "protocolMismatch",
          say("{method} came before initialize.", { method }),
          say("Send initialize first."),
        );
      }
      if (method === "initialize") refuseOtherProtocol(params);
      const result = await routeUnknown(host.handlers, method, {
        params: params ?? {},
        context: { signal: controller.signal, progress: progress.report, client },
      });
      if (method === "initialize" && fits("initialize", params)) {
        initialized = true;
        name = params.client;
        host.onInitialize(params.parent);
      }
      void host.changes.tell({ method, params }, { client, name });
      return result;
    } catch (error) {
      return responseError(error, controller.signal);
    } finally {
      atWork -= 1;
      progress.end();
    }
  });
  const stop = host.onJobChange(({ jobId, revision, amount, beside }) => {
    // A client that is gone misses nothing: it asks by revision when it comes back.
    const news = { jobId, revision, ...(amount ? { amount } : {}), ...(beside ? { beside } : {}) };
    if (initialized) void connection.sendNotification("job/changed", news).catch(() => {});
  });
  const leave = host.changes.listen((change, by) => {
    if (initialized && by !== client) void connection.sendNotification("studio/changed", change).catch(() => {});
  });
  connection.onClose(stop);
  connection.onClose(leave);
  connection.onError(() => {
    badFrames += 1;
    if (badFrames <= MOST_BAD_FRAMES) return;
    host.refused("badFrames");
    socket.close(POLICY_VIOLATION, "too many frames that are no JSON text");
  });
  connection.listen();
  return connection;
}
