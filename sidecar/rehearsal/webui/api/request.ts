import type { readFields } from "./fields.js";

/** A picture request, read. */
export interface Txt2img {
  prompt: string;
  negativePrompt: string;
  styles: readonly string[];
  seed: number;
  variationSeed: number;
  variationStrength: number;
  sampler: string;
  scheduler: string | null;
  batchSize: number;
  batches: number;
  steps: number;
  cfgScale: number;
  distilledCfgScale: number | null;
  width: number;
  height: number;
  denoisingStrength: number | null;
  eta: number | null;
  overrideSettings: Readonly<Record<string, unknown>>;
  hires: { scale: number; upscaler: string; steps: number } | null;
  sendImages: boolean;
  saveImages: boolean;
  /** As they are echoed. */
  parameters: Readonly<Record<string, unknown>>;
}

type Values = NonNullable<ReturnType<typeof readFields>["values"]>;

const anySeed = (): number => Math.floor(Math.random() * 2 ** 32);

/** Fields of the right types to a request; what they leave open becomes the WebUI's own. */
export function readRequest(values: Values): Txt2img {
  const text = (name: string, fallback: string): string => {
    const value = values.get(name);
    return typeof value === "string" ? value : fallback;
  };
  const number = (name: string, fallback: number): number => {
    const value = values.get(name);
    return typeof value === "number" ? value : fallback;
  };
  const maybe = (name: string): number | null => {
    const value = values.get(name);
    return typeof value === "number" ? value : null;
  };
  const seedOf = (name: string): number => (number(name, -1) === -1 ? anySeed() : number(name, -1));
  const styles = values.get("styles");
  const scheduler = text("scheduler", "");
  return {
    prompt: text("prompt", ""),
    negativePrompt: text("negative_prompt", ""),
    styles: Array.isArray(styles) ? styles.map(String) : [],
    seed: seedOf("seed"),
    variationSeed: seedOf("subseed"),
    variationStrength: number("subseed_strength", 0),
    sampler: text("sampler_name", text("sampler_index", "Euler")),
    scheduler: scheduler === "" ? null : scheduler,
    batchSize: Math.max(1, number("batch_size", 1)),
    batches: Math.max(1, number("n_iter", 1)),
    steps: Math.max(1, number("steps", 50)),
    cfgScale: number("cfg_scale", 7),
    distilledCfgScale: maybe("distilled_cfg_scale"),
    width: number("width", 512),
    height: number("height", 512),
    denoisingStrength: maybe("denoising_strength"),
    eta: maybe("eta"),
    overrideSettings: Object(values.get("override_settings")),
    hires:
      values.get("enable_hr") === true
        ? {
            scale: number("hr_scale", 2),
            upscaler: text("hr_upscaler", "Latent"),
            steps: number("hr_second_pass_steps", 0),
          }
        : null,
    sendImages: values.get("send_images") !== false,
    saveImages: values.get("save_images") === true,
    parameters: Object.fromEntries(values),
  };
}
