import type { Phase } from "./log-event.js";

// The beginnings only: at 80 columns a record's first line may hold no more than 28.
const beginnings: readonly (readonly [Phase, readonly string[]])[] = [
  ["reading", ["Using DreamBooth method", "Training with captions", "Loading dataset config", "prepare images"]],
  [
    "loading",
    [
      "preparing accelerator",
      "prepare accelerator",
      "loading model for process",
      "load StableDiffusion",
      "load Diffusers",
      "building U-Net",
      "Building ",
      "Loading state dict",
      "Loading DiT",
    ],
  ],
  ["caching", ["caching latents", "caching Text Encoder", "caching text encoder"]],
  [
    "preparing",
    [
      "import network module",
      "create LoRA network",
      "create LyCORIS",
      "prepare optimizer",
      "running training",
      "resume training from",
    ],
  ],
];

/** The phase that a message begins, or null. */
export const phaseOf = (text: string): Phase | null =>
  beginnings.find(([, words]) => words.some((word) => text.startsWith(word)))?.[0] ?? null;
