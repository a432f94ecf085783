import systemPath, { type PlatformPath } from "node:path";
import type { GraphicsCard } from "../../host/graphics-cards.js";
import type { TrainerWords } from "../../words/trainer-en.js";

export type TorchBuild = keyof TrainerWords["guide"]["builds"];
type InstallStepName = keyof TrainerWords["guide"]["steps"];

/** One command of the installation; nothing goes through a shell. */
export interface InstallStep {
  /** Names its title in `words/trainer-*`. */
  step: InstallStepName;
  program: string;
  words: string[];
  /** Folder in which it runs. */
  folder: string;
}

export const REPOSITORY = "https://github.com/kohya-ss/sd-scripts.git";
const INDEX = "https://download.pytorch.org/whl";

/**
 * Versions as sd-scripts' README gives them: 2.6.0, for the RTX 50 series 2.8.0 with CUDA 12.8; each torchvision is the one
 * that belongs to its torch (pytorch.org, "previous versions").
 */
export const torchWords: Readonly<Record<TorchBuild, readonly string[]>> = {
  cu118: ["torch==2.6.0", "torchvision==0.21.0", "--index-url", `${INDEX}/cu118`],
  cu124: ["torch==2.6.0", "torchvision==0.21.0", "--index-url", `${INDEX}/cu124`],
  cu128: ["torch==2.8.0", "torchvision==0.23.0", "--index-url", `${INDEX}/cu128`],
  rocm: ["torch==2.6.0", "torchvision==0.21.0", "--index-url", `${INDEX}/rocm6.2.4`],
  cpu: ["torch==2.6.0", "torchvision==0.21.0", "--index-url", `${INDEX}/cpu`],
  // The ordinary index has the build for Apple's chips.
  mps: ["torch==2.6.0", "torchvision==0.21.0"],
};

// Cards of the Blackwell generation, for which CUDA 12.4 has no code; "RTX 5000" are older ones.
const blackwell = /\bRTX\s*50[5-9]0\b|\bblackwell\b|\bG?B[23]00\b/i;

/** The build of torch for a machine's NVIDIA cards; one new card decides. */
export function torchBuildFor(
  cards: readonly GraphicsCard[],
  platform: NodeJS.Platform = process.platform,
): TorchBuild {
  if (platform === "darwin") return "mps";
  if (cards.length === 0) return "cpu";
  return cards.some(({ name }) => blackwell.test(name)) ? "cu128" : "cu124";
}

export interface InstallTarget {
  /** Where sd-scripts will lie; its parent must exist. */
  folder: string;
  build: TorchBuild;
  platform?: NodeJS.Platform;
  path?: PlatformPath;
}

/** Commands that install sd-scripts by hand, in their order (source: its README). */
export function installGuide(target: InstallTarget): InstallStep[] {
  const { folder, build, platform = process.platform, path = systemPath } = target;
  const windows = platform === "win32";
  const python = windows
    ? path.join(folder, "venv", "Scripts", "python.exe")
    : path.join(folder, "venv", "bin", "python");
  const pip = (...words: string[]): string[] => ["-m", "pip", "install", ...words];
  const seen = "import torch; print(torch.__version__, 'sees a graphics card:', torch.cuda.is_available())";
  const inside = (step: InstallStepName, program: string, words: string[]): InstallStep => ({
    step,
    program,
    words,
    folder,
  });
  return [
    { step: "clone", program: "git", words: ["clone", REPOSITORY, folder], folder: path.dirname(folder) },
    inside("venv", windows ? "python" : "python3", ["-m", "venv", "venv"]),
    inside("pip", python, pip("--upgrade", "pip")),
    inside("torch", python, pip(...torchWords[build])),
    // Holds `-e .`, so it must run inside the folder.
    inside("requirements", python, pip("--upgrade", "-r", "requirements.txt")),
    inside("check", python, ["-c", seen]),
  ];
}
