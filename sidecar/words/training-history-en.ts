import { count, number } from "./counts-en.js";

const pictures = (value: number): string => count(value, "picture", "pictures");

/** Sentences about sample pictures and about what runs were made of. */
export const trainingHistoryEn = {
  samples: "Sample pictures",
  samplesCount: (value: number, moments: number) =>
    `${pictures(value)} of ${count(moments, "moment", "moments")}, the newest last`,
  samplesSize: "Size of the pictures",
  noSamples:
    "This run makes no sample pictures. With prompts in the plan, and a number for how often, the trainer draws a picture for each prompt while it learns.",
  noSamplesYet: "The plan asks for sample pictures; none has been drawn yet.",
  noSamplesLeft: "The plan asked for sample pictures; none of them is there.",
  putPrompts: "Put prompts into the plan",
  moment: (step: number, epoch: number | null) =>
    step === 0
      ? "before the first step"
      : epoch === null
        ? `step ${number(step)}`
        : `epoch ${number(epoch)} · step ${number(step)}`,
  promptNumber: (index: number) => `Prompt ${number(index + 1)}`,
  promptFacts: (width: number | null, height: number | null, seed: number | null) =>
    [width !== null && height !== null && `${width} × ${height}`, seed !== null && `seed ${seed}`]
      .filter(Boolean)
      .join(" · "),
  notDrawn: "not drawn",
  openSample: (moment: string, prompt: string) => `Enlarge: ${moment}, ${prompt}`,
  goTo: { ArrowUp: "Earlier moment", ArrowDown: "Later moment", ArrowLeft: "Prompt before", ArrowRight: "Next prompt" },
  sampleKeys: "The arrow keys do the same.",
  compareWith: "Compare with",
  compareNone: "nothing",
  compareModes: { slider: "slider", beside: "side by side" },
  compareMode: "How",
  compareHandle: "Left the earlier, right the later picture",
  seedUsed: (seed: number | null) => (seed === null ? "seed by chance" : `seed ${seed}`),
  close: "Close",

  compare: "Compare runs …",
  compareTitle: "Compare two runs",
  firstRun: "First run",
  secondRun: "Second run",
  comparing: "Comparing …",
  results: "Results",
  resultNames: {
    steps: "Steps",
    averageLoss: "Loss at the end",
    seconds: "Time",
    secondsPerStep: "Seconds a step",
    files: "LoRA files",
    bytes: "Size of the last file",
    cause: "What was in the way",
    seed: "Seed",
  },
  plan: "Plan",
  samePlan: "Both plans say the same.",
  planDiffers: (value: number) => `${count(value, "argument differs", "arguments differ")}`,
  pictures: "Pictures",
  picturesSentence: (before: number, after: number, same: number) =>
    `${number(before)} and ${pictures(after)}; ${number(same)} are the same, byte for byte.`,
  samePictures: "Both runs were trained on the same pictures.",
  uncertain: (value: number) =>
    `${pictures(value)} changed while they were recorded: what the trainer saw of them is not certain.`,
  noRecord: (id: number) =>
    `Run ${number(id)} was made before its pictures were recorded, so pictures and captions cannot be compared.`,
  noEnvironment: (id: number) => `Run ${number(id)} was made before trainer and machine were recorded.`,
  kinds: { added: "Added", removed: "Removed", changed: "Changed", renamed: "Renamed" },
  kindCount: (title: string, value: number) => `${title}: ${number(value)}`,
  andMore: (value: number) => `and ${number(value)} more`,
  goneSince: "changed or gone since",
  regularisation: "regularisation",
  folders: "Folders",
  folderSentence: (repeats: number, value: number, trigger: string | null) =>
    `${number(repeats)} × ${pictures(value)}${trigger === null ? "" : `, “${trigger}”`}`,
  noFolder: "not trained",
  captions: "Captions",
  sameCaptions: "No caption differs.",
  captionsSentence: (value: number, reordered: number) =>
    `${count(value, "caption differs", "captions differ")}${reordered === 0 ? "" : `, ${number(reordered)} of them in the order of tags`}.`,
  tagChange: (added: number, removed: number) =>
    [added > 0 && `+${number(added)}`, removed > 0 && `−${number(removed)}`].filter(Boolean).join(" "),
  reordered: "order",
  noCaption: "no caption",
  machine: "Trainer and machine",
  sameMachine: "Trainer, versions and machine are the same.",
  machineNames: {
    trainer: "Trainer",
    trainerFolder: "Folder of the trainer",
    revision: "Revision of the trainer",
    system: "System",
    cards: "Graphics cards",
    driver: "Driver",
    atelier: "LoRA Atelier",
    python: "Python",
  } as Record<string, string>,
};

export type TrainingHistoryWords = typeof trainingHistoryEn;
