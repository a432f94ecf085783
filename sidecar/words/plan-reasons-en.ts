import { count, number, pictures } from "./counts-en.js";

/** What a reason's sentence is made of. */
export type ReasonValues = Readonly<Record<string, string | number>>;

const of = (values: ReasonValues, name: string): number => Number(values[name] ?? 0);

/** Why a number of a proposed plan is what it is, by the reason's name. */
export const planReasonsEn = {
  asked: () => "You asked for it.",
  preset: (values: ReasonValues) =>
    values.preset === undefined ? "The preset has it so." : `The preset “${values.preset}” has it so.`,
  familyOfModel: (values: ReasonValues) => `The base model's own file says that it is ${values.title}.`,
  familyAsked: (values: ReasonValues) => `${values.title}, as you chose.`,
  familyUsual: (values: ReasonValues) =>
    `No base model is named yet; ${values.title} is what most people use today. Name the model, and its file decides.`,
  standardType: () => "The ordinary LoRA: every WebUI reads it.",
  typeAsked: (values: ReasonValues) => `${values.title}, as you chose.`,
  repeatsFolder: (values: ReasonValues) => `The folder's own name says ${number(of(values, "repeats"))}.`,
  repeatsUsual: (values: ReasonValues) =>
    `${pictures(of(values, "images"))} × ${number(of(values, "repeats"))} are about ${number(of(values, "showings"))} an epoch: enough to look at the LoRA between epochs.`,
  repeatsSolved: (values: ReasonValues) =>
    `Solved from ${number(of(values, "steps"))} steps and ${number(of(values, "epochs"))} epochs.`,
  epochsSolved: (values: ReasonValues) =>
    `${number(of(values, "steps"))} steps ÷ ${number(of(values, "perEpoch"))} an epoch = ${(of(values, "steps") / Math.max(1, of(values, "perEpoch"))).toFixed(2).replace(/\.?0+$/, "")}.`,
  stepsExact: (values: ReasonValues) =>
    `${number(of(values, "steps"))} steps are less than half an epoch of ${number(of(values, "perEpoch"))}.`,
  stepsCharacter: (values: ReasonValues) =>
    `A character takes about 120 steps a picture, 1,500 to 3,500 in all: ${number(of(values, "steps"))} here. The article trains 5,000 to 8,000 with Adafactor.`,
  stepsConcept: (values: ReasonValues) =>
    `An outfit or object takes about 475 × √pictures, 2,000 to 12,000: ${number(of(values, "steps"))} here.`,
  stepsStyle: (values: ReasonValues) =>
    `A style takes about 50 steps a picture, 1,000 to 3,000: ${number(of(values, "steps"))} here.`,
  stepsAdafactor: (values: ReasonValues) =>
    `Adafactor learns slowly by itself: the article trains 5,000 to 8,000 steps, ${number(of(values, "steps"))} here.`,
  oneFolder: () => "The pictures stay where they are: the folder is named to the trainer with its repeats.",
  savesEpochs: (values: ReasonValues) =>
    `About eight files to compare: every ${count(of(values, "every"), "epoch", "epochs")}.`,
  savesSteps: (values: ReasonValues) => `About eight files to compare: every ${number(of(values, "every"))} steps.`,
  dimEnough: (values: ReasonValues) =>
    `${number(of(values, "dim"))} is ample for about 20 pictures, says the article; a larger one mostly makes the file larger.`,
  dimStyle: (values: ReasonValues) => `A style has more to hold than one character: ${number(of(values, "dim"))}.`,
  alphaHalf: (values: ReasonValues) =>
    `Half of the dim, as most guides have it: the rates then act as they are meant. The article's 1 acts ${number(of(values, "alpha"))} times less.`,
  alphaSame: () => "As the dim: the learning rate acts as it is written.",
  adamwEverywhere: () => "AdamW needs no package beside the trainer, and most rates in guides are meant for it.",
  rateXl: (values: ReasonValues) =>
    `${values.rate}: SDXL breaks at higher rates; guides name 4e-5 to 1e-4, one notebook 3e-4.`,
  rateUsual: (values: ReasonValues) => `${values.rate} is the usual rate; it holds for what has none of its own.`,
  rateUnet: (values: ReasonValues) =>
    `${values.rate} for the U-Net, which learns the picture. One notebook goes up to 5e-4.`,
  rateTextEncoder: (values: ReasonValues) =>
    `${values.rate}, half of the U-Net's: a text encoder that learns too fast forgets other words.`,
  rateFlow: (values: ReasonValues) => `${values.rate}, as the trainer's own documents begin with.`,
  unetOnlyXl: () => "Highly recommended for SDXL: its two text encoders suffer easily, and memory is saved.",
  unetOnlyFlow: () => "The text encoders are large language models; they stay as they are, and their outputs are kept.",
  cosine: () => "The rate falls smoothly to 0: the last checkpoints change little, and are easy to compare.",
  constantFlow: () => "The trainer's documents train flow models at an even rate.",
  warmup: (values: ReasonValues) =>
    `${values.percent} % of the run to reach the full rate: the first steps tear nothing.`,
  captionText: () => "The captions are .txt files; without this the trainer looks for .caption and finds none.",
  shuffle: () => "Tags are shown in another order each time, so that the LoRA does not learn the order.",
  keepTrigger: () => "The first tag, the trigger word, stays in front while the others are shuffled.",
  halfPrecision: () => "16 bits in the computing: half the memory, twice the speed.",
  saveHalf: () => "16 bits in the file: half as large, no difference to be seen.",
  bf16: () => "These models were made in bf16; fp16 may overflow.",
  saveBf16: () => "As it is computed.",
  sdpa: () => "PyTorch's own attention: quick, and nothing to install.",
  cacheLatents: () => "Each picture is encoded once instead of at every step.",
  cacheTextEncoder: () => "Captions are encoded once; the text encoders then leave the GPU's memory.",
  noHalfVae: () => "SDXL's VAE overflows in 16 bits and answers black.",
  checkpointing: () => "Parts are computed again instead of kept: much less memory, about a third slower.",
  fp8: () => "The frozen weights in 8 bits: half their memory.",
  swap: (values: ReasonValues) =>
    `${number(of(values, "blocks"))} blocks wait in main memory, since the GPU has ${number(of(values, "memory"))} GiB: slower, but it fits.`,
  vPrediction: () => "The base model's file says that it predicts v; trained otherwise, it turns to noise.",
  zeroTerminalSnr: () => "The base model's file says that it was made with zero terminal SNR.",
  minSnr: () => "5, as its paper: easy timesteps do not outweigh the others, and training converges sooner.",
  resolutionAbove: (values: ReasonValues) =>
    `Most pictures have ${number(of(values, "width"))} × ${number(of(values, "height"))}, within ${number(of(values, "side"))}² of area: each is trained as large as it is.`,
  resolutionFamily: (values: ReasonValues) =>
    `${number(of(values, "side"))}² is what this family is trained with; larger pictures are brought down to that area.`,
  resolutionPictures: (values: ReasonValues) =>
    `All pictures have ${number(of(values, "width"))} × ${number(of(values, "height"))}: the article trains at the pictures' own size.`,
  buckets: () => "Pictures of other shapes are brought to a bucket near theirs instead of being cut to one.",
  noUpscale: () => "Small pictures are never enlarged, which would teach blur.",
  bucketStep: (values: ReasonValues) => `Sides of buckets are multiples of ${number(of(values, "step"))}.`,
  bucketLimits: (values: ReasonValues) =>
    `Sides from ${number(of(values, "least"))} to ${number(of(values, "most"))}: no picture of a usual shape falls outside.`,
  safetensors: () => "The format every WebUI reads, and it cannot run code.",
  seed: () => "A fixed seed: two runs of one plan can be compared.",
  workers: () => "Two processes prepare pictures beside the training.",
  workersStay: () => "They stay from epoch to epoch; on Windows starting them anew takes seconds each time.",
  batchOne: () => "One picture a step is what step figures of guides mean, and takes the least memory.",
  batchRoomy: (values: ReasonValues) =>
    `${number(of(values, "memory"))} GiB hold two pictures a step: quicker, and each step is steadier.`,
  timesteps: (values: ReasonValues) => `${values.value}, as the trainer's document for this family has it.`,
  predictionRaw: () => "raw, as the trainer's document for this family has it.",
  guidanceOne: () => "1.0, as the trainer's document has it: the guidance is distilled into the model.",
  guidanceChroma: () => "0: Chroma has no guidance, and the trainer insists on it.",
  maskChroma: () => "Chroma was made with it, and the trainer insists on it.",
  weighting: (values: ReasonValues) => `${values.value}, as the trainer's document for this family has it.`,
  flowShift: (values: ReasonValues) => `${values.value}, as the trainer's document for this family has it.`,
  splitAttention: () => "Attention is computed in parts: less memory, as the trainer's document has it.",
};

export type PlanReasonWords = typeof planReasonsEn;
export type ReasonName = keyof PlanReasonWords;
export const isReason = (name: string): name is ReasonName => Object.hasOwn(planReasonsEn, name);
