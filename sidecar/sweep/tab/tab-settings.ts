import type { Params } from "../../../protocol/validate.js";
import type { SweepSettings } from "../plan/resolved-sweep.js";

type Tab = Params<"sweep/startFromTab">["tab"];

// What a WebUI calls no choice of one's own.
const AUTOMATIC = "Automatic";

/** What a WebUI's txt2img tab would draw now, as the form of a sweep has it; what it does not name is left out. */
export function tabSettings(tab: Tab): Partial<SweepSettings> {
  const { prompt, negativePrompt, seed, pictures, steps, cfg, width, height, sampler, scheduler, clipSkip } = tab;
  const seeds = Array.from({ length: pictures }, (_, index) => seed + index);
  return {
    prompts: [prompt],
    negativePrompts: [negativePrompt],
    seeds: seeds.join(", "),
    steps,
    cfg,
    width,
    height,
    ...(sampler ? { sampler } : {}),
    ...(scheduler && scheduler !== AUTOMATIC ? { scheduler } : {}),
    // One option of several WebUIs is a decimal.
    ...(clipSkip ? { clipSkip: Math.round(clipSkip) } : {}),
    ...(tab.checkpoint ? { checkpoint: tab.checkpoint } : {}),
  };
}
