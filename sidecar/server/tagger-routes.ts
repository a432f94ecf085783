import type { IncomingHttpHeaders } from "node:http";
import { type ErrorRequestHandler, json, Router } from "express";
import type { Result } from "../../protocol/validate.js";
import { reportError, StudioError } from "../host/studio-error.js";
import { builtInModel } from "../tagging/model.js";
import { type Handlers, route } from "./router.js";

export interface TaggerRoutes {
  handlersFor(headers: IncomingHttpHeaders): Handlers;
}

type Interrogation = Result<"tagging/interrogate">;

// 20 MB in base64, and the rest of the request.
const LARGEST_BODY = "28mb";

/**
 * What the WD14 Tagger extension calls the taggers. Left: the usual name.
 * Source: the lists of names in that extension by toriato and by picobyte.
 */
const otherNames: Record<string, string> = {
  "wd-v1-4-vit-tagger": "wd14-vit.v1 wd14-vit",
  "wd-v1-4-vit-tagger-v2": "wd14-vit.v2 wd14-vit-v2 wd14-vit-v2-git",
  "wd-v1-4-convnext-tagger": "wd14-convnext.v1 wd14-convnext",
  "wd-v1-4-convnext-tagger-v2": "wd14-convnext.v2 wd14-convnext-v2 wd14-convnext-v2-git",
  "wd-v1-4-convnextv2-tagger-v2": "wd14-convnextv2.v1 wd14-convnextv2-v2 wd14-convnextv2-v2-git",
  "wd-v1-4-swinv2-tagger-v2": "wd14-swinv2-v1 wd14-swinv2.v2 wd14-swinv2-v2 wd14-swinv2-v2-git",
  "wd-v1-4-moat-tagger-v2": "wd-v1-4-moat-tagger.v2 wd14-moat-tagger-v2",
};

const usualName = (name: string): string =>
  Object.entries(otherNames).find(([, others]) => others.split(" ").includes(name))?.[0] ?? name;

/** Whether a request speaks to toriato's extension, by its names of models; only picobyte's knows queues. */
const isOld = (body: object, model: string): boolean =>
  /^wd14-[\w-]+(?<!-v1)$/.test(model) && !("queue" in body) && !("name_in_queue" in body);

/** Tags at least as probable as `threshold`, by name, and the ratings: beside them (flat) or apart. */
function captionOf({ rating, tags }: Interrogation, threshold: number, flat: boolean): object {
  const chosen = tags.filter(({ probability }) => probability >= threshold);
  const tag = Object.fromEntries(chosen.map((one) => [one.tag, one.probability]));
  return flat ? { ...rating, ...tag } : { tag, rating };
}

function thresholdOf(value: unknown): number {
  const threshold = Number(value ?? 0);
  if (threshold >= 0 && threshold <= 1) return threshold;
  throw new StudioError("badArguments", `threshold expects 0 to 1; found ${value}.`, "For instance 0.35.");
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
      throw new StudioError("badArguments", "image is missing.", "Expected a picture file in base64.");
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
