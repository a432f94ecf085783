/** Kinds of base models, in the order in which people use them. */
export const familyNames = ["sdxl", "sd15", "anima", "flux", "sd3", "sd2", "lumina", "hunyuan", "chroma"] as const;
export type FamilyName = (typeof familyNames)[number];

export interface Family {
  name: FamilyName;
  /** As people call it. */
  title: string;
  /** The script of sd-scripts that trains it. */
  script: string;
  /** `network_module` of an ordinary LoRA. */
  networkModule: string;
  /** Arguments that are always passed (`v2` …). */
  always: Readonly<Record<string, boolean | string | number>>;
  /** Arguments that name further files without which the trainer ends with a traceback. */
  requiredPaths: readonly string[];
  /** Sides of buckets are multiples of this; four families are checked for SD1's 64 first (sd-scripts, `verify_bucket_reso_steps`). */
  bucketStep: number;
  /** Usual side of a square training picture. */
  side: number;
}

const family = (
  name: FamilyName,
  title: string,
  script: string,
  rest: Omit<Family, "name" | "title" | "script">,
): Family => ({ name, title, script, ...rest });

/**
 * Source: sd-scripts 48d368fa (2026-02-16): the scripts' parsers, `assert_extra_args`, and the loaders, which have no check for
 * missing files.
 */
export const families: readonly Family[] = [
  family("sdxl", "SDXL (Illustrious, NoobAI, Pony …)", "sdxl_train_network.py", {
    networkModule: "networks.lora",
    always: {},
    requiredPaths: [],
    bucketStep: 32,
    side: 1024,
  }),
  family("sd15", "Stable Diffusion 1.5", "train_network.py", {
    networkModule: "networks.lora",
    always: {},
    requiredPaths: [],
    bucketStep: 64,
    side: 512,
  }),
  family("anima", "Anima", "anima_train_network.py", {
    networkModule: "networks.lora_anima",
    always: {},
    requiredPaths: ["qwen3", "vae"],
    bucketStep: 16,
    side: 1024,
  }),
  family("flux", "FLUX.1", "flux_train_network.py", {
    networkModule: "networks.lora_flux",
    always: {},
    requiredPaths: ["clip_l", "t5xxl", "ae"],
    bucketStep: 64,
    side: 1024,
  }),
  family("sd3", "Stable Diffusion 3.5", "sd3_train_network.py", {
    networkModule: "networks.lora_sd3",
    always: {},
    // May also be inside the checkpoint.
    requiredPaths: ["clip_l", "clip_g", "t5xxl"],
    bucketStep: 32,
    side: 1024,
  }),
  family("sd2", "Stable Diffusion 2", "train_network.py", {
    networkModule: "networks.lora",
    always: { v2: true },
    requiredPaths: [],
    bucketStep: 64,
    side: 768,
  }),
  family("lumina", "Lumina Image 2", "lumina_train_network.py", {
    networkModule: "networks.lora_lumina",
    always: {},
    requiredPaths: ["gemma2", "ae"],
    bucketStep: 64,
    side: 1024,
  }),
  family("hunyuan", "HunyuanImage 2.1", "hunyuan_image_train_network.py", {
    networkModule: "networks.lora_hunyuan_image",
    always: { network_train_unet_only: true },
    requiredPaths: ["text_encoder", "byt5", "vae"],
    bucketStep: 64,
    side: 2048,
  }),
  family("chroma", "Chroma", "flux_train_network.py", {
    networkModule: "networks.lora_flux",
    always: { model_type: "chroma", apply_t5_attn_mask: true, guidance_scale: 0 },
    requiredPaths: ["t5xxl", "ae"],
    bucketStep: 64,
    side: 1024,
  }),
];

export const isFamily = (name: string): name is FamilyName => familyNames.some((known) => known === name);

export function familyNamed(name: FamilyName): Family {
  const found = families.find((one) => one.name === name);
  // The list has every name: a unit test holds that.
  if (!found) throw new Error(`no family ${name}`);
  return found;
}
