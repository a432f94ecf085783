import { StudioError } from "../host/studio-error.js";
import { type SentenceValue, say } from "../words/sentence.js";
import type { Txt2imgRequest } from "./drawing.js";

/** What decides how a WebUI's requests are written; asked of it, never assumed. */
export interface Abilities {
  /** Names and aliases in small letters → name. */
  samplers: ReadonlyMap<string, string>;
  /** Names and labels in small letters → label; null: schedulers are part of its samplers' names (A1111 before 1.9). */
  schedulers: ReadonlyMap<string, string> | null;
  /** It loads text encoders and VAEs as modules (Forge and its kin). */
  hasModules: boolean;
  /** Names of its options. */
  options: ReadonlySet<string>;
}

// Wanted where they exist; where they do not, nothing else would be drawn.
const OPTIONAL = new Set(["sd_lora", "lora_add_hashes_to_infotext", "randn_source"]);

/** An option that a WebUI does not know ends its request with status 500. */
function optionsFor({ overrideSettings }: Txt2imgRequest, { options }: Abilities): Record<string, unknown> {
  const missing = Object.keys(overrideSettings).filter((name) => !options.has(name));
  const [needed] = missing.filter((name) => !OPTIONAL.has(name));
  if (needed !== undefined) {
    const hint = say("Its version does not have it: leave this axis out, or draw with another WebUI.");
    throw new StudioError("webuiFailed", say('This WebUI has no option "{needed}".', { needed }), hint);
  }
  return Object.fromEntries(Object.entries(overrideSettings).filter(([name]) => options.has(name)));
}

const unknown = (what: SentenceValue, name: string, known: Iterable<string>): StudioError =>
  new StudioError(
    "webuiFailed",
    say('This WebUI has no {what} "{name}".', { what, name }),
    say("Choose one of its own: {known}.", { known: [...new Set(known)].join(", ") }),
  );

/** Forge takes an unknown sampler for another one without a word, so names are checked before. */
function samplingFields(
  { sampler, scheduler }: Pick<Txt2imgRequest, "sampler" | "scheduler">,
  { samplers, schedulers }: Abilities,
): Record<string, string> {
  const wanted = scheduler === null || scheduler.toLowerCase() === "automatic" ? null : scheduler;
  if (schedulers === null) {
    if (sampler === null) return {};
    const name = wanted === null ? sampler : `${sampler} ${wanted}`;
    const found = samplers.get(name.toLowerCase());
    if (found === undefined) throw unknown(say("sampler"), name, samplers.values());
    return { sampler_name: found };
  }
  const label = scheduler === null ? null : schedulers.get(scheduler.toLowerCase());
  if (label === undefined) throw unknown(say("schedule type"), scheduler ?? "", schedulers.values());
  const fields = label === null ? {} : { scheduler: label };
  if (sampler === null) return fields;
  const found = samplers.get(sampler.toLowerCase());
  if (found !== undefined) return { ...fields, sampler_name: found };
  // As older WebUIs name it, "DPM++ 2M Karras".
  for (const [name, joined] of schedulers) {
    const bare = sampler.toLowerCase().endsWith(` ${name}`) ? sampler.slice(0, -name.length - 1) : null;
    const base = bare === null ? undefined : samplers.get(bare.toLowerCase());
    if (base !== undefined) return { scheduler: joined, ...fields, sampler_name: base };
  }
  throw unknown(say("sampler"), sampler, samplers.values());
}

function hiresFields({ hires }: Txt2imgRequest, { hasModules }: Abilities): Record<string, unknown> {
  if (hires === null) return { enable_hr: false };
  return {
    enable_hr: true,
    hr_scale: hires.scale,
    hr_second_pass_steps: hires.steps,
    ...(hires.upscaler === null ? {} : { hr_upscaler: hires.upscaler }),
    ...(hires.sampler === null ? {} : { hr_sampler_name: hires.sampler }),
    // Its API leaves this empty, and then fails.
    ...(hasModules ? { hr_additional_modules: ["Use same choices"] } : {}),
  };
}

/**
 * Fields of `POST /sdapi/v1/txt2img`, which are those of the WebUI's own `StableDiffusionProcessingTxt2Img`.
 * @throws StudioError "webuiFailed" for a sampler or schedule type that this WebUI does not have
 */
export function txt2imgFields(request: Txt2imgRequest, abilities: Abilities): Record<string, unknown> {
  return {
    prompt: request.prompt,
    negative_prompt: request.negativePrompt,
    styles: [...request.styles],
    seed: request.seed,
    subseed: request.variationSeed ?? -1,
    subseed_strength: request.variationStrength,
    batch_size: request.batchSize,
    n_iter: 1,
    steps: request.steps,
    cfg_scale: request.cfgScale,
    width: request.width,
    height: request.height,
    ...samplingFields(request, abilities),
    ...(request.distilledCfgScale === null ? {} : { distilled_cfg_scale: request.distilledCfgScale }),
    ...(request.denoisingStrength === null ? {} : { denoising_strength: request.denoisingStrength }),
    ...(request.eta === null ? {} : { eta: request.eta }),
    ...hiresFields(request, abilities),
    ...request.further,
    override_settings: optionsFor(request, abilities),
    override_settings_restore_afterwards: true,
    do_not_save_samples: true,
    do_not_save_grid: true,
  };
}
