import { checkProblemsEn } from "./check-problems-en.js";
import { pictures } from "./counts-en.js";

/** Sentences of the check: what was found, and what to do. */
export const checkEn = {
  open: "Check …",
  title: "What would hurt training",
  run: (total: number) => `Look at ${pictures(total)}`,
  again: (total: number) => `Look at ${pictures(total)} more`,
  note: "Nothing is changed. What is measured is kept, so that the next time is quick.",
  verdicts: {
    ready: "Ready to train",
    warnings: "Can be trained, with warnings",
    "not-trainable": "Cannot be trained yet",
  },
  severities: { error: "stops training", warning: "hurts training", note: "good to know" },
  concept: "What the LoRA learns",
  maxSize: "Largest picture (pixels squared)",
  minImages: "Least pictures",
  nothingFound: "Nothing was found that would hurt training.",
  seenIn: (total: number) => pictures(total),
  unsure: (total: number) => `${pictures(total)}: something could not be told`,
  unsureNames: { sharpness: "sharpness", noise: "noise", exposure: "exposure", background: "background" },
  duplicates: "Copies, mirrored ones and parts",
  duplicateNames: { exact: "the same file", near: "nearly the same", mirrored: "mirrored", crop: "a part of it" },
  moveAway: (total: number) => `Move ${pictures(total)} to the trash folder`,
  spread: "How the pictures are spread",
  noScores: "Nobody has tagged these pictures yet, so their framing, view, pose and expression are not known.",
  cannotTell: "cannot be told",
  problems: checkProblemsEn,
};

export type CheckWords = typeof checkEn;
