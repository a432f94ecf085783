import { readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { readSafetensorsHeader } from "../../host/safetensors.js";
import { reportError, systemCode } from "../../host/studio-error.js";
import type { BaseModelFacts } from "../facts.js";
import type { FamilyName } from "../families.js";
import { kindOfModel } from "./family-of-tensors.js";

const pipelines: readonly (readonly [string, FamilyName])[] = [
  ["StableDiffusionXL", "sdxl"],
  ["StableDiffusion3", "sd3"],
  ["StableDiffusion", "sd15"],
  ["Flux", "flux"],
  ["Chroma", "chroma"],
  ["Lumina", "lumina"],
  ["HunyuanImage", "hunyuan"],
];

const unknown = (path: string): BaseModelFacts => ({
  path,
  exists: true,
  bytes: 0,
  family: null,
  prediction: null,
  zeroTerminalSnr: false,
  pickle: false,
  broken: null,
});

const readJson = async (path: string): Promise<Record<string, unknown>> =>
  Object(JSON.parse(await readFile(path, "utf8")));

/** A diffusers folder: its pipeline's class tells the family, the scheduler's settings the prediction. */
async function lookAtFolder(path: string): Promise<BaseModelFacts> {
  const facts = unknown(path);
  try {
    const name = String((await readJson(join(path, "model_index.json")))._class_name);
    const found = pipelines.find(([beginning]) => name.startsWith(beginning))?.[1] ?? null;
    const scheduler = await readJson(join(path, "scheduler", "scheduler_config.json")).catch(() => ({}) as const);
    const v = Object(scheduler).prediction_type === "v_prediction";
    // SD1 and SD2 have the same pipeline; the U-Net's width tells.
    const unet = found === "sd15" ? await readJson(join(path, "unet", "config.json")).catch(() => ({}) as const) : {};
    const family = Object(unet).cross_attention_dim === 1024 ? "sd2" : found;
    return { ...facts, family, prediction: v ? "v" : null };
  } catch {
    return { ...facts, broken: "the folder holds no model_index.json, so it is no diffusers model" };
  }
}

async function lookAtFile(path: string, bytes: number): Promise<BaseModelFacts> {
  const facts = { ...unknown(path), bytes };
  const suffix = extname(path).toLowerCase();
  if ([".ckpt", ".pt", ".pth", ".bin"].includes(suffix)) return { ...facts, pickle: true };
  if (suffix !== ".safetensors" && suffix !== ".sft") {
    return { ...facts, broken: `it ends in ${suffix || "no suffix"}, and models end in .safetensors` };
  }
  try {
    const header = await readSafetensorsHeader(path);
    const kind = kindOfModel(header);
    if (header.promised === header.bytes) return { ...facts, ...kind };
    return { ...facts, ...kind, broken: `it has ${header.bytes} bytes, and its header promises ${header.promised}` };
  } catch (error) {
    return { ...facts, broken: reportError(error).message };
  }
}

/** What a base model's own file or diffusers folder tells; never throws for what is wrong with it. */
export async function lookAtModel(path: string): Promise<BaseModelFacts> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? await lookAtFolder(path) : await lookAtFile(path, found.size);
  } catch (error) {
    const missing = systemCode(error) === "ENOENT" || systemCode(error) === "ENOTDIR";
    return { ...unknown(path), exists: false, broken: missing ? null : reportError(error).message };
  }
}
