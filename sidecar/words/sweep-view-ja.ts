import type { sweepViewEn } from "./sweep-view-en.js";

/** Sentences of the grid of pictures. */
export const sweepViewJa: typeof sweepViewEn = {};
