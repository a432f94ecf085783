import type { GraphicsCard } from "../../host/graphics-cards.js";
import { type TorchBuild, torchBuildFor, torchWords } from "../trainer/install-guide.js";

export const torchBuilds: readonly TorchBuild[] = ["cu118", "cu124", "cu128", "rocm", "cpu", "mps"];

/** Of what the build of torch depends. */
export interface TorchMachine {
  cards: readonly GraphicsCard[];
  /** The newest CUDA that the driver runs; null without one. */
  driver: number | null;
  platform: NodeJS.Platform;
}

/**
 * The build of torch for a machine. Programs built for CUDA 12 run on any driver of CUDA 12 or newer, those for 11.8 on any
 * of CUDA 11 (NVIDIA, "CUDA Compatibility: minor version compatibility").
 */
export function torchBuildOn({ cards, driver, platform }: TorchMachine): TorchBuild {
  const build = torchBuildFor(cards, platform);
  return build === "cu124" && driver !== null && driver < 12 ? "cu118" : build;
}

/** Where torch comes from; null: pip's own index. */
export interface TorchSource {
  packages: string[];
  index: string | null;
}

/**
 * Packages of a build and their index: ATELIER_TORCH_INDEX, in which `{build}` stands for `cu124` …; else PyTorch's. Who sets
 * PIP_INDEX_URL has a mirror of PyPI: on Linux that holds torch with CUDA, on Windows only the one for the CPU.
 */
export function torchSource(build: TorchBuild, environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): TorchSource {
  const [packages, index = null] = [
    torchWords[build].filter((word) => word.includes("==")),
    torchWords[build].find((word) => word.startsWith("http")),
  ];
  const named = environment.ATELIER_TORCH_INDEX?.trim();
  if (named) return { packages, index: named.replaceAll("{build}", index?.split("/").at(-1) ?? "") };
  const mirrored = platform === "win32" ? build === "cpu" : build !== "rocm" && build !== "cu118";
  return { packages, index: environment.PIP_INDEX_URL?.trim() && mirrored ? null : index };
}
