import type { FamilyName } from "../families.js";
import { loraTypeOf } from "../lora-types.js";
import type { TrainingPlan } from "../plan.js";
import { planValues } from "../plan-values.js";

/** Numbers that one rank adds: of the denoiser, and of the text encoders. */
interface PerRank {
  denoiser: number;
  textEncoder: number;
}

/**
 * Numbers per rank of an ordinary LoRA. SD1.5: 18,989,528 bytes at rank 16 in fp16, of which each CLIP-L layer has
 * 4 × (768 + 768) + 2 × (768 + 3072). SDXL: 170.5 MB at rank 32 for the U-Net alone, and both encoders by their layers.
 * FLUX: 38 MB at rank 4. The others are not known.
 */
const perRank: Readonly<Partial<Record<FamilyName, PerRank>>> = {
  sd15: { denoiser: 423_936, textEncoder: 165_888 },
  sd2: { denoiser: 423_936, textEncoder: 23 * (4 * 2048 + 2 * 5120) },
  sdxl: { denoiser: 2_664_000, textEncoder: 165_888 + 32 * (4 * 2560 + 2 * 6400) },
  flux: { denoiser: 4_780_000, textEncoder: 0 },
  chroma: { denoiser: 4_780_000, textEncoder: 0 },
};

const bytesOf: Readonly<Record<string, number>> = { float: 4, fp16: 2, bf16: 2 };

/** Bytes of one LoRA file, about; null for types and families whose size is not known. */
export function loraBytes(plan: TrainingPlan): number | null {
  const known = perRank[plan.family];
  const type = loraTypeOf(plan)?.name;
  if (!known || type !== "standard") return null;
  const values = planValues(plan);
  const dim = values.number("network_dim", 4);
  const parts =
    (values.flag("network_train_text_encoder_only") ? 0 : known.denoiser) +
    (values.flag("network_train_unet_only") ? 0 : known.textEncoder);
  // Without save_precision the trainer writes what it trained with, 32 bits unless full_fp16 or full_bf16.
  const half = values.flag("full_fp16") || values.flag("full_bf16");
  const precision = values.text("save_precision") || (half ? "fp16" : "float");
  return parts * dim * (bytesOf[precision] ?? 2);
}
