import { number } from "./counts-en.js";
import { type InstallCause, installCausesEn } from "./trainer-install-causes-en.js";

type Values = Readonly<Record<string, string | number>>;

export { type InstallCause, installCausesEn };

/** Sentences of one cause or problem: what was found, and what to do. */
export interface InstallWords {
  title: string;
  message(values: Values): string;
  remedy(values: Values): string;
}

const gigabytes = (value: string | number | undefined): string => `${number(Math.round(Number(value) * 10) / 10)} GB`;

/** What stands in the way of an installation, or should be known before it. */
export const installProblemsEn = {
  pythonMissing: {
    title: "Python is missing",
    message: () => "No Python 3.10, 3.11 or 3.12 with venv was found on this machine.",
    remedy: ({ platform }) =>
      platform === "win32"
        ? "Install Python 3.10 (64-bit) from python.org, then look again; or name its python.exe."
        : platform === "darwin"
          ? "Install it, for instance with “brew install python@3.10”, then look again; or name the program."
          : "Install python3.10 with python3.10-venv from your system's packages, then look again; or name the program.",
  },
  pythonUnfit: {
    title: "This Python does not fit",
    message: ({ python, version }) =>
      `${python} is Python ${version}; PyTorch for sd-scripts needs 3.10, 3.11 or 3.12.`,
    remedy: () => "Name another Python, or leave it out: then one that fits is looked for.",
  },
  pythonWithoutVenv: {
    title: "This Python makes no environments",
    message: ({ python }) => `${python} has no venv with pip (ensurepip).`,
    remedy: ({ version }) => `Install it: on Debian and Ubuntu the package python${version}-venv.`,
  },
  pythonUnrunnable: {
    title: "Python cannot be started",
    message: ({ python }) => `${python} does not answer as a 64-bit Python does.`,
    remedy: () => "Name the Python program itself, or leave it out: then one that fits is looked for.",
  },
  gitMissing: {
    title: "git is missing",
    message: ({ url }) => `${url} is a repository in a folder, and there is no git to read it.`,
    remedy: () => "Install git, or name an address (ATELIER_SD_SCRIPTS_URL).",
  },
  archive: {
    title: "Without git",
    message: () => "There is no git here: the ZIP archive of sd-scripts is downloaded instead.",
    remedy: () => "That works as well. Install git if you want to update it by “git pull” later.",
  },
  urlUnfit: {
    title: "The repository's address cannot be used",
    message: ({ url }) => `ATELIER_SD_SCRIPTS_URL is neither an address (https://…) nor a folder: ${url}.`,
    remedy: () => "Correct it, or remove it: then sd-scripts comes from GitHub.",
  },
  folderTaken: {
    title: "The folder is not empty",
    message: ({ folder }) => `${folder} holds files that are not from an installation of this studio.`,
    remedy: () => "Name an empty folder or a new one. A trainer that is there already is used by naming its folder.",
  },
  folderUnwritable: {
    title: "The folder cannot be made",
    message: ({ folder, reason }) => `${folder} cannot be made or written: ${reason}.`,
    remedy: () => "Name a folder of your own, for instance in your home folder.",
  },
  folderUnfit: {
    title: "The folder's name makes trouble",
    message: ({ folder, found }) => `The path ${folder} holds “${found}”, with which Python environments do not work.`,
    remedy: () => "Name another folder, for instance one straight below a drive.",
  },
  folderForeign: {
    title: "Letters that break tools on Windows",
    message: ({ folder }) =>
      `The path ${folder} holds letters beyond ASCII; some Python packages fail there on Windows.`,
    remedy: () => "A path such as C:\\sd-scripts is safer. You can go on.",
  },
  pathLong: {
    title: "A long path",
    message: ({ length }) =>
      `The folder's path has ${length} characters; with the packages' own names Windows' limit of 260 may be passed.`,
    remedy: () => "Name a shorter folder such as C:\\sd-scripts, or switch long paths on (LongPathsEnabled).",
  },
  diskSmall: {
    title: "The disk is too full",
    message: ({ free, needed }) => `${gigabytes(free)} are free there; the installation needs ${gigabytes(needed)}.`,
    remedy: () => "Make space, or name a folder on another disk.",
  },
  driverOld: {
    title: "An old graphics driver",
    message: ({ driver }) => `The graphics driver knows CUDA ${driver}; PyTorch needs a driver of CUDA 11 or newer.`,
    remedy: () => "Update the driver first; otherwise PyTorch will not see the card.",
  },
  driverBehind: {
    title: "The driver is older than this PyTorch",
    message: ({ driver, torch }) =>
      `The graphics driver knows CUDA ${driver}; the chosen PyTorch is made for ${torch}.`,
    remedy: () => "Update the driver, or choose the build that is proposed.",
  },
  noCard: {
    title: "No NVIDIA card",
    message: () => "No NVIDIA card answers here: PyTorch for the CPU is installed, with which training takes days.",
    remedy: () => "For trying out it will do. With an AMD card on Linux choose ROCm.",
  },
  torchElsewhere: {
    title: "This build does not run here",
    message: ({ torch, platform }) => `There is no PyTorch “${torch}” for this system (${platform}).`,
    remedy: () => "Choose another build, or leave it out: then it is chosen for the card.",
  },
  extraUnfit: {
    title: "xformers needs a graphics card",
    message: () => "xformers is made for CUDA and ROCm only.",
    remedy: () => "Leave it out: PyTorch's own attention (sdpa) does the same.",
  },
} satisfies Record<string, InstallWords>;

