import type { Txt2imgRequest } from "../../sidecar/webui/drawing.js";

/** A request for one small picture. */
export const txt2imgRequest = (given: Partial<Txt2imgRequest> = {}): Txt2imgRequest => ({
  prompt: "1girl, okara <lora:okara:0.75>",
  negativePrompt: "",
  seed: 1,
  batchSize: 1,
  variationSeed: null,
  variationStrength: 0,
  steps: 2,
  cfgScale: 7,
  distilledCfgScale: null,
  width: 64,
  height: 64,
  sampler: "Euler a",
  scheduler: null,
  styles: [],
  hires: null,
  denoisingStrength: null,
  eta: null,
  overrideSettings: {},
  further: {},
  ...given,
});
