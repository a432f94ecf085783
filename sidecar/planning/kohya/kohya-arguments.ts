import type { Arguments, ArgumentValue } from "../plan.js";
import { copiedKeys, wholeKeys } from "./kohya-copied.js";
import { familyKeys, tickedFamilies } from "./kohya-families.js";
import type { KohyaFields } from "./kohya-fields.js";
import { kohyaNetwork } from "./kohya-network.js";
import { kohyaWords } from "./kohya-python.js";
import { kohyaRates } from "./kohya-rates.js";
import { kohyaWarmup } from "./kohya-warmup.js";
import type { KohyaVersion } from "./read-kohya.js";

/** Values of Anima's fields that mean "nothing is given". */
const standsForNothing: Readonly<Record<string, ArgumentValue>> = { attn_mode: "torch", compile_dynamic: "auto" };

/** Arguments of a family that the GUI makes whole numbers. */
const isWhole = (argument: string): boolean => /_max_token_length$|^vae_chunk_size$|_size_limit$/.test(argument);

type Found = Map<string, ArgumentValue>;

function addFamily(found: Found, fields: KohyaFields, version: KohyaVersion): void {
  // Two kinds at once are reported when the file is read; what they share is that of the later, as in the GUI.
  for (const family of tickedFamilies(fields, version)) {
    for (const [argument, key] of familyKeys[family].pairs) {
      const shown = fields.any(key);
      const value = typeof shown === "number" && isWhole(argument) ? Math.trunc(shown) : shown;
      if (family === "anima" && standsForNothing[argument] === value) continue;
      if (argument.startsWith("compile_") && !fields.flag("anima_compile")) continue;
      found.set(argument, value);
    }
    if (family === "chroma") found.set("model_type", "chroma");
  }
}

/** Noise at v25 and later: the kind of offset decides which of its fields are given. */
function addNoise(found: Found, fields: KohyaFields, version: KohyaVersion): void {
  const kind = version === "26" ? fields.text("noise_offset_type") : null;
  if (kind === null || kind === "Original") {
    found.set("noise_offset", fields.number("noise_offset"));
    found.set("noise_offset_random_strength", fields.flag("noise_offset_random_strength"));
    found.set("adaptive_noise_scale", fields.number("adaptive_noise_scale"));
  }
  if (kind === null || kind === "Multires") {
    found.set("multires_noise_iterations", fields.number("multires_noise_iterations"));
    found.set("multires_noise_discount", fields.number("multires_noise_discount"));
  }
}

function addLate(found: Found, fields: KohyaFields): void {
  const family = tickedFamilies(fields, "26");
  const has = (...names: string[]): boolean => family.some((one) => names.includes(one));
  if (has("hunyuan", "anima", "lumina")) found.delete("clip_skip");
  if (has("flux", "chroma", "hunyuan", "anima", "lumina")) found.delete("max_token_length");
  if (has("hunyuan")) found.delete("v2");
  if (fields.text("wandb_run_name") === "") found.set("wandb_run_name", fields.text("output_name"));
  const isLate = has("flux", "chroma", "sd3", "hunyuan", "anima", "lumina");
  if (has("flux", "chroma", "sd3", "anima", "lumina") && fields.text("show_timesteps") !== "") {
    found.set("show_timesteps", fields.text("show_timesteps"));
    found.set("show_timesteps_resolution", fields.text("show_timesteps_resolution"));
  }
  if (fields.flag("train_inpainting") && !isLate) {
    found.set("train_inpainting", true);
    // Masks are drawn anew each step, so that the GUI takes the cache away.
    found.delete("cache_latents");
    found.delete("cache_latents_to_disk");
  }
}

const isGiven = (value: ArgumentValue): boolean => value !== "" && value !== false && value !== 0;

/**
 * What Kohya's GUI gives to the trainer in its TOML, key by key and in its order, with the keys that no sd-scripts knows;
 * only the path of the prompt file is not here. `steps` is what the GUI will write as `max_train_steps` (`kohyaSteps`,
 * or what the user asked for); null when the pictures are not known. Source: `train_model` of v24.1.7 and HEAD.
 */
export function kohyaArguments(fields: KohyaFields, version: KohyaVersion, steps: number | null): Arguments {
  const found: Found = new Map();
  for (const [argument, key] of copiedKeys(version)) found.set(argument, fields.any(key));
  for (const key of ["clip_skip", "v2", "vae", "wandb_run_name"] as const) found.set(key, fields.any(key));
  for (const key of wholeKeys) found.set(key, Math.trunc(fields.number(key)));
  for (const key of ["optimizer_args", "lr_scheduler_args"] as const) found.set(key, kohyaWords(fields.text(key)));
  found.set("persistent_data_loader_workers", Number(fields.flag("persistent_data_loader_workers")));
  found.set("xformers", fields.text("xformers") === "xformers");
  found.set("sdpa", fields.text("xformers") === "sdpa");
  if (steps !== null) found.set("max_train_steps", steps);

  addNoise(found, fields, version);
  addFamily(found, fields, version);
  if (version === "26") addLate(found, fields);
  for (const [argument, value] of kohyaRates(fields, version)) found.set(argument, value);
  found.set("lr_warmup_steps", kohyaWarmup(fields, version, steps));
  const network = kohyaNetwork(fields, version);
  if (network) found.set("network_module", network.module).set("network_args", network.words);

  const given = [...found].filter(([, value]) => isGiven(value));
  given.push(["max_data_loader_n_workers", Math.trunc(fields.number("max_data_loader_n_workers"))]);
  if (found.get("model_type") === "chroma") {
    given.push(["guidance_scale", fields.number("guidance_scale")], ["apply_t5_attn_mask", true]);
  }
  return Object.fromEntries(given.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
}
