/** A number as Python writes a float. */
const pythonFloat = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));

/** A1111's `infotext_utils.quote`: what holds a comma, a colon or a line end is written as JSON. */
export const quote = (value: string): string => (/[,\n:]/.test(value) ? JSON.stringify(value) : value);

/** What an infotext tells, in the WebUI's order (modules/processing.py, `create_infotext`). */
export interface InfotextFacts {
  prompt: string;
  negativePrompt: string;
  steps: number;
  sampler: string;
  /** Null: this WebUI has no schedulers of their own. */
  scheduleType: string | null;
  cfgScale: number;
  distilledCfgScale: number | null;
  seed: number;
  width: number;
  height: number;
  modelHash: string;
  model: string;
  vae: string | null;
  variationSeed: number | null;
  variationStrength: number;
  denoisingStrength: number | null;
  clipSkip: number;
  noiseSource: string;
  hires: { scale: number; upscaler: string; steps: number } | null;
  /** "name: hash", joined by commas; "": none. */
  loraHashes: string;
  version: string;
}

export function infotext(facts: InfotextFacts): string {
  const { hires } = facts;
  const entries: [string, string | null][] = [
    ["Steps", String(facts.steps)],
    ["Sampler", facts.sampler],
    ["Schedule type", facts.scheduleType],
    ["CFG scale", pythonFloat(facts.cfgScale)],
    ["Distilled CFG Scale", facts.distilledCfgScale === null ? null : pythonFloat(facts.distilledCfgScale)],
    ["Seed", String(facts.seed)],
    ["Size", `${facts.width}x${facts.height}`],
    ["Model hash", facts.modelHash],
    ["Model", facts.model],
    ["VAE", facts.vae],
    ["Variation seed", facts.variationSeed === null ? null : String(facts.variationSeed)],
    ["Variation seed strength", facts.variationSeed === null ? null : String(facts.variationStrength)],
    ["Denoising strength", facts.denoisingStrength === null ? null : String(facts.denoisingStrength)],
    ["Clip skip", facts.clipSkip <= 1 ? null : String(facts.clipSkip)],
    ["RNG", facts.noiseSource === "GPU" ? null : facts.noiseSource],
    ["Lora hashes", facts.loraHashes === "" ? null : facts.loraHashes],
    ["Hires upscale", hires && pythonFloat(hires.scale)],
    ["Hires steps", hires && hires.steps > 0 ? String(hires.steps) : null],
    ["Hires upscaler", hires?.upscaler ?? null],
    ["Rehearsal", "LoRA Atelier stand-in"],
    ["Version", facts.version],
  ];
  const said = entries.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${quote(value)}`]));
  const negative = facts.negativePrompt === "" ? "" : `\nNegative prompt: ${facts.negativePrompt}`;
  return `${facts.prompt}${negative}\n${said.join(", ")}`;
}
