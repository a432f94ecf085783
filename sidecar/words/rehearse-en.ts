/** Sentences about the rehearsal of the whole journey. */
export const rehearseEn = {
  button: "Rehearse the journey",
  about:
    "The whole way in a minute or two: 20 drawn pictures of a drawn character are checked, tagged, trained and swept. Trainer and WebUI are stand-ins; nothing of yours is touched.",
  setting: "What to rehearse",
  settings: {
    usual: "the article's training: 20 pictures, 7,000 steps",
    overfitted: "its failure by too much: one picture, 20,000 steps",
    underfitted: "its failure by too little: one picture, 5 steps",
  },
  begins: (folder: string) => `Rehearsal: drawn pictures in ${folder}; trainer and WebUI are stand-ins.`,
  goesOn: (folder: string) => `Rehearsal: goes on in ${folder}, where it was left.`,
  drawing: "The pictures are being drawn …",
  diagnosis: {
    good: "The training is good.",
    overfitted: "Overfitted: every saved file is too strong wherever it does anything.",
    underfitted: "Underfitted: no saved file shows what was taught, at any strength.",
    unclear: "The sweep does not tell what the training was.",
  },
  next: (sentence: string) => `Next time: ${sentence}`,
  report: (path: string) => `Report: ${path}`,
};

export type RehearseWords = typeof rehearseEn;
