import type { HiresRequest } from "../../../webui/drawing.js";
import type { DrawRequest } from "../../draw/draw-request.js";
import { numberRules } from "../values/read-numbers.js";
import type { AxisDefinition } from "./axis-definition.js";
import { choiceAxis, numberAxis, option } from "./define-axis.js";

// As the WebUI's own page begins when hires fix is opened.
const usual: HiresRequest = { scale: 2, upscaler: null, steps: 0, sampler: null };
const USUAL_DENOISING = 0.7;

function withHires(request: DrawRequest, part: Partial<HiresRequest>): DrawRequest {
  const denoisingStrength = request.denoisingStrength ?? USUAL_DENOISING;
  return { ...request, denoisingStrength, hires: { ...usual, ...request.hires, ...part } };
}

/** Axes of the second pass; each switches it on. */
export const hiresAxes: readonly AxisDefinition[] = [
  numberAxis({
    id: "hiresScale",
    title: "Hires scale",
    changeWeight: 3,
    note: "switchesHires",
    rules: numberRules({ minimum: 1, maximum: 4, largestStep: "0.5" }),
    // Once as large is no second pass.
    change: (request, scale) => (scale === 1 ? { ...request, hires: null } : withHires(request, { scale })),
  }),
  numberAxis({
    id: "hiresSteps",
    title: "Hires steps",
    note: "switchesHires",
    rules: numberRules({ whole: true, minimum: 0, maximum: 150 }),
    change: (request, steps) => withHires(request, { steps }),
  }),
  choiceAxis({
    id: "hiresUpscaler",
    title: "Hires upscaler",
    changeWeight: 2,
    note: "switchesHires",
    choices: ({ upscalers }) => upscalers,
    change: (request, upscaler) => withHires(request, { upscaler }),
  }),
  choiceAxis({
    id: "hiresSampler",
    title: "Hires sampler",
    note: "switchesHires",
    choices: ({ samplers }) => ["Use same sampler", ...samplers],
    change: (request, sampler) => withHires(request, { sampler: sampler === "Use same sampler" ? null : sampler }),
  }),
  numberAxis({
    id: "denoising",
    title: "Denoising",
    note: "onlyWithHires",
    rules: numberRules({ minimum: 0, maximum: 1, largestStep: "0.1" }),
    change: (request, denoisingStrength) => ({ ...request, denoisingStrength }),
  }),
  numberAxis({
    id: "extraNoise",
    title: "Extra noise",
    note: "onlyWithHires",
    rules: numberRules({ minimum: 0, maximum: 1, largestStep: "0.05" }),
    change: option("img2img_extra_noise"),
  }),
];
