import type { SweepSettings } from "../resolved-sweep.js";

/**
 * The trial of the article that our first users follow: its prompt, in which hair and eyes are not named, strengths 0.5 and 0.75,
 * and nine pictures of each. The trigger word and the LoRA are the user's own.
 */
export const articleSweep = (own: SweepSettings): SweepSettings => ({
  ...own,
  strengths: "0.5, 0.75",
  textEncoderStrengths: null,
  prompts: [
    `${own.trigger ?? "okara"},kawaii,cute,(1 girl,solo),arms behind back,[smile,open mouth],close view,from adove,looking to the side,
((Ruffled off-the-shoulder top and denim cutoff skirt):1.1),large breast,
BREAK
((white background,day):1.2),

{lora}`,
  ],
  seeds: "1-9",
  axes: [],
  varySeeds: [],
  keepRandom: false,
  search: "full",
});
