import { count, number, pictures } from "./counts-en.js";
import { planCostEn } from "./plan-cost-en.js";
import { planDialogsEn } from "./plan-dialogs-en.js";
import { planExchangeEn } from "./plan-exchange-en.js";
import { planReasonsEn } from "./plan-reasons-en.js";
import { planRulesEn } from "./plan-rules-en.js";
import { planStepsEn } from "./plan-steps-en.js";

const steps = (value: number): string => count(value, "step", "steps");
const epochs = (value: number): string => count(value, "epoch", "epochs");
const errors = (value: number): string => count(value, "error", "errors");
const warnings = (value: number): string => count(value, "warning", "warnings");

/** Sentences of the planning room. */
export const planPageEn = {
  rules: planRulesEn,
  reasons: planReasonsEn,
  steps: planStepsEn,
  exchange: planExchangeEn,
  ...planCostEn,
  ...planDialogsEn,
  state: (exact: number | null, found: number, doubtful: number) => {
    if (found > 0) return `${errors(found)}: cannot start`;
    const said = exact === null ? "steps not known yet" : steps(exact);
    return doubtful > 0 ? `${said}, ${warnings(doubtful)}` : said;
  },
  noPlan: "no plan yet",
  reading: "reading the plan …",
  needFolder:
    "Open a folder of pictures, and a training is planned for them: how many steps, what it costs, what could go wrong.",
  openFile: "Open a configuration …",
  export: "Export …",
  compare: "Compare …",
  plans: "Plans …",
  noPlanYet: "There is no plan for these pictures yet. Say what you want, and one is proposed.",
  conflict: "Another window has changed this plan. What you see here is not saved yet.",
  takeTheirs: "Take theirs",
  keepMine: "Keep mine",
  saved: "Saved",
  saving: "Saving …",
  notSaved: "Not saved",
  examining: "Working it out …",
  unknown: "not known yet",

  have: "What you have",
  more: (value: number) => `${number(value)} more`,
  folderSentence: (total: number, repeats: number | null) =>
    repeats === null || repeats === 1
      ? `holds ${pictures(total)}.`
      : `holds ${pictures(total)}, each shown ${number(repeats)} times an epoch.`,
  setSentence: (total: number, repeats: number | null) =>
    repeats === null || repeats === 1
      ? `${pictures(total)}.`
      : `${pictures(total)}, each shown ${number(repeats)} times an epoch.`,
  captionSentence: (captioned: number, total: number) =>
    captioned === total
      ? "All have captions."
      : captioned === 0
        ? "None has a caption yet."
        : `${number(captioned)} of ${number(total)} have captions.`,
  triggerSentence: (trigger: string, having: number, captioned: number) =>
    having === captioned
      ? `The trigger “${trigger}” is in every caption.`
      : `The trigger “${trigger}” is in ${number(having)} of ${number(captioned)} captions.`,
  triggerAlone: (trigger: string) => `Pictures without a caption are trained as “${trigger}”.`,
  regularisation: "regularisation",
  noPictures: "The plan names no folder with pictures that is here.",
  buckets: (value: number) => `How the trainer will see them: ${count(value, "bucket", "buckets")}`,
  bucketRow: (showings: number, batches: number) =>
    batches === showings
      ? count(showings, "showing", "showings")
      : `${count(showings, "showing", "showings")}, ${count(batches, "batch", "batches")}`,
  foreign: "This plan comes from another machine. Say once where its folders lie here:",
  whereLies: (folder: string) => `Where does ${folder} lie here?`,
  folderHere: "Folder on this machine",
  mapIt: "It lies there",
  missing: (path: string) => `${path} is not here.`,
  outside: (path: string) => `${path} lies outside the folders that may be read.`,
  baseModel: "Base model",
  modelPath: "Path of a .safetensors file",
  modelSays: (title: string) => `The file says that it is ${title}.`,
  modelUnknown: "The file does not say what kind of model it is.",
  predictions: { epsilon: "It predicts noise (ε).", v: "It predicts v.", flow: "It predicts a flow." },
  modelMissing: (path: string) => `${path} is not on this machine; a name of Hugging Face is looked for when training.`,
  modelBroken: (why: string) => `The file is broken: ${why}`,
  otherFamily: (is: string, planned: string) => `The file is ${is}, the plan is made for ${planned}.`,
  planFor: (title: string) => `Plan for ${title}`,

  want: "What you want",
  concept: "What is taught",
  patience: "Patience",
  patiences: { quick: "a quick try", usual: "as usual", thorough: "thorough" },
  wantedSteps: "Steps you want",
  fromPictures: "from the pictures",
  gpuMemory: "GPU memory (GiB)",
  gpuUnknown: "not said",
  family: "Kind of base model",
  familyFromFile: "as the file says",
  preset: "Preset",
  noPreset: "none: from your pictures",
  presetNames: {
    article: "The article: Adafactor",
    "adafactor-fixed": "Adafactor at a fixed rate",
    prodigy: "Prodigy finds the rate",
    "colab-sd15": "Colab notebook, SD 1.5",
    "colab-sdxl": "Colab notebook, SDXL",
  } as Record<string, string>,
  loraType: "LoRA type",
  usualType: "the ordinary LoRA",
  trigger: "Trigger word",
  fromFolder: "from the folder's name",
  output: "Folder for the LoRA files",
  besidePictures: "chosen for you",
  outputName: "Name of the LoRA",
  propose: "Propose a plan",
  proposeAnew: "Replace this plan by a new proposal",
  furtherWishes: "More wishes: kind of model, LoRA type, trigger, output …",
  numbersThatMatter: "The settings that matter",
  anew: "Have another plan proposed …",
  proposedAnew: "This plan was proposed anew.",
  takeBack: "Take the earlier one back",
  parts: { images: "pictures", repeats: "repeats", epochs: "epochs", batchSize: "batch size" },
  repeatsInName: "repeats (in the folder's name)",
  repeatsByFolder: "repeats (differ by folder)",
  share: "accumulation × GPUs",
  stepsUnit: "steps",
  iWant: "I want",
  solveFor: "– solve for",
  choice: {
    epochs: (value: number, sum: number) => `${epochs(value)} – ${steps(sum)}`,
    repeats: (value: number, sum: number) => `${count(value, "repeat", "repeats")} – ${steps(sum)}`,
    batchSize: (value: number, sum: number) => `batch size ${number(value)} – ${steps(sum)}`,
    images: (value: number, sum: number) => `${pictures(value)} – ${steps(sum)}`,
  },
  exactly: (value: number) => `stop at exactly ${steps(value)}`,
  allParameters: (value: number) => `All ${number(value)} parameters`,
  noDefault: "not set",
  byDefault: (value: string) => `default ${value === "" ? "empty" : value}`,
  defaultChoice: (value: string) => `${value} (default)`,
  backToDefault: "Back to the default",
  backToDefaultOf: (name: string, value: string) => `${name}: back to the default ${value}`.trim(),
  on: "on",
  off: "off",
  notTaken: (least: number | null, most: number | null) =>
    least === null && most === null
      ? "Not a number the trainer takes; the value before stays."
      : `${most === null ? `At least ${least}` : least === null ? `At most ${most}` : `From ${least} to ${most}`}; the value before stays.`,

  wrong: "What could go wrong",
  nothingWrong: "Nothing speaks against it: this plan can start.",
  severities: { error: "Cannot start", warning: "Likely to disappoint", note: "Good to know" },
  likelihoods: { certain: "certain", likely: "likely", possible: "possible" },
  source: (source: string) => `Source: ${source}`,
  /** Names that another language has for the trainer's arguments. */
  argumentNames: {} as Readonly<Record<string, string>>,
  goTo: (name: string) => `Go to ${name}`,
  places: {
    repeats: "repeats",
    epochs: "epochs",
    steps: "steps",
    max_train_steps: "epochs",
    max_train_epochs: "epochs",
    loraType: "LoRA type",
    datasets: "the folders",
    train_data_dir: "the folders",
  },
  verdict: (found: number, doubtful: number) =>
    found > 0
      ? `${errors(found)}: it cannot start yet`
      : doubtful > 0
        ? `It can start, with ${warnings(doubtful)}`
        : "It can start",
  stepsTitle: "Steps",
  epochsTitle: "Epochs",
  goodToKnow: (value: number) => `${count(value, "thing", "things")} good to know`,
  filesTitle: "Files",
  barSteps: (exact: number, total: number) => `${steps(exact)} · ${epochs(total)}`,
};

export type PlanPageWords = typeof planPageEn;
