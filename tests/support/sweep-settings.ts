import { createHash } from "node:crypto";
import { parse } from "node:path";
import type { SweepCandidate, SweepFacts, SweepSettings } from "../../sidecar/sweep/plan/resolved-sweep.js";

/** A small sweep: one LoRA file, three strengths, one prompt, two seeds. */
export const sweepSettings = (given: Partial<SweepSettings> = {}): SweepSettings => ({
  name: "okara",
  folder: null,
  run: null,
  loras: ["/out/okara-000001.safetensors"],
  strengths: "0.5-1.0(+0.25)",
  textEncoderStrengths: null,
  prompts: ["1girl, okara, upper body"],
  negativePrompts: ["lowres"],
  seeds: "1, 2",
  trigger: "okara",
  checkpoint: null,
  vae: null,
  sampler: "Euler a",
  scheduler: null,
  steps: 24,
  cfg: 6,
  width: 512,
  height: 768,
  clipSkip: null,
  axes: [],
  varySeeds: [],
  keepRandom: false,
  batchSize: null,
  webuis: [],
  rehearsal: false,
  search: "full",
  ...given,
});

export const sweepCandidate = (path: string, given: Partial<SweepCandidate> = {}): SweepCandidate => ({
  path,
  name: parse(path).name,
  label: parse(path).name,
  step: null,
  epoch: null,
  bytes: 1000,
  family: "sd15",
  hash: "0123456789ab",
  networkDim: 4,
  outputName: null,
  rehearsal: false,
  problem: null,
  ...given,
});

/** Facts about the files of settings: contents are made from their paths. */
export const sweepFacts = (settings: SweepSettings, given: Partial<SweepFacts> = {}): SweepFacts => ({
  contents: Object.fromEntries(settings.loras.map((path) => [path, createHash("sha256").update(path).digest("hex")])),
  candidates: settings.loras.map((path) => sweepCandidate(path)),
  checkpoint: "anime [0123456789]",
  family: "sd15",
  named: {},
  random: [],
  ...given,
});
