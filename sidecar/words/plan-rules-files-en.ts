import { count } from "./counts-en.js";
import { bytes, of, type PlanRuleWords } from "./plan-rule-values.js";

/** Base model, further files, network module, output. */
export const planRulesFilesEn = {
  baseModelNotGiven: {
    title: "No base model",
    message: () => "No base model is chosen: there is nothing to train on.",
    remedy: () => "Choose the checkpoint whose look is nearest to what you want.",
  },
  baseModelMissing: {
    title: "The base model is not there",
    message: ({ path }) =>
      `${path} does not exist here. The trainer takes a missing file for a Diffusers model and stops after loading for half a minute.`,
    remedy: () => "Choose the file again; a configuration from another machine keeps that machine's paths.",
  },
  baseModelFromHub: {
    title: "Base model from the hub",
    message: ({ path }) => `${path} is no file here; the trainer looks for it on Hugging Face and downloads it.`,
    remedy: () => "Leave it if that is meant and the machine is online; else choose a file.",
  },
  baseModelBroken: {
    title: "The base model cannot be used",
    message: ({ reason }) => `The base model cannot be used: ${reason}`,
    remedy: () => "Download it again, or choose another one.",
  },
  baseModelPickle: {
    title: "The base model can run code",
    message: () =>
      "This base model is a pickle (.ckpt, .pt): the trainer unpickles it, and that can run any code that someone put into it.",
    remedy: () => "Take the .safetensors of the same model, or convert it; use a pickle only if you trust who made it.",
  },
  baseModelFamily: {
    title: "Base model of another kind",
    message: ({ found, planned }) =>
      `The base model is ${found}, the plan is for ${planned}. Each kind has a script of its own, which cannot read the other.`,
    remedy: ({ found }) => `Set the plan to ${found}, or choose another base model.`,
  },
  requiredPath: {
    title: "A model file is not given",
    message: ({ argument }) =>
      `This kind of model also needs ${argument}; the trainer stops with a traceback without it.`,
    remedy: ({ argument }) => `Give the file for ${argument}.`,
  },
  pathInsideCheckpoint: {
    title: "Text encoders not given",
    message: ({ options }) =>
      `Not given: ${options}. That works only if the checkpoint holds these text encoders; many do not.`,
    remedy: () => "Give the files, unless you know that they are inside.",
  },
  fileMissing: {
    title: "A file is not there",
    message: ({ argument, path }) => `${path} (${argument}) does not exist here.`,
    remedy: () => "Choose it again, or leave the setting empty if it is not needed.",
  },
  networkModuleMissing: {
    title: "No network module",
    message: () => "No network module is chosen, so the trainer has no LoRA to make.",
    remedy: ({ usual }) => `The usual one is ${usual}.`,
  },
  networkModuleFamily: {
    title: "Network module of another kind",
    message: ({ module, family }) =>
      `${module} is not made for ${family}: it stops, or finds nothing in that model to train.`,
    remedy: ({ usual }) => `Choose ${usual}.`,
  },
  outputNotGiven: {
    title: "No output folder",
    message: () => "There is no folder to save to. The trainer notices only at its first save, and then all is lost.",
    remedy: () => "Choose a folder.",
  },
  outputNotWritable: {
    title: "Cannot write to the output folder",
    message: ({ folder }) =>
      `${folder} cannot be written to. The trainer does not look beforehand: it trains up to its first save and fails there.`,
    remedy: () => "Choose another folder, or change its permissions.",
  },
  diskFull: {
    title: "Not enough room on the disk",
    message: (values) =>
      `The run will write ${bytes(of(values, "needed"))}, and ${bytes(of(values, "free"))} are free. When a disk fills up, the trainer stops and leaves half a file.`,
    remedy: () => "Free some room, save less often, or choose another disk.",
  },
  overwritten: {
    title: "Files will be written over",
    message: (values) =>
      `${count(of(values, "files"), "file of an earlier run", "files of earlier runs")} will be written over without asking, beginning with ${values.first}.`,
    remedy: () => "Choose another name or folder, unless you no longer need them.",
  },
} satisfies Record<string, PlanRuleWords>;
