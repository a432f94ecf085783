import { known, pipName, type TrainingCauseWords } from "./training-cause-values.js";

const startAgain =
  "What was saved by then is here. Start it again, here or on another machine; or go on from the last LoRA file (network_weights).";

/** The machine and the trainer's installation. */
export const trainingCausesMachineEn = {
  machineLost: {
    title: "The machine lost the run",
    message: (values) =>
      `The machine${known(values, "machine", (name) => ` ${name}`)} was switched off or started anew while it trained, or its trainer was killed.`,
    remedy: () => startAgain,
  },
  machineSilent: {
    title: "The machine is gone",
    message: (values) =>
      `The machine${known(values, "machine", (name) => ` ${name}`)} has not been heard of for too long while it trained.`,
    remedy: () => startAgain,
  },
  machineRefused: {
    title: "The machine could not begin",
    message: (values) =>
      `The machine${known(values, "machine", (name) => ` ${name}`)} could not begin${known(values, "reason", (reason) => `: ${reason}`, ".")}`,
    remedy: () => "Mend that there, or start it again on another machine.",
  },
  cudaOutOfMemory: {
    title: "Out of GPU memory",
    message: (values) =>
      `The graphics card ran out of memory${known(values, "needed", (needed) => `: it asked for ${needed} more`)}${known(values, "total", (total) => ` of ${total} in all`)}.`,
    remedy: () =>
      "Close other programs that use the card (also the WebUI). Then lower the batch size, turn on gradient checkpointing, cache the latents, or lower the resolution.",
  },
  memory: {
    title: "Out of main memory",
    message: (values) =>
      known(
        values,
        "signal",
        () => "The process was killed without a word (SIGKILL). The system does that when main memory runs out.",
        "Main memory ran out.",
      ),
    remedy: () =>
      "Close other programs, set the data loader's workers to 0, cache latents to disk, or enlarge swap or page file. If you ended it yourself, nothing is wrong.",
  },
  sharedMemory: {
    title: "Out of shared memory",
    message: () => "The data loader's workers ran out of shared memory, which is small in containers.",
    remedy: () => "Set the data loader's workers to 0, or start the container with more, such as --shm-size=8g.",
  },
  diskFull: {
    title: "Disk full",
    message: () => "The disk was full while a file was being written. The file that was being written is cut off.",
    remedy: () => "Make room, delete the cut-off file, and save less often or keep fewer of the files.",
  },
  readOnly: {
    title: "Folder cannot be written",
    message: (values) =>
      `The file system is read-only${known(values, "file", (file) => `: ${file}`)}. The trainer looks only when it saves.`,
    remedy: () => "Choose another output folder.",
  },
  permission: {
    title: "No permission",
    message: (values) => `The trainer may not write or read${known(values, "file", (file) => ` ${file}`, " a file")}.`,
    remedy: () =>
      "Change the permissions or choose another folder. On Windows, close programs that hold the file open.",
  },
  noGpu: {
    title: "No usable graphics card",
    message: () => "PyTorch finds no graphics card that it can use.",
    remedy: () => "Check the driver, and that the trainer's PyTorch is the one with CUDA and not the one for the CPU.",
  },
  versionMismatch: {
    title: "Versions do not fit",
    message: (values) =>
      `Parts of the trainer's Python environment do not fit together${known(values, "detail", (detail) => `: ${detail}`)}.`,
    remedy: () =>
      "Install the versions of PyTorch, xformers and NumPy that the trainer's requirements name; a new graphics card needs a new PyTorch.",
  },
  missingPackage: {
    title: "Python package missing",
    message: (values) =>
      `The Python package ${known(values, "package", (name) => name, "?")} is not installed for the trainer.`,
    remedy: (values) =>
      `Install it into the trainer's own environment${known(values, "package", (name) => `: pip install ${pipName(name)}`)}. The name to install may differ.`,
  },
  programMissing: {
    title: "Program not found",
    message: (values) =>
      `The program ${known(values, "program", (program) => program, "of the trainer")} is not there.`,
    remedy: () => "Choose the trainer's Python again in the settings.",
  },
  scriptMissing: {
    title: "Training script not found",
    message: (values) => `Python does not find the training script${known(values, "file", (file) => ` ${file}`)}.`,
    remedy: () => "Choose the trainer's folder again; old versions lack the scripts of new kinds of models.",
  },
  offline: {
    title: "Could not download",
    message: (values) =>
      `The trainer wanted a file from the internet and could not get it${known(values, "address", (address) => `: ${address}`)}. Usually it is the tokenizer, at the first run.`,
    remedy: () => "Connect once, or set tokenizer_cache_dir to a folder that holds the tokenizer.",
  },
  distributed: {
    title: "Several cards did not work together",
    message: () => "Training on several graphics cards failed in their communication.",
    remedy: () => "Train on one card, or end other trainings that use the same port.",
  },
  launcher: {
    title: "accelerate could not start",
    message: (values) => `accelerate did not start the trainer${known(values, "detail", (detail) => `: ${detail}`)}.`,
    remedy: () => "Start the trainer with plain Python, which is enough for one card, or run accelerate config.",
  },
  crashed: {
    title: "Crashed",
    message: (values) =>
      `The process crashed (${known(values, "signal", (signal) => signal, "?")}), outside Python: no message is left.`,
    remedy: () =>
      "Update the graphics driver. If it happens again, use sdpa instead of xformers, and an optimizer without 8 bits.",
  },
  killed: {
    title: "Ended from outside",
    message: (values) =>
      `The process was told to end (${known(values, "signal", (signal) => signal, "?")}), and not from here.`,
    remedy: () => "Start it again; saved states can be resumed.",
  },
  abandoned: {
    title: "Left alone",
    message: () => "Nobody read what the trainer wrote any more, so it ended.",
    remedy: () => "Start it again; saved states can be resumed.",
  },
  notStarted: {
    title: "Not started",
    message: (values) => `The trainer could not be started${known(values, "reason", (reason) => `: ${reason}`)}.`,
    remedy: () => "Check the trainer's folder and its Python in the settings.",
  },
} satisfies Record<string, TrainingCauseWords>;
