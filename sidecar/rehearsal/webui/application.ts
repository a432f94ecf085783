import { timingSafeEqual } from "node:crypto";
import { freemem, totalmem } from "node:os";
import express, { type Express, type Request, type Response } from "express";
import sharp from "sharp";
import { readFields } from "./api/fields.js";
import { hasSampler, lists } from "./api/lists.js";
import { DrawingFailed } from "./api/picture-facts.js";
import { readRequest } from "./api/request.js";
import { txt2img } from "./api/txt2img.js";
import { misbehaves } from "./misbehaviours.js";
import { findCheckpoint } from "./state/checkpoints.js";
import type { WebuiState } from "./state/webui-state.js";

const LARGEST_BODY = "64mb";
const LARGEST_SIDE = 4096;
const LARGEST_BATCH = 64;

/** The body of an error of the API (modules/api/api.py). */
const failure = (error: string, detail: string, errors = "") => ({ error, detail, body: "", errors });

function isAllowed(request: Request, apiAuth: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? "");
  const wanted = Buffer.from(`Basic ${Buffer.from(apiAuth).toString("base64")}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function answerTxt2img(state: WebuiState, request: Request, response: Response): Promise<void> {
  const { values, problems } = readFields(request.body, state.kind);
  if (problems !== null) return void response.status(422).json({ detail: problems });
  const wish = readRequest(values);
  const { unknownSampler } = state.kind;
  if (unknownSampler !== null && !hasSampler(state, wish.sampler)) {
    return void response.status(unknownSampler).json(failure("HTTPException", "Sampler not found"));
  }
  const sides = [wish.width, wish.height];
  if (sides.some((side) => side < 64 || side > LARGEST_SIDE) || wish.batchSize * wish.batches > LARGEST_BATCH) {
    return void response.status(500).json(failure("OutOfMemoryError", "", "CUDA out of memory."));
  }
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  try {
    const answer = await txt2img(state, wish, gone.signal);
    if (misbehaves(state.options.misbehave, "not-json", state.requests)) {
      return void response.type("html").send("<!doctype html><title>Bad gateway</title>");
    }
    response.json(answer);
  } catch (error) {
    if (gone.signal.aborted) return;
    if (!(error instanceof DrawingFailed)) throw error;
    response.status(500).json(failure("RuntimeError", "", error.message));
  }
}

function progress({ queue }: WebuiState): unknown {
  const job = queue.state;
  const spent = job ? performance.now() - job.started : 0;
  const part = job && job.lasts > 0 ? Math.min(0.99, spent / job.lasts) : 0;
  return {
    progress: job ? Math.max(0.01, part) : 0,
    eta_relative: job ? Math.max(0, job.lasts - spent) / 1000 : 0,
    state: {
      skipped: queue.pressed === "skip",
      interrupted: queue.pressed === "interrupt",
      stopping_generation: false,
      job: job?.job ?? "",
      job_count: job ? 1 : 0,
      job_timestamp: queue.timestamp,
      job_no: job ? 0 : 1,
      sampling_step: job ? Math.floor(part * job.steps) : 0,
      sampling_steps: job?.steps ?? 0,
    },
    current_image: null,
    textinfo: null,
  };
}

/** `POST /sdapi/v1/options`: a checkpoint is loaded only when there is none being drawn with. */
async function setOptions(state: WebuiState, body: unknown): Promise<void> {
  for (const [name, value] of Object.entries(Object(body))) {
    if (name === "sd_model_checkpoint") {
      const found = findCheckpoint(state.checkpoints, value);
      if (!found) continue;
      await state.queue.run({ steps: 0, pictures: 0, lasts: 0 }, async () => {
        state.settings.sd_model_checkpoint = state.kind.hasVae ? found.title : `${found.model_name}.safetensors`;
        state.settings.sd_checkpoint_hash = found.sha256;
      });
    } else state.settings[name] = value;
  }
}

async function pngInfo(body: unknown): Promise<unknown> {
  const { image } = Object(body);
  const bytes = Buffer.from(String(image).replace(/^data:[^,]*,/, ""), "base64");
  const { comments = [] } = await sharp(bytes).metadata();
  const found = comments.find(({ keyword }) => keyword === "parameters")?.text ?? "";
  return { info: found, items: { parameters: found }, parameters: {} };
}

/** The HTTP API of the stand-in: `/sdapi/v1`, a page that says what it is, and `/lora-atelier-stand-in`. */
export function standInApplication(state: WebuiState): Express {
  const { options, kind } = state;
  const app = express();
  app.disable("x-powered-by");
  app.use((_request, response, next) => {
    response.setHeader("X-Atelier-Stand-In", "webui");
    next();
  });
  app.get("/", (_request, response) => {
    response
      .type("html")
      .send("<!doctype html><title>Rehearsal</title><p>LoRA Atelier's stand-in WebUI: it draws drawn figures.");
  });
  app.get("/lora-atelier-stand-in", (_request, response) => {
    const { drawn, merges, requests } = state;
    response.json({ standIn: true, kind: options.kind, version: kind.version, requests, drawn, merges });
  });
  app.get("/internal/ping", (_request, response) => void response.json({}));
  if (options.apiAuth !== null) {
    const apiAuth = options.apiAuth;
    app.use("/sdapi", (request, response, next) => {
      if (isAllowed(request, apiAuth)) return next();
      response
        .status(401)
        .setHeader("WWW-Authenticate", "Basic")
        .json(failure("HTTPException", "Incorrect username or password"));
    });
  }
  app.use(express.json({ limit: LARGEST_BODY }));
  const api = express.Router();
  for (const [name, list] of Object.entries(lists)) {
    api.get(`/${name}`, (_request, response) => {
      const found = list(state);
      if (found === null) response.status(404).json({ detail: "Not Found" });
      else response.json(found);
    });
  }
  api.get("/options", (_request, response) => void response.json(state.settings));
  api.post("/options", async (request, response) => {
    await setOptions(state, request.body);
    response.json(null);
  });
  api.get("/cmd-flags", (_request, response) => {
    if (!kind.flags) return void response.status(500).json(failure("ResponseValidationError", "", ""));
    const flags = { lora_dir: state.shelf.folder, ckpt_dir: null, api: true, listen: false, subpath: null };
    response.json({ ...flags, gradio_auth: null, api_auth: null, data_dir: options.home });
  });
  api.get("/progress", (_request, response) => void response.json(progress(state)));
  api.get("/memory", (_request, response) => {
    const ram = { free: freemem(), used: totalmem() - freemem(), total: totalmem() };
    response.json({ ram, cuda: { error: "unavailable" } });
  });
  for (const name of ["interrupt", "skip"] as const) {
    api.post(`/${name}`, (_request, response) => {
      state.queue.press(name);
      response.json({});
    });
  }
  api.post("/refresh-loras", async (_request, response) => {
    await state.shelf.refresh();
    response.json(null);
  });
  for (const name of ["refresh-checkpoints", "refresh-vae", "refresh-embeddings"]) {
    api.post(`/${name}`, (_request, response) => void response.json(null));
  }
  for (const [name, loaded] of [
    ["unload-checkpoint", false],
    ["reload-checkpoint", true],
  ] as const) {
    api.post(`/${name}`, (_request, response) => {
      state.loaded = loaded;
      response.json({});
    });
  }
  api.post("/png-info", async (request, response) => void response.json(await pngInfo(request.body)));
  api.post("/txt2img", (request, response) => answerTxt2img(state, request, response));
  app.use("/sdapi/v1", api);
  app.use((_request, response) => void response.status(404).json({ detail: "Not Found" }));
  return app;
}
