import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { addGrain, type Pixels } from "../../pictures/ruin.js";
import { drawPicture } from "../drawing/draw-picture.js";
import type { ActiveLora } from "../drawing/effect.js";
import { pngOf } from "../drawing/png.js";
import { type Misbehaviour, misbehaves } from "../misbehaviours.js";
import { findCheckpoint } from "../state/checkpoints.js";
import type { ShelvedLora } from "../state/lora-shelf.js";
import type { WebuiState } from "../state/webui-state.js";
import { infotext } from "./infotext.js";
import { promptLoras, withStyles } from "./prompt-loras.js";
import type { Txt2img } from "./request.js";

/** What a picture request ends with. */
export interface Txt2imgAnswer {
  images: string[];
  parameters: Readonly<Record<string, unknown>>;
  /** JSON in a text, as there. */
  info: string;
}

export class DrawingFailed extends Error {}

interface Applied extends ActiveLora {
  name: string;
  file: ShelvedLora;
}

const RESTART_CODE = 7;
const NARROWER = 64;

/** The LoRAs of a prompt that can be read; one that cannot is left out without a word. */
async function applied(state: WebuiState, prompt: string): Promise<Applied[]> {
  const found: Applied[] = [];
  for (const { name, textEncoder, unet } of promptLoras(prompt)) {
    const file = await state.shelf.find(name);
    const lora = file && (await state.shelf.weights(file));
    if (file && lora) found.push({ name, file, lora, textEncoder, unet });
  }
  return found;
}

function ruinHalfMade(pixels: Pixels, seed: number): void {
  addGrain(pixels, 90, seed);
}

/** Draws a request's pictures in the WebUI's queue. @throws DrawingFailed: status 500 */
export async function txt2img(state: WebuiState, wish: Txt2img, hangUp: AbortSignal): Promise<Txt2imgAnswer> {
  const { options, queue } = state;
  const pictures = wish.batchSize * wish.batches;
  const lasts = options.secondsPerPicture * 1000 * pictures;
  return queue.run({ steps: wish.steps, pictures, lasts }, async (interrupt) => {
    state.requests += 1;
    const request = state.requests;
    const does = (name: Misbehaviour): boolean => misbehaves(options.misbehave, name, request);
    if (does("error-500")) throw new DrawingFailed("CUDA out of memory. Tried to allocate 20.00 MiB");
    if (does("timeout")) await wait(2 ** 31 - 1, undefined, { signal: hangUp });
    return drawAll(state, wish, { request, does, interrupt });
  });
}

interface Turn {
  request: number;
  does: (name: Misbehaviour) => boolean;
  interrupt: AbortSignal;
}

