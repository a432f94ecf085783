import { known, pipName, type TrainingCauseWords } from "./training-cause-values.js";

/** Why a tool for LoRA files ended without its file, or with less than was hoped for. */
export const loraToolCausesEn = {
  gpuMemory: {
    title: "Out of GPU memory",
    message: () => "The graphics card ran out of memory.",
    remedy: () => "Leave the device out: on the processor it takes longer and needs main memory only.",
  },
  memory: {
    title: "Out of main memory",
    message: () => "Main memory ran out, or the system ended the tool for it.",
    remedy: () =>
      "Close other programs, load with fp16, or enlarge swap or page file. Two whole models must fit at once.",
  },
  missingPackage: {
    title: "Python package missing",
    message: (values) => `The Python package ${known(values, "package", (name) => name, "?")} is not installed.`,
    remedy: (values) =>
      `Install it into the trainer's environment${known(values, "package", (name) => `: pip install ${pipName(name)}`)}.`,
  },
  versionMismatch: {
    title: "Versions do not fit",
    message: (values) =>
      `Parts of the trainer's Python environment do not fit together${known(values, "detail", (text) => `: ${text}`)}.`,
    remedy: () => "Install the versions that the trainer's requirements name.",
  },
  scriptMissing: {
    title: "Tool not there",
    message: (values) => `This trainer does not have the script${known(values, "file", (file) => ` ${file}`)}.`,
    remedy: () => "Use a newer sd-scripts.",
  },
  notStarted: {
    title: "Not started",
    message: (values) => `The tool could not be started${known(values, "reason", (reason) => `: ${reason}`)}.`,
    remedy: () => "Choose the trainer's folder and its Python again.",
  },
  noGpu: {
    title: "No usable graphics card",
    message: () => "PyTorch finds no graphics card that it can use.",
    remedy: () => "Leave the device out: the tool also works on the processor.",
  },
  diskFull: {
    title: "Disk full",
    message: () => "The disk was full while the new file was written.",
    remedy: () => "Make room, or choose another folder. What was written of it is removed.",
  },
  permission: {
    title: "No permission",
    message: (values) => `The tool may not read or write${known(values, "file", (file) => ` ${file}`, " a file")}.`,
    remedy: () => "Change the permissions, or choose another folder for the new file.",
  },
  refusedArguments: {
    title: "Arguments refused",
    message: (values) => `The tool does not take its arguments${known(values, "detail", (text) => `: ${text}`)}.`,
    remedy: () => "This trainer is of another version. Leave the argument out, or use a newer sd-scripts.",
  },
  differentDims: {
    title: "Different dimensions",
    message: () => "The LoRAs have different dimensions; a plain merge adds them number by number.",
    remedy: () => "Merge by SVD, or put them side by side (concat).",
  },
  dimTooLarge: {
    title: "Dimension too large",
    message: () => "The new dimension is larger than a layer of the file allows.",
    remedy: () => "Choose a smaller one; the dimension of convolutions is set apart.",
  },
  wrongFamily: {
    title: "Wrong kind of model",
    message: () => "The file is not of the kind of model that the tool was told.",
    remedy: () => "Choose the kind of model again; both files must be of the same.",
  },
  notAModel: {
    title: "Not a model file",
    message: () => "A file could not be read as what it should be.",
    remedy: () => "Look through it first; it may be cut off, or something else under this name.",
  },
  nothingMerged: {
    title: "Nothing was merged",
    message: (values) =>
      `The model has none of the ${known(values, "count", (text) => `${text} `)}layers that the LoRA changes. The new file would have been the old model.`,
    remedy: () => "Choose a model of the LoRA's own kind.",
  },
  partlyMerged: {
    title: "Merged in part",
    message: (values) => `For ${known(values, "count", (text) => text, "some")} layers of the LoRA the model has none.`,
    remedy: () => "Where the text encoder was trained and is not in the model, that is to be expected.",
  },
  brokenWeights: {
    title: "Broken weights",
    message: (values) =>
      `The new file holds NaN or infinite values${known(values, "name", (name) => `, first ${name}`)}.`,
    remedy: () => "Save as float or bf16, and look through the files that it was made of.",
  },
  resultMissing: {
    title: "No file",
    message: () => "The tool ended as if all were well, and made no file.",
    remedy: () => "The log tells more.",
  },
  resultCut: {
    title: "File cut off",
    message: () => "The new file is shorter than it should be, and was removed.",
    remedy: () => "Look whether the disk is full, and start the tool again.",
  },
  killed: {
    title: "Ended from outside",
    message: (values) => `The tool was ended (${known(values, "signal", (signal) => signal, "?")}), and not from here.`,
    remedy: () => "Start it again. Nothing of it was kept.",
  },
  unknown: {
    title: "Failed",
    message: (values) => `The tool ended with an error${known(values, "exception", (text) => `: ${text}`)}.`,
    remedy: () => "The log tells more.",
  },
} satisfies Record<string, TrainingCauseWords>;

export type ToolCauseName = keyof typeof loraToolCausesEn;
