import { count, number } from "./counts-en.js";
import { loraToolCausesEn, type ToolCauseName } from "./lora-tools-causes-en.js";
import type { TrainingCauseWords } from "./training-cause-values.js";

type Values = Readonly<Record<string, string | number>>;
export interface FindingWords {
  message(values: Values): string;
  remedy(values: Values): string;
}

const some = (values: Values): number => Number(values.count ?? 0);

/** What is found in a LoRA file that is looked through. */
const findings = {
  cut: {
    message: ({ bytes, promised }) =>
      `The file is cut off: it has ${number(Number(bytes))} bytes, its header promises ${number(Number(promised))}.`,
    remedy: () => "Copy, download or save it again.",
  },
  tooLong: {
    message: ({ bytes, promised }) =>
      `The file is longer than its header promises: ${number(Number(bytes))} bytes instead of ${number(Number(promised))}.`,
    remedy: () => "Something was added to it. Save or download it again.",
  },
  noLora: {
    message: () => "No weights of a LoRA are in this file.",
    remedy: () => "Choose a LoRA; a whole model is not one.",
  },
  nan: {
    message: (values) => `${count(some(values), "tensor holds", "tensors hold")} NaN, first ${values.name}.`,
    remedy: () => "The file draws black pictures. Use an earlier one of the run, and train with a lower learning rate.",
  },
  infinite: {
    message: (values) =>
      `${count(some(values), "tensor holds", "tensors hold")} infinite values, first ${values.name}.`,
    remedy: () => "The numbers were too large for the type they were saved in. Save as bf16 or float.",
  },
  unpaired: {
    message: (values) => `${count(some(values), "module lacks", "modules lack")} one half, first ${values.name}.`,
    remedy: () => "The file was changed by a program that does not know its layout. Make it again.",
  },
  learntNothing: {
    message: () => "Every module is zero: this LoRA changes nothing.",
    remedy: () => "It was saved before its first step, or its learning rate was 0.",
  },
  zeroModules: {
    message: (values) => `${number(some(values))} of ${number(Number(values.of))} modules are zero and change nothing.`,
    remedy: () => "That is right where a part was not trained, such as the text encoder.",
  },
  unread: {
    message: (values) => `${count(some(values), "tensor is", "tensors are")} of a type that is not looked into here.`,
    remedy: () => "Weights of 8 bits are not checked.",
  },
  noMetadata: {
    message: () => "The file does not say how it was trained.",
    remedy: () => "It works all the same. Train without no_metadata to keep that.",
  },
} satisfies Record<string, FindingWords>;

export type VerifyFinding = keyof typeof findings;

