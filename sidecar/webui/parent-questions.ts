import { buttonFlags, progressFields } from "./parent-answers.js";
import { drawingLists, lorasList } from "./parent-lists.js";

const CHECKPOINT_OPTION = "sd_model_checkpoint";

/** One of the shim's own functions, and the queue it waits in. */
interface ShimCall {
  /** A release and a restore must not overtake each other, nor one picture another; an interrupt has to come through at once. */
  lane: "memory" | "draw" | "quick";
  call: string;
}

const calls: Readonly<Record<string, ShimCall>> = {
  "webui/memory/release": { lane: "memory", call: "release" },
  "webui/memory/restore": { lane: "memory", call: "restore" },
  "webui/refreshLoras": { lane: "memory", call: "refresh_loras" },
  "webui/loras": { lane: "memory", call: "refresh_loras" },
  "webui/drawing": { lane: "quick", call: "lists" },
  "webui/progress": { lane: "quick", call: "progress" },
  "webui/interrupt": { lane: "quick", call: "call_off" },
  "webui/txt2img": { lane: "draw", call: "draw" },
};

// Declared as decimals by the WebUI's processing, which writes 7 as "7.0" into the text of a picture; JSON knows no difference.
const decimals: ReadonlySet<string> = new Set([
  ...["subseed_strength", "cfg_scale", "distilled_cfg_scale", "image_cfg_scale", "denoising_strength", "eta"],
  ...["hr_scale", "hr_cfg", "hr_distilled_cfg", "initial_noise_multiplier", "refiner_switch_at"],
  ...["s_churn", "s_min_uncond", "s_noise", "s_tmax", "s_tmin"],
]);

/** Params of a method as the shim takes them: it only looks up and hands on. */
function shimParams(method: string, params: object): object {
  if (method === "webui/drawing") return { lists: drawingLists, option: CHECKPOINT_OPTION };
  if (method === "webui/loras") return { lists: lorasList, option: CHECKPOINT_OPTION };
  if (method === "webui/progress") return { state: progressFields };
  if (method !== "webui/txt2img") return params;
  // As the WebUI's own API where nothing is said.
  const given = Object.entries({ sampler_name: "Euler", ...Object(params).fields });
  const part = (isDecimal: boolean): object =>
    Object.fromEntries(given.filter(([name]) => decimals.has(name) === isDecimal));
  return { fields: part(false), floats: part(true), state: Object.values(buttonFlags) };
}

/** What the shim in the WebUI's process is asked for a method of the protocol; one that it does not know, it says so of. */
export const shimQuestion = (method: string, params: object): Partial<ShimCall> & { params: object } => ({
  ...calls[method],
  params: shimParams(method, params),
});
