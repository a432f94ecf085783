import type { DrawingFacts, WebuiCheckpoint } from "../../sidecar/webui/drawing.js";

export const webuiCheckpoint = (name: string, hash: string, given: Partial<WebuiCheckpoint> = {}): WebuiCheckpoint => ({
  title: `${name}.safetensors [${hash}]`,
  name,
  hash,
  sha256: null,
  filename: null,
  ...given,
});

/** What an ordinary WebUI offers. */
export const drawingFacts = (given: Partial<DrawingFacts> = {}): DrawingFacts => ({
  checkpoints: [webuiCheckpoint("anime", "0123456789"), webuiCheckpoint("photo", "aaaaaaaaaa")],
  checkpoint: "anime.safetensors [0123456789]",
  samplers: ["Euler a", "DPM++ 2M"],
  schedulers: ["Automatic", "Karras"],
  vaes: ["kl.pt"],
  modules: null,
  upscalers: ["Latent"],
  styles: ["bright", "dark"],
  faceRestorers: [],
  loras: [{ name: "detail", alias: null, path: null }],
  loraFolder: null,
  rehearsal: false,
  ...given,
});
