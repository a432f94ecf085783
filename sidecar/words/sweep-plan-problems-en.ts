import { bytesOf, type SweepProblemValues, type SweepProblemWords } from "./sweep-problem-values.js";

const hours = (seconds: string | number | undefined): string => (Number(seconds ?? 0) / 3600).toFixed(1);

/** Where in a list of values something is wrong. */
const at = ({ axis, piece }: SweepProblemValues): string => (piece === "" ? `${axis}` : `${axis}: "${piece}"`);

const values = (message: (values: SweepProblemValues) => string, remedy: string): SweepProblemWords => ({
  message,
  remedy: () => remedy,
});

/** Sentences about what a planned sweep lacks. */
export const sweepPlanProblemsEn = {
  loraMissing: values(({ path }) => `There is no file ${path}.`, "Choose the file again; it may have been moved."),
  loraGrowing: values(
    ({ path, bytes }) => `${path} is still being written: ${bytesOf(bytes)} so far.`,
    "Wait until the training has saved it.",
  ),
  loraCut: values(
    ({ path, bytes, promised }) => `${path} is not whole: it has ${bytes} bytes, its header promises ${promised}.`,
    "A file of an interrupted run or download is no use; save it again.",
  ),
  loraNotSafetensors: values(
    ({ path }) => `${path} is no safetensors file.`,
    "Sweeps draw with .safetensors files; other kinds can run programs of their own.",
  ),
  notANumber: values((all) => `${at(all)} is no number.`, "Write 0.5, a list 0.25, 0.5, or a range 0.25-1.0(+0.25)."),
  notWhole: values((all) => `${at(all)}: whole numbers are expected.`, "Write 1-5, 20, 24 or 1-10 [5]."),
  outOfRange: {
    message: (all) =>
      `${at(all)} lies outside${all.minimum === undefined ? "" : ` ${all.minimum}`} to${all.maximum === undefined ? " no end" : ` ${all.maximum}`}.`,
    remedy: () => "Take values within these limits.",
  },
  stepIsZero: values((all) => `${at(all)} has a step of 0.`, "Write a step, for instance (+0.25)."),
  countIsZero: values((all) => `${at(all)} asks for no values at all.`, "Write how many, for instance [5]."),
  nothingToFill: values(
    (all) => `${at(all)} has nothing to go on from.`,
    "Write the first two and the last: 0.1, 0.2, .., 1.0.",
  ),
  tooManyValues: values(
    (all) => `${at(all)} makes more than ${all.maximum ?? 1000} values.`,
    "Take a larger step, or say how many: 0-1 [5].",
  ),
  notASize: values((all) => `${at(all)} is no size.`, "Write width and height in pixels: 512x768."),
  sizeStep: values(
    (all) => `${at(all)}: the WebUI draws sides that are multiples of 8 and would cut this one.`,
    "Take multiples of 8, better of 64.",
  ),
  notYesOrNo: values((all) => `${at(all)} is neither True nor False.`, "Write True, False or both."),
  replaceNeedsValue: values(
    (all) => `${at(all)} does not say what is replaced.`,
    "Write the word first: word, other, third.",
  ),
  tooManyToOrder: values(
    (all) => `${at(all)} has more than ${all.maximum} parts, which have too many orders.`,
    "Name five parts at most.",
  ),
  orderNeedsParts: values((all) => `${at(all)}: one part has no order.`, "Name two to five parts of the prompt."),
  noValues: values(({ axis }) => `${axis} has no values.`, "Write at least one, or take the axis away."),
  unknownAxis: values(({ axis }) => `There is no axis "${axis}".`, "Choose one of the list."),
  axisTwice: values(({ axis }) => `${axis} is there twice.`, "Join the values into one list."),
  unknownName: {
    message: ({ axis, value }) => `The WebUI has no ${axis} "${value}".`,
    remedy: ({ choices }) => (choices === "" ? "Look into the WebUI for its name." : `It has: ${choices}.`),
  },
  wrongFamily: values(
    ({ lora, loraFamily, checkpoint, checkpointFamily }) =>
      `${lora} was made for ${loraFamily}, and ${checkpoint} is ${checkpointFamily}: it would draw as if there were no LoRA.`,
    "Choose a base checkpoint of the same family.",
  ),
  familyNotKnown: values(
    ({ checkpoint }) =>
      `What kind of model ${checkpoint} is, is not known, as its file cannot be read here: whether the LoRA fits it is not checked.`,
    "Look at the first pictures: one that does not fit draws as if there were no LoRA, and is marked as wrong.",
  ),
  noWebui: values(
    ({ error }) => `No WebUI is there to draw. ${error}`,
    "Open the studio as a tab of your WebUI, connect one by its address, or rehearse with the stand-in.",
  ),
  noCheckpoint: values(() => "The WebUI has no base checkpoint loaded.", "Choose the base checkpoint."),
  noStrength: values(
    () => "Nothing but the control would be drawn: no strength is other than 0.",
    "Write strengths such as 0.25-1.0(+0.25).",
  ),
  nothingToDraw: values(() => "Every cell is marked SKIP.", "Take SKIP: away from some values."),
  tooManyCells: values(({ cells, maximum }) => `${cells} cells are more than ${maximum}.`, "Take fewer values."),
  varySeedsCompared: values(
    ({ axis }) =>
      `The seed cannot rise along ${axis}: cells of different strengths are compared with each other and with the control, and need the same seed.`,
    "Let it rise along prompts or another axis.",
  ),
  varySeedsUnknown: values(
    ({ axis }) => `The seed is to rise along ${axis}, which is no axis of this sweep.`,
    "Choose an axis that is there.",
  ),
  needleMissing: values(
    ({ needle }) => `No prompt holds "${needle}", which is to be replaced: all of its cells would be the same.`,
    "Put the word into a prompt, or write another first value.",
  ),
  needleMissingSome: values(
    ({ needle, prompts }) => `${prompts} prompts do not hold "${needle}"; there the values make no difference.`,
    "Put the word into these prompts too.",
  ),
  diskFull: values(
    ({ bytes, free }) => `The pictures need about ${bytesOf(bytes)}, and ${bytesOf(free)} are free.`,
    "Make room, or draw less.",
  ),
  rehearsalLora: values(
    ({ lora }) => `${lora} was made by the stand-in trainer: in a real WebUI it draws as good as nothing.`,
    "Choose a trained file, or rehearse the sweep too.",
  ),
  sameContent: values(
    ({ first, second }) => `${second} is the same file as ${first}; it is drawn once.`,
    "Nothing needs to be done.",
  ),
  sameWeights: values(
    ({ first, second }) => `${second} has the same weights as ${first}: its pictures will be the same.`,
    "Leave one of them out.",
  ),
  triggerMissing: values(
    ({ trigger }) => `No prompt holds the trigger word ${trigger}: only what comes unasked would be seen.`,
    "Put the word into the prompts.",
  ),
  promptNamesTraits: values(
    ({ tags }) => `The prompts name ${tags}. What a prompt names proves nothing about the LoRA, and does not count.`,
    "Leave hair and eye colour out, so that the trigger word alone has to bring them.",
  ),
  fewSeeds: values(() => "One seed cannot tell the LoRA from chance.", "Take three seeds or more for a verdict."),
  noTrigger: values(
    () => "It is not known which word calls the LoRA up.",
    "Name the trigger word; prompts without it show what comes unasked.",
  ),
  denoisingWithoutHires: values(
    () => "Denoising means nothing without a second pass: its values draw the same pictures.",
    "Add an axis of hires scale, or take Denoising away.",
  ),
  otherLora: values(
    ({ name }) =>
      `The prompts also name the LoRA ${name}, and the WebUI has no such file: it would be left out without a word.`,
    "Correct the name, or take it out.",
  ),
  longTime: values(
    ({ seconds }) => `This takes about ${hours(seconds)} hours.`,
    "It can be paused at any time. Fewer seeds or strengths, or the search from coarse to fine, take less.",
  ),
  trainingRuns: values(() => "A training run has the graphics card.", "Drawing begins when it has ended."),
} satisfies Record<string, SweepProblemWords>;
