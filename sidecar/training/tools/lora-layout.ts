import type { SafetensorsHeader, TensorEntry } from "../../host/safetensors.js";
import type { FamilyName } from "../../planning/families.js";

/** How a LoRA's weights are laid out. `unknown`: none of these names was found. */
export type LoraFormat = "lora" | "peft" | "loha" | "lokr" | "oft" | "full" | "unknown";

const formats: readonly (readonly [LoraFormat, RegExp])[] = [
  ["lora", /\.lora_(?:down|up)\./],
  ["peft", /\.lora_[AB]\./],
  ["loha", /\.hada_w[12]_[ab]$/],
  ["lokr", /\.lokr_w[12]/],
  ["oft", /\.oft_(?:blocks|diag)/],
  ["full", /\.diff(?:_b)?$/],
];

type Tensors = ReadonlyMap<string, TensorEntry>;

const names = (tensors: Tensors): string[] => [...tensors.keys()];

export function formatOf(tensors: Tensors): LoraFormat {
  const all = names(tensors);
  return formats.find(([, pattern]) => all.some((name) => pattern.test(name)))?.[0] ?? "unknown";
}

/** One pair of small matrices, and the scale between them. */
export interface LoraModule {
  name: string;
  down: string | null;
  up: string | null;
  alpha: string | null;
  /** First side of the down weight; null where there is none. */
  dim: number | null;
}

const PART = /^(.*)\.(lora_down|lora_up|lora_A|lora_B)(?:\.default)?\.weight$/;

/** Modules of a LoRA in the `lora` or `peft` layout, in the file's order. */
export function modulesOf(tensors: Tensors): LoraModule[] {
  const modules = new Map<string, LoraModule>();
  const moduleNamed = (name: string): LoraModule => {
    const known = modules.get(name) ?? { name, down: null, up: null, alpha: null, dim: null };
    modules.set(name, known);
    return known;
  };
  for (const [key, { shape }] of tensors) {
    const [, name, part] = PART.exec(key) ?? [];
    if (name !== undefined && (part === "lora_down" || part === "lora_A")) {
      Object.assign(moduleNamed(name), { down: key, dim: shape[0] ?? null });
    } else if (name !== undefined) moduleNamed(name).up = key;
    else if (key.endsWith(".alpha")) moduleNamed(key.slice(0, -".alpha".length)).alpha = key;
  }
  return [...modules.values()];
}

const versions: readonly (readonly [RegExp, FamilyName])[] = [
  [/^sdxl/i, "sdxl"],
  [/^sd_v1/i, "sd15"],
  [/^sd_v2/i, "sd2"],
  [/^flux/i, "flux"],
  [/^chroma/i, "chroma"],
  [/^sd3/i, "sd3"],
  [/^lumina/i, "lumina"],
  [/^hunyuan/i, "hunyuan"],
  [/^anima/i, "anima"],
];

const CONTEXT_SIDES: ReadonlyMap<number, FamilyName> = new Map([
  [768, "sd15"],
  [1024, "sd2"],
  [2048, "sdxl"],
]);

/**
 * The family that a LoRA was made for: as it says of itself (`ss_base_model_version`), else by its layers' names and by the width
 * of the text that its cross-attention reads. Null where neither tells.
 */
export function familyOfLora({
  metadata,
  tensors,
}: Pick<SafetensorsHeader, "metadata" | "tensors">): FamilyName | null {
  const version = metadata.get("ss_base_model_version") ?? "";
  const said = versions.find(([pattern]) => pattern.test(version))?.[1];
  if (said !== undefined) return said;
  const all = names(tensors);
  const has = (pattern: RegExp): boolean => all.some((name) => pattern.test(name));
  if (has(/double_blocks/)) return "flux";
  if (has(/joint_blocks/)) return "sd3";
  if (has(/^lora_te[12]_|input_blocks_|conditioner_embedders/)) return "sdxl";
  for (const [name, { shape }] of tensors) {
    if (!/attn2_to_k\.lora_down\.weight$/.test(name)) continue;
    const family = CONTEXT_SIDES.get(shape[1] ?? 0);
    if (family !== undefined) return family;
  }
  return null;
}

/** The family of a whole model by the names of its parts (the layouts that sd-scripts loads); null where it is none of four. */
export function familyOfCheckpoint(tensors: Tensors): FamilyName | null {
  const all = names(tensors);
  const has = (part: string): boolean => all.some((name) => name.startsWith(part));
  if (has("conditioner.embedders.1.")) return "sdxl";
  if (has("cond_stage_model.model.")) return "sd2";
  if (has("cond_stage_model.transformer.")) return "sd15";
  if (has("double_blocks.") || has("model.diffusion_model.double_blocks.")) return "flux";
  return null;
}
