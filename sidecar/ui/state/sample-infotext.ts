import type { Methods } from "../../../protocol/generated/methods.js";

type Samples = Methods["training/samples"]["result"];
type Prompt = Samples["prompts"][number];

// sd-scripts' own where a line of its prompt file gives none (library/train_util.py, sample_image_inference).
const USUAL = { width: 512, height: 512, steps: 30, scale: 7.5 };

// sd-scripts' names of --sample_sampler, and those of the WebUI for the same rule.
const samplers: Readonly<Record<string, string>> = {
  ddim: "DDIM",
  lms: "LMS",
  k_lms: "LMS",
  euler: "Euler",
  k_euler: "Euler",
  euler_a: "Euler a",
  k_euler_a: "Euler a",
  heun: "Heun",
  dpm_2: "DPM2",
  k_dpm_2: "DPM2",
  dpm_2_a: "DPM2 a",
  k_dpm_2_a: "DPM2 a",
  "dpmsolver++": "DPM++ 2M",
  dpmsingle: "DPM++ 2S a",
};

/**
 * What a WebUI needs to draw much the same as the trainer did, as an infotext. The trainer draws with its own code: likeness, not
 * the same pixels.
 * @param lora as prompts name it; null where the WebUI has none of this moment @param seed that was used; null: random
 */
export function sampleInfotext(
  prompt: Prompt,
  { lora, seed, sampler }: { lora: string | null; seed: number | null; sampler: string | null },
): string {
  const { width, height, steps, scale } = prompt;
  const tag = lora === null ? "" : ` <lora:${lora}:1>`;
  const fields = [
    `Steps: ${steps ?? USUAL.steps}`,
    `Sampler: ${samplers[sampler ?? "ddim"] ?? "DDIM"}`,
    `CFG scale: ${scale ?? USUAL.scale}`,
    `Seed: ${seed ?? -1}`,
    `Size: ${width ?? USUAL.width}x${height ?? USUAL.height}`,
  ];
  const negative = prompt.negative ? [`Negative prompt: ${prompt.negative}`] : [];
  return [`${prompt.text}${tag}`, ...negative, fields.join(", ")].join("\n");
}
