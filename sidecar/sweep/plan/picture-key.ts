import { hash } from "node:crypto";
import type { DrawRequest } from "../draw/draw-request.js";

type Options = DrawRequest["overrideSettings"];

/** By name: in which order axes set them means nothing. */
const sorted = (options: Options): Options =>
  Object.fromEntries(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The request with its fields in the order of the contract, so that what is equal has one text. */
export const canonicalRequest = (request: DrawRequest): DrawRequest => ({
  promptBefore: request.promptBefore,
  promptAfter: request.promptAfter,
  lora: request.lora && {
    content: request.lora.content,
    strength: request.lora.strength,
    textEncoder: request.lora.textEncoder,
  },
  negativePrompt: request.negativePrompt,
  seed: request.seed,
  variationSeed: request.variationSeed,
  variationStrength: request.variationStrength,
  steps: request.steps,
  cfgScale: request.cfgScale,
  distilledCfgScale: request.distilledCfgScale,
  width: request.width,
  height: request.height,
  sampler: request.sampler,
  scheduler: request.scheduler,
  styles: request.styles,
  hires: request.hires && {
    scale: request.hires.scale,
    upscaler: request.hires.upscaler,
    steps: request.hires.steps,
    sampler: request.hires.sampler,
  },
  denoisingStrength: request.denoisingStrength,
  eta: request.eta,
  overrideSettings: sorted(request.overrideSettings),
  further: sorted(request.further),
  checkpoint: request.checkpoint,
  rehearsal: request.rehearsal,
});

/** SHA-256 of the request, hex: equal keys mean the same picture. */
export const pictureKey = (request: DrawRequest): string => hash("sha256", JSON.stringify(canonicalRequest(request)));
