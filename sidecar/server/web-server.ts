import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { reportError, StudioError, systemCode } from "../host/studio-error.js";
import { say } from "../words/sentence.js";
import { isOwnHost, isOwnOrigin } from "./access.js";
import { type ApplicationOptions, createApplication } from "./application.js";
import { clientOf } from "./client-of.js";
import { type ConnectionHost, serveConnection } from "./connection.js";
import { openSockets } from "./open-sockets.js";
import type { Refusal } from "./refusal-log.js";

// A picture of 20 MB in base64 is 27 MB; a scan of 10,000 pictures with long captions about 5 MB.
const MAX_MESSAGE_BYTES = 32 * 1024 * 1024;
// The code by which `ws` tells of a larger one.
const TOO_LARGE = "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH";

const HEADERS_MS = 15_000;
// An archive of 16 GiB over a slow line; one that stands still is ended much sooner.
const REQUEST_MS = 60 * 60_000;

const forbidden = "403 Forbidden";

export interface WebServer {
  port: number;
  clients(): number;
  close(): Promise<void>;
}

interface WebServerOptions extends ApplicationOptions {
  host: string;
  port: number;
  connectionFor(headers: IncomingHttpHeaders): Omit<ConnectionHost, "refused">;
  /** Whether who sends these may be anybody. */
  isVisitor(headers: IncomingHttpHeaders): boolean;
  onClientsChange(): void;
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const taken = systemCode(error) === "EADDRINUSE";
      const hint = taken
        ? say("Another program uses it: give another one with --port.")
        : say("Give another address with --host or --port.");
      reject(
        new StudioError(
          "busy",
          say("The studio cannot listen on {host}:{port}: {message}", {
            host,
            port,
            message: reportError(error).message,
          }),
          hint,
          error,
        ),
      );
    });
    server.listen(port, host, () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

const statusOf = { unknownPath: "404 Not Found", foreignHost: forbidden, foreignOrigin: forbidden, noToken: forbidden };

/** Why an upgrade is refused before it opens; null for one that is let in. */
function refusalOf(
  { headers, url }: Pick<IncomingMessage, "headers" | "url">,
  { access, exposed }: Pick<WebServerOptions, "access" | "exposed">,
): keyof typeof statusOf | null {
  if ((url ?? "/").split("?")[0] !== "/ws") return "unknownPath";
  if (!isOwnHost(headers, exposed)) return "foreignHost";
  if (!isOwnOrigin(headers)) return "foreignOrigin";
  return access.isAllowed(headers) ? null : "noToken";
}

/** Serves page, files and `/ws`; sockets without the token or from a foreign page are refused before they open. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { refused } = options;
  const server = createServer(createApplication(options));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  const places = openSockets();
  server.on("upgrade", (request, socket, head) => {
    const { headers } = request;
    const from = clientOf(request);
    const why = refusalOf(request, options);
    const leave = why ? null : places.take({ client: from, visitor: options.isVisitor(headers) });
    if (why || !leave) {
      refused(why ?? "tooManySockets", from);
      socket.on("error", () => {});
      socket.end(`HTTP/1.1 ${why ? statusOf[why] : "429 Too Many Requests"}\r\nConnection: close\r\n\r\n`);
      return;
    }
    socket.once("close", leave);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const refuse = (reason: Refusal): void => refused(reason, from);
      serveConnection(webSocket, { ...options.connectionFor(headers), refused: refuse });
      webSocket.on("error", (error) => void (systemCode(error) === TOO_LARGE && refuse("tooLarge")));
      webSocket.on("close", () => options.onClientsChange());
      options.onClientsChange();
    });
  });
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  const port = await listen(server, options.host, options.port);
  const close = async (): Promise<void> => {
    // 1012: the service restarts; clients come back slowly.
    for (const client of sockets.clients) client.close(1012);
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { port, clients: () => sockets.clients.size, close };
}