async function drawAll(state: WebuiState, wish: Txt2img, turn: Turn): Promise<Txt2imgAnswer> {
  const { options, kind } = state;
  const { request, does, interrupt } = turn;
  const settings = { ...state.settings, ...wish.overrideSettings };
  const chosen = findCheckpoint(state.checkpoints, settings.sd_model_checkpoint);
  // A checkpoint that is not there leaves the one that is.
  const asked = chosen ?? findCheckpoint(state.checkpoints, state.settings.sd_model_checkpoint);
  const checkpoint = does("wrong-model") ? state.checkpoints.find((one) => one !== asked) : asked;
  if (!checkpoint) throw new DrawingFailed("no checkpoint");
  const prompt = withStyles(wish.prompt, wish.styles, "prompt");
  const negativePrompt = withStyles(wish.negativePrompt, wish.styles, "negative_prompt");
  const loras = does("silent-missing-lora") ? [] : await applied(state, prompt);
  if (loras.some(({ lora }) => lora.broken) && kind.refusesNaN) {
    throw new DrawingFailed("A tensor with NaNs was produced in Unet.");
  }
  const merged = loras.map(({ file, textEncoder, unet }) => `${file.path} ${textEncoder} ${unet}`).join("\n");
  if (state.apply(merged) && options.secondsPerMerge > 0) await wait(options.secondsPerMerge * 1000);
  const hashes = loras.map(({ name, file }) => `${name}: ${file.shortHash}`).join(", ");
  const tellHashes = settings.lora_add_hashes_to_infotext !== false && !does("no-hashes");
  const clipSkip = Number(settings.CLIP_stop_at_last_layers) || 1;
  const noiseSource = String(settings.randn_source);
  const vae = settings.sd_vae === "Automatic" || settings.sd_vae === "None" ? null : String(settings.sd_vae);
  const scale = wish.hires?.scale ?? 1;
  const narrower = does("wrong-size") ? NARROWER : 0;
  const [width, height] = [wish.width * scale - narrower, wish.height * scale - narrower].map(Math.round);
  const facts = {
    prompt,
    negativePrompt,
    steps: wish.steps,
    sampler: wish.sampler,
    scheduleType: kind.schedulers ? (wish.scheduler ?? "Automatic") : null,
    cfgScale: wish.cfgScale,
    distilledCfgScale: kind.hasVae ? null : wish.distilledCfgScale === 3.5 ? null : wish.distilledCfgScale,
    width: wish.width - narrower,
    height: wish.height - narrower,
    modelHash: checkpoint.hash,
    model: checkpoint.model_name,
    vae,
    variationStrength: wish.variationStrength,
    denoisingStrength: wish.hires ? (wish.denoisingStrength ?? 0.7) : null,
    clipSkip,
    noiseSource,
    hires: wish.hires,
    loraHashes: tellHashes ? hashes : "",
    version: kind.version,
  };
  const count = wish.batchSize * wish.batches;
  const seeds: number[] = [];
  const infotexts: string[] = [];
  const pngs: Buffer[] = [];
  for (let index = 0; index < count; index += 1) {
    // With a variation the seed stays and the variation seed counts up.
    const step = wish.variationStrength > 0 ? 0 : index;
    const seed = wish.seed + step + (does("wrong-seed") ? 1000 : 0);
    const variationSeed = wish.variationSeed + index;
    if (options.secondsPerPicture > 0) {
      await wait(options.secondsPerPicture * 1000, undefined, { signal: interrupt }).catch(() => undefined);
    }
    const pixels = await drawPicture({
      prompt,
      negativePrompt,
      seed,
      variationSeed,
      variationStrength: wish.variationStrength,
      width: width ?? wish.width,
      height: height ?? wish.height,
      steps: wish.steps,
      cfgScale: wish.cfgScale,
      loras,
      manner: [
        wish.sampler,
        wish.scheduler ?? "",
        vae ?? "",
        String(clipSkip),
        String(wish.eta ?? ""),
        String(wish.distilledCfgScale ?? ""),
        wish.hires?.upscaler ?? "",
        does("batch-differs") && wish.batchSize > 1 ? "batch" : "",
      ],
      checkpoint: checkpoint.model_name,
      noiseSource,
    });
    if (does("restart")) process.exit(RESTART_CODE);
    const halfMade = interrupt.aborted || does("interrupted");
    if (halfMade) ruinHalfMade(pixels, seed);
    if (does("black") || loras.some(({ lora }) => lora.broken)) pixels.data.fill(0);
    const text = infotext({ ...facts, seed, variationSeed: wish.variationStrength > 0 ? variationSeed : null });
    const png = await pngOf(pixels, does("no-infotext") || settings.enable_pnginfo === false ? null : text);
    pngs.push(does("cut-picture") ? png.subarray(0, png.length * 0.6) : png);
    seeds.push(seed);
    infotexts.push(does("no-infotext") ? "" : text);
    const contents = loras.map(({ file, textEncoder, unet }) => [file.content, textEncoder, unet]);
    const key = JSON.stringify([contents, { ...facts, loraHashes: "" }, seed, variationSeed, wish.eta]);
    await state.note({
      request,
      seed,
      loras: loras.map(({ name, file, textEncoder, unet }) => ({ name, content: file.content, textEncoder, unet })),
      prompt,
      width: wish.width,
      height: wish.height,
      checkpoint: checkpoint.model_name,
      key: createHash("sha256").update(key).digest("hex"),
      interrupted: halfMade,
    });
    if (halfMade) break;
  }
  const info = {
    prompt,
    all_prompts: seeds.map(() => prompt),
    negative_prompt: negativePrompt,
    all_negative_prompts: seeds.map(() => negativePrompt),
    seed: seeds[0],
    all_seeds: seeds,
    subseed: wish.variationSeed,
    all_subseeds: seeds.map((_, index) => wish.variationSeed + index),
    subseed_strength: wish.variationStrength,
    width: wish.width,
    height: wish.height,
    sampler_name: wish.sampler,
    cfg_scale: wish.cfgScale,
    steps: wish.steps,
    batch_size: wish.batchSize,
    restore_faces: false,
    face_restoration_model: null,
    sd_model_name: checkpoint.model_name,
    sd_model_hash: checkpoint.hash,
    sd_vae_name: vae,
    sd_vae_hash: null,
    seed_resize_from_w: -1,
    seed_resize_from_h: -1,
    denoising_strength: facts.denoisingStrength,
    extra_generation_params: facts.loraHashes === "" ? {} : { "Lora hashes": facts.loraHashes },
    index_of_first_image: 0,
    infotexts,
    styles: wish.styles,
    job_timestamp: state.queue.state?.timestamp ?? "",
    clip_skip: clipSkip,
    is_using_inpainting_conditioning: false,
    version: kind.version,
  };
  return {
    images: wish.sendImages ? pngs.map((png) => png.toString("base64")) : [],
    parameters: wish.parameters,
    info: JSON.stringify(info),
  };
}