export type InstallProblemCode = keyof typeof installProblemsEn;
const problems: Record<InstallProblemCode, InstallWords> = installProblemsEn;
const causes: Record<InstallCause, InstallWords> = installCausesEn;

/** Sentences about installing the trainer. */
export const trainerInstallEn = {
  problems,
  causes,
  steps: {
    source: "Get sd-scripts",
    venv: "Make a Python environment of its own",
    pip: "Bring the installer up to date",
    torch: "Install PyTorch",
    requirements: "Install what sd-scripts needs",
    extras: "Install what was asked for besides",
    check: "Try out whether it works",
  },
  title: "Install sd-scripts",
  open: "Install it for me …",
  openOther: "Install another one …",
  note: "Nothing is touched outside this folder, and no other Python. It goes on when this page is closed.",
  folder: "Folder",
  folderHint: "in the studio's own folder",
  torch: "PyTorch",
  torchChosen: "by the card",
  python: "Python 3.10 – 3.12",
  pythonHint: "found by itself",
  xformers: "xformers too (attention of its own; mostly not needed)",
  looking: "Looking what this machine needs …",
  willDo: "What will happen",
  into: "Folder",
  repository: "sd-scripts",
  from: (revision: string, url: string) => `${revision.slice(0, 10)} of ${url}`,
  torchOf: (packages: string, index: string) => `${packages} from ${index}`,
  pipIndex: "pip's own index",
  withPython: (version: string, program: string) => `${version} (${program})`,
  disk: "Disk",
  space: (download: number, disk: number, free: number | null) =>
    `about ${gigabytes(download)} to download, ${gigabytes(disk)} on the disk${free === null ? "" : `; ${gigabytes(free)} are free`}`,
  commands: "The exact commands",
  goesOn: (steps: string) => `Done already and kept: ${steps}.`,
  install: "Install it",
  goOn: "Go on with it",
  again: "Try again",
  cancel: "Cancel",
  cancelling: "Is being ended …",
  back: "Back",
  log: "Log",
  states: {
    running: "Being installed",
    succeeded: "Installed, and chosen as the trainer",
    failed: "Not installed",
    cancelled: "Cancelled; what is done is kept",
    interrupted: "Interrupted; what is done is kept",
  },
  stepStates: { waiting: "waits", running: "now", done: "done", failed: "not done" },
  amount: (done: number, total: number) =>
    `${number(Math.round(done / 1e5) / 10)} of ${number(Math.round(total / 1e5) / 10)} MB`,
  took: (seconds: number) => (seconds < 120 ? `${number(seconds)} s` : `${number(Math.round(seconds / 60))} min`),
  lines: "The log lines that show it",
};

export type TrainerInstallWords = typeof trainerInstallEn;
