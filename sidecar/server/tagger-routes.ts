import type { IncomingHttpHeaders } from "node:http";
import { type ErrorRequestHandler, json, Router } from "express";
import { reportError, StudioError } from "../host/studio-error.js";
import { builtInModel } from "../tagging/model.js";
import { say } from "../words/sentence.js";
import { type Handlers, route } from "./router.js";
import { captionOf, isOld, usualName } from "./tagger-dialects.js";

export interface TaggerRoutes {
  handlersFor(headers: IncomingHttpHeaders): Handlers;
}

// 20 MB in base64, and the rest of the request.
const LARGEST_BODY = "28mb";

function thresholdOf(value: unknown): number {
  const threshold = Number(value ?? 0);
  if (threshold >= 0 && threshold <= 1) return threshold;
  throw new StudioError(
    "badArguments",
    say("threshold expects 0 to 1; found {value}.", { value: String(value) }),
    say("For instance 0.35."),
  );
}

const statusOf: Record<string, number> = {
  badArguments: 422,
  unreadableImage: 422,
  modelMissing: 404,
  outsideRoots: 404,
  notAllowed: 403,
};

// As FastAPI answers, which the WebUI's other routes are made with.
const onError: ErrorRequestHandler = (error, _request, response, _next) => {
  const { code, message, hint } = reportError(error);
  const status = statusOf[code] ?? Object(error).status ?? 500;
  response.status(status).json({ detail: hint ? `${message} ${hint}` : message });
};

/**
 * The HTTP API of the WD14 Tagger extension: `GET /interrogators`, `POST /interrogate`, `POST /unload-interrogators`.
 * `caption` is `{tag, rating}`, as picobyte's extension has it, or one flat object, as toriato's: that for names of
 * toriato's list, or with `"flat": true`. `queue` and `name_in_queue` are accepted; every picture is answered at once.
 */
export function taggerRouter({ handlersFor }: TaggerRoutes): Router {
  const router = Router();
  const call = { context: { signal: new AbortController().signal, progress: () => {} } };
  const usable = async (handlers: Handlers): Promise<string[]> => {
    const { models } = await route(handlers, "tagging/models", { ...call, params: {} });
    const here = models.filter((model) => !("state" in model) || model.state === "here");
    // What sees only colours comes last: programs take the first.
    return here
      .sort((left, right) => Number(left.builtIn) - Number(right.builtIn))
      .map(({ name, model }) => (name === model ? name : model));
  };
  router.use(json({ limit: LARGEST_BODY, type: () => true }));
  router.get("/interrogators", async ({ headers }, response) => {
    response.json({ models: await usable(handlersFor(headers)) });
  });
  router.post("/interrogate", async ({ headers, body }, response) => {
    const given: object = Object(body);
    const { image, model, threshold, flat } = Object(given);
    if (typeof image !== "string" || image === "") {
      throw new StudioError("badArguments", say("image is missing."), say("Expected a picture file in base64."));
    }
    const lowest = thresholdOf(threshold);
    const handlers = handlersFor(headers);
    const named = typeof model === "string" && model !== "" ? model : ((await usable(handlers))[0] ?? builtInModel);
    const params = { model: usualName(named), image: { data: image } };
    const answer = await route(handlers, "tagging/interrogate", { ...call, params });
    response.json({ caption: captionOf(answer, lowest, typeof flat === "boolean" ? flat : isOld(given, named)) });
  });
  router.post("/unload-interrogators", async ({ headers }, response) => {
    const { unloaded } = await route(handlersFor(headers), "tagging/unload", { ...call, params: {} });
    response.json(`Unloaded ${unloaded.length} model(s)`);
  });
  router.use(onError);
  return router;
}
