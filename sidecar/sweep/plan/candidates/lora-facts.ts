import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readSafetensorsHeader, type SafetensorsHeader } from "../../../host/safetensors.js";
import { familyOfArchitecture } from "../../../planning/base-model/family-of-tensors.js";
import type { FamilyName } from "../../../planning/families.js";
import { fileStamp } from "../../../store/file-content.js";
import { familyOfLora } from "../../../training/tools/lora-layout.js";

/** What a LoRA's own file tells. */
export interface LoraFacts {
  bytes: number;
  family: FamilyName | null;
  /** 12 letters. */
  hash: string | null;
  networkDim: number | null;
  outputName: string | null;
  step: number | null;
  epoch: number | null;
  rehearsal: boolean;
}

const HASH_LETTERS = 12;
// In every file of the stand-in trainer.
const REHEARSAL = /^LoRA Atelier stand-in/;

const whole = (text: string | undefined): number | null => {
  const value = Number(text || Number.NaN);
  return Number.isSafeInteger(value) && value >= 0 ? value : null;
};

const real = (text: string | undefined): number | null => {
  const value = Number(text || Number.NaN);
  return Number.isFinite(value) && value >= 0 ? value : null;
};

/** Layers of diffusers' and PEFT's own names: `unet.…attn2.to_k.lora_A.weight`, `transformer.single_transformer_blocks.…`. */
function familyOfPeft({ tensors }: Pick<SafetensorsHeader, "tensors">): FamilyName | null {
  for (const [name, { shape }] of tensors) {
    if (name.includes("single_transformer_blocks.")) return "flux";
    if (name.startsWith("text_encoder_2.")) return "sdxl";
    if (!/attn2\.to_k\.(?:lora_A|lora\.down)\b/.test(name)) continue;
    const width = shape[1];
    if (width === 768) return "sd15";
    if (width === 1024) return "sd2";
    if (width === 2048) return "sdxl";
  }
  return null;
}

const familyOfHeader = (header: SafetensorsHeader): FamilyName | null =>
  familyOfLora(header) ??
  familyOfArchitecture(header.metadata.get("modelspec.architecture") ?? "") ??
  familyOfPeft(header);

// A file whose metadata name no hash is read once while it stays as it is.
const hashes = new Map<string, string>();

/** SHA-256 of what follows the header of a safetensors file, hex: how a WebUI tells LoRA files apart (A1111, `modules/hashes.py`). */
async function hashOfWeights(path: string, dataFrom: number): Promise<string> {
  const stamp = fileStamp(path);
  const key = `${path}\n${stamp?.size}\n${stamp?.modified}`;
  const known = hashes.get(key);
  if (known !== undefined) return known;
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { start: dataFrom })) hash.update(chunk);
  const found = hash.digest("hex");
  hashes.set(key, found);
  return found;
}

/**
 * Epochs that were finished. sd-scripts counts the one that a step's file ends only after saving it, so that at its very end the
 * file says one too few (`ss_epoch` in train_network.py); the step tells.
 */
function finishedEpochs(metadata: ReadonlyMap<string, string>): number | null {
  const told = whole(metadata.get("ss_epoch"));
  const [step, batches] = [whole(metadata.get("ss_steps")), whole(metadata.get("ss_num_batches_per_epoch"))];
  if (told === null || step === null || !batches) return told;
  const stepsPerEpoch = Math.ceil(batches / (whole(metadata.get("ss_gradient_accumulation_steps")) || 1));
  return step === (told + 1) * stepsPerEpoch ? told + 1 : told;
}

/**
 * What a LoRA's file tells of itself. @throws StudioError "notFound" | "modelInvalid"
 */
export async function loraFacts(path: string): Promise<LoraFacts> {
  const header = await readSafetensorsHeader(path);
  const { metadata, bytes, dataFrom } = header;
  const hash = metadata.get("sshs_model_hash") || (await hashOfWeights(path, dataFrom));
  return {
    bytes,
    family: familyOfHeader(header),
    hash: hash.slice(0, HASH_LETTERS),
    networkDim: real(metadata.get("ss_network_dim")),
    outputName: metadata.get("ss_output_name") || null,
    step: whole(metadata.get("ss_steps")),
    epoch: finishedEpochs(metadata),
    rehearsal: REHEARSAL.test(metadata.get("ss_training_comment") ?? ""),
  };
}
