import type { Params } from "../../protocol/validate.js";
import { flag, text, texts } from "./arguments.js";

export type SweepSettings = Params<"sweep/look">["settings"];

/** What tells a sweep; without --lora and --run, the latest training run is tried. */
export const sweepOptions = {
  lora: texts,
  run: text,
  folder: text,
  from: text,
  article: flag,
  strengths: text,
  "text-encoder": text,
  prompt: texts,
  negative: texts,
  seeds: text,
  "keep-random": flag,
  axis: texts,
  "vary-seeds": text,
  webui: texts,
  checkpoint: text,
  vae: text,
  steps: text,
  cfg: text,
  size: text,
  sampler: text,
  scheduler: text,
  "clip-skip": text,
  "batch-size": text,
  trigger: text,
  name: text,
  "save-as": text,
  search: text,
  rehearsal: flag,
};

export const sweepOptionsUsage =
  '[--lora FILE|DIR… | --run ID | --from SAVED] [--strengths "0.25-1.0(+0.25)"] [--text-encoder VALUES] [--prompt TEXT]… [--negative TEXT]… [--seeds 1,2,3] [--keep-random] [--axis "NAME: VALUES"]… [--vary-seeds AXIS,…] [--size WxH] [--steps N] [--cfg N] [--sampler NAME] [--scheduler NAME] [--checkpoint NAME] [--vae NAME] [--clip-skip N] [--batch-size N] [--trigger WORD] [--folder DIR] [--webui URL]… [--search full|coarse-to-fine] [--article] [--rehearsal] [--name NAME] [--save-as NAME]';
