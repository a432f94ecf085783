import type { PictureFacts } from "./picture-facts.js";
import type { Txt2img } from "./request.js";

/** What was drawn for one request. */
export interface DrawnBatch {
  seeds: readonly number[];
  infotexts: readonly string[];
  timestamp: string;
}

/** The answer's `info`, in the WebUI's order of keys (modules/processing.py, `Processed.js`). */
export const answerInfo = (wish: Txt2img, facts: PictureFacts, { seeds, infotexts, timestamp }: DrawnBatch): string =>
  JSON.stringify({
    prompt: facts.prompt,
    all_prompts: seeds.map(() => facts.prompt),
    negative_prompt: facts.negativePrompt,
    all_negative_prompts: seeds.map(() => facts.negativePrompt),
    seed: seeds[0],
    all_seeds: seeds,
    subseed: wish.variationSeed,
    all_subseeds: seeds.map((_, index) => wish.variationSeed + index),
    subseed_strength: wish.variationStrength,
    width: wish.width,
    height: wish.height,
    sampler_name: wish.sampler,
    cfg_scale: wish.cfgScale,
    steps: wish.steps,
    batch_size: wish.batchSize,
    restore_faces: false,
    face_restoration_model: null,
    sd_model_name: facts.model,
    sd_model_hash: facts.modelHash,
    sd_vae_name: facts.vae,
    sd_vae_hash: null,
    seed_resize_from_w: -1,
    seed_resize_from_h: -1,
    denoising_strength: facts.denoisingStrength,
    extra_generation_params: facts.loraHashes === "" ? {} : { "Lora hashes": facts.loraHashes },
    index_of_first_image: 0,
    infotexts,
    styles: wish.styles,
    job_timestamp: timestamp,
    clip_skip: facts.clipSkip,
    is_using_inpainting_conditioning: false,
    version: facts.version,
  });
