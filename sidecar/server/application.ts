import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from "express";
import { reportError } from "../host/studio-error.js";
import { type RefusedWords, refusedEn } from "../words/refused-en.js";
import { refusedJa } from "../words/refused-ja.js";
import { type Access, clientHeader, isOwnHost, isOwnOrigin } from "./access.js";
import { type ApiRoutes, apiRouter } from "./api-routes.js";
import { clientOf } from "./client-of.js";
import { type FileRoutes, fileRouter } from "./file-routes.js";
import type { RefusalLog } from "./refusal-log.js";
import { type TaggerRoutes, taggerRouter } from "./tagger-routes.js";

// A slow line still brings something within this time.
const SILENCE_MS = 30_000;

const pageFolder = fileURLToPath(new URL("../../ui", import.meta.url));

const statusOf: Record<string, number> = {
  notFound: 404,
  outsideRoots: 403,
  notAllowed: 403,
  badArguments: 400,
  unreadableImage: 422,
};

const onError: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const { code, message, ...data } = reportError(error);
  response.status(statusOf[code] ?? 500).json({ code, message, data });
};

/** The page must never be framed by a stranger, nor guess at types; same-origin frames are the WebUI's tab. */
const headers: RequestHandler = (_request, response, next) => {
  response.set({
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy":
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'",
  });
  next();
};

// The second is its address on a WebUI, so that a script needs no other path here.
const apiFolders = ["/api", "/lora-atelier/api"];

const isApi = (path: string): boolean => apiFolders.some((folder) => `${path}/`.startsWith(`${folder}/`));

type Sentence = keyof RefusedWords;

/** Said in both languages: who is refused has no page yet, and so no language. */
const refuse = (response: Response, status: number, sentence: Sentence): void =>
  void response.status(status).type("text").send(`${refusedEn[sentence]}\n\n${refusedJa[sentence]}\n`);

function gate({ access, exposed, refused }: ApplicationOptions): RequestHandler {
  return (request, response, next) => {
    const from = clientOf(request);
    // Browsers name their page when they load its program, too, which holds no secret: behind a proxy that hides the
    // page's address, it comes and says so.
    const ownOrigin = request.path.startsWith("/assets/") || isOwnOrigin(request.headers);
    if (!isOwnHost(request.headers, exposed) || !ownOrigin) {
      refused(ownOrigin ? "foreignHost" : "foreignOrigin", from);
      refuse(response, 403, "foreign");
      return;
    }
    const { token } = request.query;
    const cookie = typeof token === "string" ? access.redeem(token) : null;
    if (cookie) {
      // The token leaves the address, so that it is in no history and no bookmark.
      response.set("Set-Cookie", cookie).redirect(303, "./");
      return;
    }
    if (access.isAllowed(request.headers)) {
      next();
      return;
    }
    refused("noToken", from);
    if (isApi(request.path)) {
      const hint = "Send `Authorization: Bearer TOKEN`; the token is in endpoint.json of the studio's state folder.";
      const body = { code: "notAllowed", message: "The request carries no token of this studio.", hint };
      response.status(401).set("WWW-Authenticate", "Bearer").json(body);
    } else refuse(response, 401, "noToken");
  };
}

/** What nobody reaches who comes through a WebUI: only programs of this machine's user have the token itself. */
const ownersOnly =
  ({ access }: ApplicationOptions): RequestHandler =>
  ({ headers }, response, next) => {
    if (access.isOwner(headers) && !(clientHeader in headers)) next();
    else refuse(response, 403, "notHere");
  };

/** Ends a request whose body stands still, so that nobody holds connections for nothing. */
function steadyBodies({ refused, silenceMs = SILENCE_MS }: ApplicationOptions): RequestHandler {
  return (request, response, next) => {
    request.setTimeout(silenceMs, () => {
      if (request.complete) return;
      refused("slowBody", clientOf(request));
      if (!response.headersSent) refuse(response.set("Connection", "close"), 408, "slow");
      request.destroy();
    });
    request.once("end", () => request.setTimeout(0));
    next();
  };
}

export interface ApplicationOptions {
  access: Access;
  files: FileRoutes;
  tagger: TaggerRoutes;
  api: ApiRoutes;
  exposed: boolean;
  refused: RefusalLog;
  /** How long a request's body may stand still. */
  silenceMs?: number;
  shutdown(): void;
  /** True while a job runs. */
  isBusy(): boolean;
}

/** Everything the sidecar serves over HTTP: the page, pictures and thumbnails. */
export function createApplication(options: ApplicationOptions): Express {
  const { access, files, tagger, api, shutdown, isBusy } = options;
  const application = express();
  application.disable("x-powered-by");
  application.use(headers, gate(options), steadyBodies(options));
  application.use("/files", fileRouter(files));
  application.use("/tagger/v1", taggerRouter(tagger));
  application.use(apiFolders, apiRouter(api));
  // For `serve` while a studio runs already: it prints an address that lets a browser in.
  application.post("/one-time-token", ownersOnly(options), (_request, response) => {
    response.json({ token: access.newOneTimeToken() });
  });
  // For set-up, which replaces the program's files and has no WebSocket of its own.
  application.post("/shutdown", ownersOnly(options), (request, response) => {
    // A newer program asks an older one to make room, but never in the middle of a job.
    if ("if-idle" in request.query && isBusy()) {
      response.status(409).end();
      return;
    }
    response.status(204).end();
    shutdown();
  });
  if (existsSync(pageFolder)) {
    application.use("/assets", express.static(`${pageFolder}/assets`, { immutable: true, maxAge: "1y" }));
    application.use(express.static(pageFolder, { cacheControl: false }));
  }
  application.use(onError);
  return application;
}
