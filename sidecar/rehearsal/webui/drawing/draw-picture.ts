import { baseScene } from "../../pictures/base-scene.js";
import { chance } from "../../pictures/chance.js";
import { mix } from "../../pictures/colour.js";
import { drawScene } from "../../pictures/draw-scene.js";
import { markRehearsal } from "../../pictures/mark.js";
import { promptedScene } from "../../pictures/read-prompt.js";
import { addGrain, burn, melt, type Pixels } from "../../pictures/ruin.js";
import { mixScenes, type Scene } from "../../pictures/scene.js";
import { drawTrainingPicture } from "../../pictures/write-training-set.js";
import { type ActiveLora, affectedScene, effectOf } from "./effect.js";

/** All that a picture depends on. */
export interface PictureWish {
  prompt: string;
  negativePrompt: string;
  seed: number;
  variationSeed: number;
  /** 0–1 */
  variationStrength: number;
  width: number;
  height: number;
  steps: number;
  cfgScale: number;
  loras: readonly ActiveLora[];
  /** Sampler, scheduler, checkpoint, VAE, clip skip …: other words, a slightly other picture. */
  manner: readonly string[];
  checkpoint: string;
  /** "GPU", "CPU" or "NV": where its noise comes from. */
  noiseSource: string;
}

/** The same seed gives other noise from another source. */
const noiseSeed = (seed: number, source: string): number =>
  source === "GPU" ? seed : chance("noise", source, seed).next() * 2 ** 32;

function plainScene(wish: PictureWish): Scene {
  const { seed, variationSeed, variationStrength, noiseSource, manner } = wish;
  const own = baseScene(noiseSeed(seed, noiseSource));
  const varied =
    variationStrength > 0
      ? mixScenes(own, baseScene(noiseSeed(variationSeed, noiseSource)), Math.min(1, variationStrength))
      : own;
  const hand = chance("manner", ...manner);
  const tint = chance("checkpoint", wish.checkpoint);
  const tone = [tint.bell() * 9, tint.bell() * 5, tint.bell() * 9] as const;
  return {
    ...varied,
    skin: [varied.skin[0], varied.skin[1] + tone[1], varied.skin[2] + tone[0]],
    backdropColour: mix(varied.backdropColour, [238 + tone[0], 236 + tone[1], 238 + tone[2]], 0.4),
    pose: {
      ...varied.pose,
      tilt: varied.pose.tilt + hand.bell() * 0.8,
      right: varied.pose.right + hand.bell() * 0.004,
    },
  };
}

/** Draws one picture, with the rehearsal's mark on it. */
export async function drawPicture(wish: PictureWish): Promise<Pixels> {
  const { prompt, seed, width, height, steps, cfgScale } = wish;
  const effect = effectOf(wish.loras, prompt);
  const asked = promptedScene(plainScene(wish), prompt, wish.negativePrompt);
  const { scene, melted, burnt, copied } = affectedScene(asked, effect, prompt, seed);
  const grainSeed = Math.floor(noiseSeed(seed, wish.noiseSource)) >>> 0;
  const pixels = copied
    ? await drawTrainingPicture(copied, grainSeed, width, height)
    : await drawScene(scene, width, height);
  // Few steps leave noise; a high guidance scale burns.
  addGrain(pixels, 2 + 28 / Math.max(1, steps) + melted * 22, grainSeed);
  burn(pixels, Math.min(1, burnt + Math.max(0, (cfgScale - 14) / 20)));
  melt(pixels, melted, grainSeed);
  await markRehearsal(pixels);
  return pixels;
}
