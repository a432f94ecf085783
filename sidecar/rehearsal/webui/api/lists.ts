import type { WebuiState } from "../state/webui-state.js";
import { styleList } from "./prompt-loras.js";

const sampler = (name: string, alias: string, options: Record<string, unknown> = {}) => ({
  name,
  aliases: [alias],
  options,
});

const bare = [
  sampler("DPM++ 2M", "k_dpmpp_2m", { scheduler: "karras" }),
  sampler("DPM++ SDE", "k_dpmpp_sde", { scheduler: "karras", second_order: true, brownian_noise: true }),
  sampler("DPM++ 2M SDE", "k_dpmpp_2m_sde", { scheduler: "exponential", brownian_noise: true }),
  sampler("Euler a", "k_euler_a", { uses_ensd: true }),
  sampler("Euler", "k_euler"),
  sampler("LMS", "k_lms"),
  sampler("Heun", "k_heun", { second_order: true }),
  sampler("DPM2", "k_dpm_2", { scheduler: "karras", discard_next_to_last_sigma: true, second_order: true }),
  sampler("DDIM", "ddim"),
  sampler("UniPC", "unipc"),
];

/** A1111 up to 1.8 joins the scheduler to the sampler's name. */
const joined = [
  sampler("DPM++ 2M Karras", "k_dpmpp_2m_ka", { scheduler: "karras" }),
  sampler("DPM++ SDE Karras", "k_dpmpp_sde_ka", { scheduler: "karras", second_order: "True", brownian_noise: "True" }),
  sampler("DPM++ 2M SDE Exponential", "k_dpmpp_2m_sde_exp", { scheduler: "exponential", brownian_noise: "True" }),
  sampler("Euler a", "k_euler_a", { uses_ensd: "True" }),
  sampler("Euler", "k_euler", {}),
  sampler("DPM++ 2M", "k_dpmpp_2m", {}),
  sampler("LMS", "k_lms", {}),
  sampler("Heun", "k_heun", { second_order: "True" }),
  sampler("LMS Karras", "k_lms_ka", { scheduler: "karras" }),
  sampler("DDIM", "ddim", {}),
  sampler("UniPC", "unipc", {}),
];

const scheduler = (name: string, label: string, rho = -1, inner = false) => ({
  name,
  label,
  aliases: null,
  default_rho: rho,
  need_inner_model: inner,
});

const schedulers = [
  scheduler("automatic", "Automatic"),
  scheduler("uniform", "Uniform", -1, true),
  scheduler("karras", "Karras", 7),
  scheduler("exponential", "Exponential"),
  scheduler("sgm_uniform", "SGM Uniform", -1, true),
];

const upscaler = (name: string, scale: number) => ({
  name,
  model_name: null,
  model_path: null,
  model_url: null,
  scale,
});

/** All lists that the API gives; null: this WebUI answers 404. */
export const lists: Readonly<Record<string, (state: WebuiState) => unknown>> = {
  "sd-models": ({ checkpoints }) => checkpoints,
  samplers: ({ kind }) => (kind.schedulers ? bare : joined),
  schedulers: ({ kind }) => (kind.schedulers ? schedulers : null),
  "sd-vae": ({ kind }) => (kind.hasVae ? [] : null),
  "sd-modules": ({ kind }) => (kind.hasVae ? null : []),
  upscalers: () => [upscaler("None", 4), upscaler("Lanczos", 4), upscaler("Nearest", 4)],
  "latent-upscale-modes": () => [{ name: "Latent" }, { name: "Latent (antialiased)" }],
  "face-restorers": () => [
    { name: "CodeFormer", cmd_dir: null },
    { name: "GFPGAN", cmd_dir: null },
  ],
  "prompt-styles": () => styleList,
  loras: ({ shelf }) => shelf.all().map(({ name, alias, path, metadata }) => ({ name, alias, path, metadata })),
  embeddings: () => ({ loaded: {}, skipped: {} }),
  hypernetworks: () => [],
  "realesrgan-models": () => [],
  extensions: () => [],
  scripts: () => ({
    txt2img: ["prompt matrix", "prompts from file or textbox", "x/y/z plot"],
    img2img: ["img2img alternative test", "loopback", "outpainting mk2"],
  }),
  "script-info": () => [],
};

/** Whether the WebUI knows the sampler: by name or alias. */
export const hasSampler = (state: WebuiState, name: string): boolean =>
  (state.kind.schedulers ? bare : joined).some((one) => one.name === name || one.aliases.includes(name));
