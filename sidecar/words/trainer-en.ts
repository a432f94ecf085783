import { number } from "./counts-en.js";

/** What the sentences of a problem are made of. */
type TrainerValues = Readonly<Record<string, string | number>>;

/** A problem's sentences: what was found and why it matters, and what to do. */
export interface TrainerProblemWords {
  title: string;
  message(values: TrainerValues): string;
  remedy(values: TrainerValues): string;
}

const quoted = (said: string | number | undefined): string => (said ? ` (“${said}”)` : "");

/** What may be wrong with a trainer or its Python. */
export const trainerProblemsEn = {
  scriptsMissing: {
    title: "No training script",
    message: ({ folder }) => `${folder} has no script that trains a LoRA (train_network.py and its sisters).`,
    remedy: () => "Choose the folder of sd-scripts itself, or get it again.",
  },
  scriptFails: {
    title: "The training script does not load",
    message: ({ script, reason }) => `${script} does not load: ${reason}.`,
    remedy: () =>
      "Install the requirements.txt of this sd-scripts into its venv; after an update of sd-scripts they change.",
  },
  pythonMissing: {
    title: "Python is missing",
    message: ({ python }) => `The trainer's Python was not found (${python}).`,
    remedy: () => "Make a venv inside the sd-scripts folder, or name the Python in SD_SCRIPTS_PYTHON.",
  },
  pythonUnrunnable: {
    title: "Python cannot be started",
    message: ({ python, reason }) => `${python} cannot be started: ${reason}.`,
    remedy: () => "Check that it is the Python program and may be run; else make the venv again.",
  },
  pythonFailed: {
    title: "Python does not work",
    message: ({ python, exit, said }) =>
      `${python} does not answer as a Python does: it ended with ${exit}${quoted(said)}.`,
    remedy: () => "Make the venv again: one whose Python was removed or that was moved no longer works.",
  },
  pythonFlooded: {
    title: "Python does not work",
    message: ({ python }) => `${python} prints without end and was ended: it is no Python.`,
    remedy: () => "Choose the Python program itself (SD_SCRIPTS_PYTHON), or make the venv again.",
  },
  pythonSilent: {
    title: "Python does not answer",
    message: (values) =>
      `${values.python} did not answer within ${number(Number(values.seconds))} seconds and was ended.`,
    remedy: () => "Try once more: the first start after an update is slow. Else make the venv again.",
  },
  pythonOld: {
    title: "Python is too old",
    message: ({ version, wanted }) => `The trainer's Python is ${version}; sd-scripts is made for ${wanted} or newer.`,
    remedy: ({ wanted }) => `Install Python ${wanted} and make the venv again with it.`,
  },
  torchMissing: {
    title: "PyTorch is missing",
    message: ({ python }) => `PyTorch (torch) is not installed for ${python}: nothing can be trained.`,
    remedy: () => "Install torch into the trainer's venv, or choose the Python that has it (SD_SCRIPTS_PYTHON).",
  },
  torchFails: {
    title: "PyTorch does not load",
    message: ({ reason }) => `PyTorch is installed but does not load: ${reason}.`,
    remedy: () => "Install torch again into the trainer's venv; on Windows also the Visual C++ runtime.",
  },
  torchEnds: {
    title: "PyTorch does not load",
    message: ({ exit, said }) => `Python ended with ${exit} while it loaded PyTorch${quoted(said)}.`,
    remedy: () => "Install torch again into the trainer's venv, in a build for this processor and system.",
  },
  torchSilent: {
    title: "PyTorch does not answer",
    message: (values) => `PyTorch did not load within ${number(Number(values.seconds))} seconds and was ended.`,
    remedy: () =>
      "Try once more: its first start is slow. If it stays so, restart the machine: a graphics driver may hang.",
  },
  torchOld: {
    title: "PyTorch is too old for these scripts",
    message: ({ version, wanted }) => `PyTorch is ${version}; this sd-scripts needs ${wanted} or newer.`,
    remedy: ({ wanted }) => `Install torch ${wanted} into the trainer's venv.`,
  },
  torchCpuOnly: {
    title: "PyTorch without graphics card",
    message: ({ card }) =>
      `This machine has ${card}, but its PyTorch is the one for the CPU: training would take days instead of an hour.`,
    remedy: () => "Install torch for CUDA into the trainer's venv (see the steps).",
  },
  cardUnseen: {
    title: "PyTorch does not see the card",
    message: ({ card, version }) => `This machine has ${card}, but PyTorch ${version} cannot use it.`,
    remedy: () => "Update the graphics driver; a driver older than the CUDA of PyTorch is not enough.",
  },
  cardFails: {
    title: "The graphics card does not answer",
    message: ({ reason }) => `PyTorch got an error when it asked for the graphics cards: ${reason}.`,
    remedy: () => "Restart the machine; if that does not help, update the graphics driver.",
  },
  cardUnsupported: {
    title: "PyTorch is too old for the card",
    message: ({ card, capability, version }) =>
      `PyTorch ${version} has no code for ${card} (${capability}): the run stops with “no kernel image is available”.`,
    remedy: () =>
      "Install a torch made for this card: cards of the RTX 50 series need torch 2.8 with CUDA 12.8 or newer.",
  },
  noCard: {
    title: "No graphics card",
    message: () => "PyTorch sees no graphics card: training runs on the CPU and takes days.",
    remedy: () => "Train on a machine with a graphics card. To try things out, the CPU will do.",
  },
  packageMissing: {
    title: "A package is missing",
    message: ({ package: name }) => `The package ${name} is missing: the trainer stops when it starts.`,
    remedy: () => "Install the trainer's requirements.txt into its venv.",
  },
} satisfies Record<string, TrainerProblemWords>;

