import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import { bearerOf, equalSecrets } from "../../host/secret.js";
import { reportError, StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import { parseBeat } from "../machine.js";
import { SHARE_HEADER, SHARE_OF_ALL } from "../processors/share-header.js";
import type { Machines } from "./machines.js";
import type { OfferedFiles } from "./offered-files.js";
import type { Shares } from "./shares.js";
import type { Tasks } from "./tasks.js";

/** Where other machines come in: for work, files and results, and for nothing else. */
export interface MachineDoor {
  port: number;
  close(): Promise<void>;
}

interface DoorOptions {
  host: string;
  port: number;
  /** Every request carries it. */
  token: string;
  machines: Machines;
  tasks: Tasks;
  files: OfferedFiles;
  shares: Pick<Shares, "of">;
  onRefused(why: "noToken", from: string): void;
}

// Scores of one shard; files go their own way.
const MOST_RESULT = "32mb";
// What is written to a slow line, or read from one.
const SILENCE_MS = 60_000;

const statusOf: Record<string, number> = {
  badArguments: 400,
  notAllowed: 403,
  notFound: 404,
  checksumMismatch: 422,
  busy: 503,
};

const onError: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const { code, message, hint } = reportError(error);
  const { status, name } = Object(error);
  const given = Number(status);
  // What our parsers throw for what no machine of ours sends.
  const isMalformed = name === "TypeError" || name === "SyntaxError" || name === "RangeError";
  const otherwise = isMalformed ? statusOf.badArguments : statusOf[code];
  response.status(given >= 400 && given < 500 ? given : (otherwise ?? 500)).json({ code, message, hint });
};

const gone = (): StudioError =>
  new StudioError("notFound", say("That work is over, or was never given."), say("Take the next."));

function gate({ token, onRefused }: DoorOptions): RequestHandler {
  return (request, response, next) => {
    if (equalSecrets(bearerOf(request.headers.authorization) ?? "", token)) {
      request.socket.setTimeout(SILENCE_MS);
      next();
      return;
    }
    onRefused("noToken", request.socket.remoteAddress ?? "");
    response
      .status(401)
      // What it goes on sending is not listened to.
      .set({ "WWW-Authenticate": "Bearer", Connection: "close" })
      .json({ code: "notAllowed", message: "wrong token", hint: "" });
  };
}

/** How many threads the machine should compute with from now on, on the way back of what it asks anyway. */
const tellShare = (response: Response, threads: number | null): void =>
  void response.set(SHARE_HEADER, threads === null ? SHARE_OF_ALL : String(threads));

const machineOf = (request: Request): string => String(request.headers["x-atelier-machine"] ?? "");

function doorOf(options: DoorOptions): Express {
  const { machines, tasks, files, shares } = options;
  const door = express();
  door.disable("x-powered-by");
  door.use(gate(options));
  door.post("/beat", express.json({ limit: "64kb" }), (request, response) => {
    const beat = parseBeat(request.body);
    const order = machines.beat(beat);
    tellShare(response, shares.of(beat.id));
    response.json({ order, over: beat.doing.filter((id) => !tasks.find(id)), nextMs: machines.beatMs() });
  });
  door.get("/tasks/:id", (request, response) => {
    const task = tasks.find(request.params.id);
    if (!task) throw gone();
    const machine = machineOf(request);
    tasks.take(request.params.id);
    tellShare(response, shares.of(machine));
    response.type("json").send(task.body);
  });
  door.put("/tasks/:id/outputs/:name", async (request, response) => {
    const { id, name } = request.params;
    if (!tasks.find(id)) throw gone();
    await tasks.takeIn(id, { name, hash: String(request.headers["x-content-sha256"] ?? ""), content: request });
    response.status(204).end();
  });
  door.post("/tasks/:id/results", express.text({ type: "json", limit: MOST_RESULT }), async (request, response) => {
    const task = tasks.find(request.params.id);
    if (!task) throw gone();
    const answer = await task.onResult(String(request.body), machineOf(request));
    if (answer === undefined) response.status(204).end();
    else response.json(answer);
  });
  door.get("/files/:hash", (request, response, next) => {
    const found = files.find(request.params.hash);
    if (!found) throw gone();
    // With ranges: a download that was broken off goes on.
    response.sendFile(found.path, { dotfiles: "allow", etag: false, cacheControl: false }, (error) => {
      if (error && !response.headersSent) next(error);
    });
  });
  door.use(onError);
  return door;
}

function listen(server: Server, { host, port }: DoorOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) =>
      reject(
        new StudioError(
          "busy",
          say("The studio cannot listen for other machines on {host}:{port}: {message}", {
            host,
            port,
            message: error.message,
          }),
          say("Set machines.listen to another address."),
          error,
        ),
      ),
    );
    server.listen(port, host, () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

/** @throws StudioError "busy" when the address is taken */
export async function openDoor(options: DoorOptions): Promise<MachineDoor> {
  const server = createServer(doorOf(options));
  server.headersTimeout = 15_000;
  // A checkpoint over a slow line; one that stands still is ended by the socket's silence.
  server.requestTimeout = 0;
  const port = await listen(server, options);
  return {
    port,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
