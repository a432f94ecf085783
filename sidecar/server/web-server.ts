import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { reportError, StudioError, systemCode } from "../host/studio-error.js";
import { say } from "../words/sentence.js";
import { isOwnHost, isOwnOrigin } from "./access.js";
import { type ApplicationOptions, createApplication } from "./application.js";
import { type ConnectionHost, serveConnection } from "./connection.js";

// A picture of 20 MB in base64 is 27 MB; a scan of 10,000 pictures with long captions about 5 MB.
const MAX_MESSAGE_BYTES = 32 * 1024 * 1024;

export interface WebServer {
  port: number;
  clients(): number;
  close(): Promise<void>;
}

interface WebServerOptions extends ApplicationOptions {
  host: string;
  port: number;
  connectionFor(headers: IncomingHttpHeaders): ConnectionHost;
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

/** Serves page, files and `/ws`; sockets without the token or from a foreign page are refused before they open. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { access, exposed } = options;
  const server = createServer(createApplication(options));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  server.on("upgrade", (request, socket, head) => {
    const { headers } = request;
    const known = new URL(request.url ?? "/", "http://localhost").pathname === "/ws";
    const own = isOwnHost(headers, exposed) && isOwnOrigin(headers);
    if (!known || !own || !access.isAllowed(headers)) {
      socket.end(`HTTP/1.1 ${known ? "403 Forbidden" : "404 Not Found"}\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      serveConnection(webSocket, options.connectionFor(headers));
      webSocket.on("error", () => {});
      webSocket.on("close", () => options.onClientsChange());
      options.onClientsChange();
    });
  });
  const port = await listen(server, options.host, options.port);
  const close = async (): Promise<void> => {
    // 1012: the service restarts; clients come back slowly.
    for (const client of sockets.clients) client.close(1012);
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { port, clients: () => sockets.clients.size, close };
}