/** Sentences of the tools for LoRA files. */
export const loraToolsEn = {
  findings: findings as Record<VerifyFinding, FindingWords>,
  causes: loraToolCausesEn as Record<ToolCauseName, TrainingCauseWords>,
  title: "LoRA tools",
  button: "Tools …",
  buttonOf: (name: string) => `Tools for ${name}`,
  sectionTitle: "Tools for LoRA files",
  sectionNote: "Look through a file, make it smaller, merge several, or take a LoRA out of two models.",
  anyFile: "LoRA file (whole path)",
  open: "Open tools",
  recent: "Worked on lately",
  showRun: (tool: string, id: number) => `Show: ${tool}, ${number(id)}`,
  tool: "What to do",
  tools: {
    verify: "Look through the file (without the trainer)",
    resize: "Resize: fewer dimensions, smaller file",
    merge: "Merge LoRAs into one (same dimensions)",
    mergeBySvd: "Merge LoRAs by SVD (any dimensions)",
    mergeInto: "Merge LoRAs into a model",
    extract: "Extract a LoRA from two models",
    check: "The trainer's own list of weights",
  } as Record<string, string>,
  arguments: {
    new_rank: "New dimension",
    new_conv_rank: "New dimension of convolutions",
    dim: "Dimension",
    conv_dim: "Dimension of convolutions",
    dynamic_method: "Choose the dimension of each layer",
    dynamic_param: "How much is kept",
    save_precision: "Precision of the new file",
    precision: "Precision while it works",
    load_precision: "Precision while it loads",
    device: "Device (cuda for the graphics card)",
    verbose: "Log what each layer keeps",
    concat: "Put side by side (dimensions add up)",
    shuffle: "Shuffle the dimensions",
    no_metadata: "Write no description of the model",
    mem_eff_load_save: "Load and save with little memory",
    mem_eff_safe_open: "Load with little memory",
    clamp_quantile: "Values are limited to this quantile",
    min_diff: "Least difference that counts",
    v_parameterization: "The models predict v",
    show_all_keys: "Show all keys",
  } as Record<string, string>,
  choices: {
    "": "not given",
    sv_ratio: "ratio of singular values",
    sv_fro: "part of the norm (Frobenius)",
    sv_cumulative: "part of the sum",
    float: "float (32 bits)",
    fp16: "fp16",
    bf16: "bf16",
  } as Record<string, string>,
  asFile: "as the file is",
  family: "Kind of model",
  familyFound: "found in the file",
  moreLoras: "LoRA files to merge, one path a line",
  ratios: "Strength of each, in the same order",
  files: {
    checkpoint: "Model to merge into (whole path)",
    original: "Original model (whole path)",
    tuned: "Tuned model (whole path)",
  } as Record<string, string>,
  notes: {
    resize:
      "Fewer dimensions keep most of the effect. The dimension of convolutions also counts for their 1 × 1 layers.",
    merge:
      "Both halves of each LoRA are multiplied by its strength and added: one LoRA at 0.5 keeps a quarter of its effect, and several mix. Merging by SVD adds the effects themselves.",
    mergeBySvd: "The effects are added, each by its strength, and fitted into the new dimension.",
    mergeInto: "The model is written anew with the LoRAs in it; the old file stays.",
    extract: "What the tuned model differs by becomes a LoRA. Both models are in memory at once, and it takes minutes.",
    check: "The trainer's own list: shape, mean and least absolute value of each weight.",
  } as Record<string, string>,
  output: "New file",
  outputHint: "a free name beside the first file",
  allowPickle: "I trust these files: .ckpt and .pt may run any program when they are loaded",
  rehearse: "Rehearse it",
  rehearseHint: "With a stand-in: the new file is made up and good for nothing.",
  start: "Start",
  stop: "Stop",
  back: "Another tool",
  log: "Log",
  rehearsal: "rehearsal",
  emptyLog: "Nothing has been written yet.",
  command: "Exact command",
  close: "Close",
  looking: "Looking through the file …",
  progress: (done: number, total: number) => `${number(done)} of ${number(total)}`,
  secondsLeft: (seconds: number) =>
    seconds < 90 ? `${number(Math.ceil(seconds))} s left` : `${number(Math.ceil(seconds / 60))} min left`,
  phases: {
    starting: "Starting the tool (this takes some seconds)",
    loading: "Loading",
    working: "Working",
    saving: "Saving",
    ended: "Ended",
  } as Record<string, string>,
  states: {
    running: "Running",
    succeeded: "Done: the new file is whole",
    failed: "Failed",
    stopped: "Stopped: nothing was written",
    unknown: "It is not known how it ended",
  } as Record<string, string>,
  listed: "Done: the list is in the log",
  madeFile: "New file",
  openMade: "Tools for the new file",
  fine: "Whole, and nothing speaks against it.",
  errorsFound: (value: number) => `${count(value, "thing is", "things are")} wrong with this file.`,
  warningsFound: (value: number) => `Whole; ${count(value, "thing", "things")} to know.`,
  facts: {
    format: "Layout",
    family: "Kind of model",
    dims: "Dimension",
    alphas: "Alpha",
    types: "Precision",
    modules: "Modules",
    tensors: "Tensors",
    zero: "Modules that are zero",
    steps: "Steps",
    size: "Size",
  } as Record<string, string>,
  size: (bytes: number) =>
    bytes < 1e6 ? `${number(Math.ceil(bytes / 1000))} kB` : `${number(Math.round(bytes / 1e4) / 100)} MB`,
  unknownFamily: "not known",
  blocks: "How much each block changes the model",
  blockNote: "Norm of the change (Frobenius). A LoRA can only be compared with one for the same kind of model.",
  block: "Block",
  norm: "Norm",
  metadata: (value: number) => `What it says of itself (${number(value)})`,
};

export type LoraToolsWords = typeof loraToolsEn;
