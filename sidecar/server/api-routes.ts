import type { IncomingHttpHeaders } from "node:http";
import { type ErrorRequestHandler, json, type Request, type RequestHandler, Router } from "express";
import { methodDocuments } from "../../protocol/documents.js";
import { StudioError } from "../host/studio-error.js";
import { openApiDocument } from "./api-document.js";
import { apiPage } from "./api-page.js";
import { apiError } from "./api-status.js";
import { type Handlers, routeUnknown } from "./router.js";

export interface ApiRoutes {
  /** Told of every call that succeeded. */
  changed(call: { method: string; params: unknown }): void;
  handlersFor(headers: IncomingHttpHeaders): Handlers;
}

// As much as a message of the socket.
const LARGEST_BODY = "32mb";

const onError: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const { status, body } = apiError(error);
  response.status(status).json(body);
};

/** A page of another site can send a form without being asked first, but no JSON (Fetch standard, CORS-safelisted types). */
const onlyJson: RequestHandler = (request, response, next) => {
  if (request.is("application/json")) next();
  else {
    const message = `The content type is ${request.headers["content-type"] ?? "missing"}; application/json is expected.`;
    response.status(415).json({ code: "badArguments", message, hint: "Send one JSON object, {} at least." });
  }
};

const paramsOf = (request: Request): object => {
  if (typeof request.body === "object" && request.body !== null && !Array.isArray(request.body)) return request.body;
  throw new StudioError("badArguments", "The body is no JSON object.", "Send one JSON object, {} at least.");
};

/** `POST /ROOM/VERB` calls a method, `GET /openapi.json` describes them all, `GET /` does so for people. */
export function apiRouter({ handlersFor, changed }: ApiRoutes): Router {
  const router = Router();
  const methods = methodDocuments();
  const closed = new Map(methods.map(({ name, notInApi }) => [String(name), notInApi]));
  let document: object | undefined;
  const described = (): object => {
    document ??= openApiDocument(methods);
    return document;
  };
  router.get("/openapi.json", (_request, response) => void response.json(described()));
  router.get("/", (request, response) => {
    // Its links are relative.
    if (!request.originalUrl.split("?")[0]?.endsWith("/")) {
      response.redirect(308, "api/");
      return;
    }
    const wanted = request.query.lang ?? request.acceptsLanguages("en", "ja");
    response.vary("Accept-Language").type("html");
    response.send(apiPage(described(), methods, wanted === "ja" ? "ja" : "en"));
  });
  router.post("/:room/:verb", onlyJson, json({ limit: LARGEST_BODY }), async (request, response) => {
    const method = `${request.params.room}/${request.params.verb}`;
    const why = closed.get(method) ?? null;
    if (why !== null) throw new StudioError("unknownMethod", `${method} is not part of this API.`, `It is ${why}.`);
    const controller = new AbortController();
    response.on("close", () => controller.abort());
    const context = { signal: controller.signal, progress: () => {} };
    const params = paramsOf(request);
    response.json(await routeUnknown(handlersFor(request.headers), method, { params, context }));
    changed({ method, params });
  });
  router.use((request, response) => {
    const known = closed.get(request.path.slice(1)) === null;
    if (known) response.set("Allow", "POST");
    const message = known ? `${request.path} is called with POST.` : `There is no ${request.method} ${request.path}.`;
    response.status(known ? 405 : 404).json({ code: "unknownMethod", message, hint: "openapi.json lists them all." });
  });
  router.use(onError);
  return router;
}
