import { number } from "./counts-en.js";

/** Sentences of the Sweep room around its grid. */
export const sweepPageEn = {
  nothingYet: "nothing drawn yet",
  roomCells: (done: number, total: number) => `${number(done)} of ${number(total)} cells`,
  invite:
    "Which checkpoint, at which strength? A sweep draws them all, proves that each picture has the LoRA in it, and says which is best.",
};
