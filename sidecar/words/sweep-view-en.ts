/** Sentences of the grid of pictures. */
export const sweepViewEn = {};
