import type { HiresRequest } from "../../webui/drawing.js";

/** The LoRA of a picture by what the file contains, so that a renamed file is the same one. */
export interface RequestLora {
  /** SHA-256 of the whole file, hex. */
  content: string;
  /** U-Net's strength as a decimal, for instance "0.75". */
  strength: string;
  /** The text encoder's, where it is another. */
  textEncoder: string | null;
}

/**
 * All that decides a picture, and nothing else: what is equal here is drawn once. Plain JSON, keys in this order.
 */
export interface DrawRequest {
  /** The user's text around the place of the LoRA's tag, byte for byte; the control joins the two. */
  promptBefore: string;
  promptAfter: string;
  /** Null: the control. */
  lora: RequestLora | null;
  negativePrompt: string;
  seed: number;
  variationSeed: number | null;
  variationStrength: number;
  steps: number;
  cfgScale: number;
  distilledCfgScale: number | null;
  width: number;
  height: number;
  sampler: string | null;
  scheduler: string | null;
  styles: readonly string[];
  hires: HiresRequest | null;
  denoisingStrength: number | null;
  eta: number | null;
  overrideSettings: Readonly<Record<string, string | number | boolean>>;
  further: Readonly<Record<string, string | number | boolean>>;
  /** Name and short hash of the base checkpoint, as the WebUI that draws first named it when the sweep began. */
  checkpoint: string;
  /** Drawn by the stand-in: never mixed with real pictures. */
  rehearsal: boolean;
}
