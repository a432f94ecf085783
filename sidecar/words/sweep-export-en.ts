/** Words on sheets and other exports of a sweep. */
export const sweepExportEn = {
  axes: {
    lora: "LoRA",
    strength: "LoRA strength",
    textEncoder: "Text encoder strength",
    prompt: "Prompt",
    negative: "Negative prompt",
    seed: "Seed",
  },
  noLora: "no LoRA",
  rehearsal: "Rehearsal: drawn by a stand-in, not by a model",
  states: {
    waiting: "not drawn yet",
    failed: "could not be drawn",
    skipped: "skipped",
    left: "not drawn: not promising",
    wrong: "not proven",
    unreadable: "the file cannot be read",
  },
  problems: {
    missingLora: "the LoRA was not used",
    staleLora: "an older LoRA file was used",
    wrongHash: "another LoRA was used",
    loraInControl: "a LoRA was used",
    sameAsControl: "same as without LoRA",
    sameAsStrength: "same as another strength",
    interrupted: "interrupted",
    wrongSize: "wrong size",
    wrongSeed: "wrong seed",
    wrongModel: "another base model",
    blank: "blank",
    noInfotext: "no infotext",
  },
  sweep: "sweep",
  base: "Base",
  steps: "steps",
};

export type SweepExportWords = typeof sweepExportEn;
