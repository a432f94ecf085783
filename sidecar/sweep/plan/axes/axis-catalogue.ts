import type { AxisDefinition } from "./axis-definition.js";
import { hiresAxes } from "./hires-axes.js";
import { modelAxes } from "./model-axes.js";
import { promptAxes } from "./prompt-axes.js";
import { samplingAxes } from "./sampling-axes.js";

/**
 * Every axis that may be added to checkpoints, strengths, prompts and seeds: those of AUTOMATIC1111's and Forge's X/Y/Z plot
 * that mean something in txt2img, and the scale of its second pass.
 */
export const axisCatalogue: readonly AxisDefinition[] = [...samplingAxes, ...modelAxes, ...promptAxes, ...hiresAxes];

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** By its id or its title in the X/Y/Z plot, in any case: `CFG Scale`, `cfgscale`, `cfg`. */
export const axisNamed = (name: string): AxisDefinition | null =>
  axisCatalogue.find(({ id }) => id === name) ??
  axisCatalogue.find(({ id, title }) => [id, title].some((one) => letters(one) === letters(name))) ??
  null;
