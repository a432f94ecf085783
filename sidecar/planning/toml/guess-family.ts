import type { FamilyName } from "../families.js";
import type { Arguments } from "../plan.js";

/** Arguments and network modules that only one family has. Source: the scripts' parsers, sd-scripts 48d368fa. */
const tells: readonly (readonly [family: FamilyName, names: readonly string[], module: string])[] = [
  ["anima", ["qwen3", "llm_adapter_path", "qwen3_max_token_length"], "networks.lora_anima"],
  ["lumina", ["gemma2", "gemma2_max_token_length", "use_sage_attn"], "networks.lora_lumina"],
  ["hunyuan", ["byt5", "fp8_vl", "text_encoder_cpu"], "networks.lora_hunyuan_image"],
  ["sd3", ["clip_g", "weighting_scheme", "training_shift"], "networks.lora_sd3"],
  ["flux", ["apply_t5_attn_mask", "t5xxl", "ae", "split_mode"], "networks.lora_flux"],
];

/** Sides from which a picture is of SDXL's size rather than of Stable Diffusion 1.5's. */
const largeSide = 832;

/**
 * The kind of base model that a configuration is for: sd-scripts' files do not say, the script's name does. `isCertain` is
 * false where nothing but the size of the pictures speaks.
 */
export function guessFamily(given: Arguments): { family: FamilyName; isCertain: boolean } {
  const has = (name: string): boolean => given[name] !== undefined && given[name] !== "" && given[name] !== false;
  if (given.model_type === "chroma") return { family: "chroma", isCertain: true };
  for (const [family, names, module] of tells) {
    if (given.network_module === module || names.some(has)) return { family, isCertain: true };
  }
  if (has("v2")) return { family: "sd2", isCertain: true };
  if (has("cache_text_encoder_outputs") || has("no_half_vae")) return { family: "sdxl", isCertain: false };
  const sides = String(given.resolution ?? "")
    .split(",")
    .map(Number);
  return { family: sides.some((side) => side >= largeSide) ? "sdxl" : "sd15", isCertain: false };
}