export type TrainerProblemCode = keyof typeof trainerProblemsEn;

export const isTrainerProblemCode = (code: string): code is TrainerProblemCode =>
  Object.hasOwn(trainerProblemsEn, code);

/** Sentences about finding, checking and installing the trainer. */
export const trainerEn = {
  title: "Trainer",
  origins: {
    given: "named by you",
    "sd-scripts": "sd-scripts in a usual place",
    kohya_ss: "inside kohya_ss",
    "stability-matrix": "installed by Stability Matrix",
    beside: "beside the studio or the WebUI",
    rehearsal: "stand-in for rehearsals",
  },
  pythonFrom: {
    environment: "named in SD_SCRIPTS_PYTHON",
    folder: "the trainer's own venv",
    path: "the system's",
    none: "not found",
  },
  found: (folder: string, revision: string | null) =>
    revision === null ? `sd-scripts in ${folder}` : `sd-scripts ${revision.slice(0, 10)} in ${folder}`,
  usable: "ready to train",
  notUsable: "cannot train yet",
  missed: (folder: string) =>
    `${folder} holds no trainer: no train_network.py, neither there nor in sd-scripts below it.`,
  missedBy: (folder: string, variable: string) => `${variable} names ${folder}, which holds no trainer.`,
  missedRemedy:
    "Name the folder of sd-scripts, of kohya_ss, or Stability Matrix' data folder (the one with Packages inside).",
  none: "No trainer was found on this machine.",
  noneRemedy: "Name the folder of sd-scripts or kohya_ss if you have it; else install it by the steps below.",
  versions: (torch: string, cuda: string | null) =>
    cuda === null ? `PyTorch ${torch}` : `PyTorch ${torch} with ${cuda}`,
  device: (name: string, mebibytes: number | null) =>
    mebibytes === null ? name : `${name}, ${number(Math.round(mebibytes / 102.4) / 10)} GiB`,
  refused: (argument: string, message: string) => `The trainer does not take ${argument}: ${message}`,
  refusedSomething: (message: string) => `The trainer does not take these settings: ${message}`,
  unknownArguments: (names: string) =>
    `This trainer does not know ${names} and would pass over it without a word. A newer sd-scripts may know it.`,
  importFails: (reason: string) => `The training script does not load: ${reason}. A run would end the same way.`,
  guide: {
    title: "Install it by hand",
    note: "Python 3.10 and git are needed first. Each line is one command; about 10 GB are downloaded.",
    steps: {
      clone: "Get sd-scripts",
      venv: "Make a Python environment of its own",
      pip: "Bring the installer up to date",
      torch: "Install PyTorch",
      requirements: "Install what sd-scripts needs",
      check: "Check that PyTorch sees the graphics card",
    },
    builds: {
      cu118: "NVIDIA cards with an older driver (CUDA 11.8)",
      cu124: "NVIDIA cards up to the RTX 40 series (CUDA 12.4)",
      cu128: "NVIDIA cards of the RTX 50 series (CUDA 12.8)",
      rocm: "AMD cards on Linux (ROCm)",
      cpu: "no graphics card: for trying out only",
      mps: "Apple Silicon",
    },
  },
};

export type TrainerWords = typeof trainerEn;
