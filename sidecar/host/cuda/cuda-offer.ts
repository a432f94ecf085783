import { statfs } from "node:fs/promises";
import { type Sentence, say } from "../../words/sentence.js";
import { cudaFolder, installedCuda, missingLibraries } from "./cuda-folder.js";
import type { CudaMachine } from "./cuda-machine.js";
import { type CudaPackage, cudaPackages, diskBytes, downloadBytes, unpackedBytes } from "./cuda-packages.js";

/** Why the libraries cannot be installed here, and what to do. */
export interface CudaHindrance {
  code: "notFound" | "diskFull";
  message: Sentence;
  hint: Sentence;
}

export interface CudaOffer {
  /** installed; broken: the mark is there, libraries are not; absent. */
  state: "installed" | "broken" | "absent";
  folder: string;
  /** Bytes that are still to be downloaded, and that the disk must have free for them. */
  download: number;
  disk: number;
  free: number;
  card: string | null;
  missing: string[];
  /** Those that are still to be downloaded. */
  packages: readonly CudaPackage[];
  hindrance: CudaHindrance | null;
}

/** The newest CUDA that a driver must run: programs for 13.0 need driver 580 (NVIDIA, "CUDA Compatibility", table of minor versions). */
const CUDA_NEEDED = 13;

/** The oldest cards that CUDA 13 knows: Turing. The provider's library holds code for 7.5, 8.0, 8.6, 8.9, 9.0 and 12.0. */
const CAPABILITY_NEEDED = 7.5;

const useCpu = say("Tagging goes on with the CPU; nothing needs to be done.");

/** What of the machine itself is in the way; null where nothing is. */
export function machineHindrance({
  platform,
  arch,
  card,
  cuda,
  driver,
  capability,
}: CudaMachine): CudaHindrance | null {
  if (platform === "win32") {
    return {
      code: "notFound",
      message: say("These libraries are for Linux."),
      hint: say("On Windows the graphics card is used through DirectML, without further libraries."),
    };
  }
  if (platform !== "linux" || arch !== "x64") {
    const system = `${platform} ${arch}`;
    return {
      code: "notFound",
      message: say("These libraries are for Linux on x64; this is {system}.", { system }),
      hint: useCpu,
    };
  }
  if (card === null) {
    return {
      code: "notFound",
      message: say("No NVIDIA card answers (nvidia-smi)."),
      hint: say("If there is one, install NVIDIA's driver; otherwise tagging goes on with the CPU."),
    };
  }
  if (cuda === null || cuda < CUDA_NEEDED) {
    return {
      code: "notFound",
      message: say("The driver {driver} runs CUDA {cuda} at most; these libraries need CUDA {needed}.", {
        driver: driver ?? "?",
        cuda: cuda === null ? "?" : cuda.toFixed(1),
        needed: CUDA_NEEDED.toFixed(1),
      }),
      hint: say("Update NVIDIA's driver to 580 or newer; until then tagging goes on with the CPU."),
    };
  }
  if (capability !== null && capability < CAPABILITY_NEEDED) {
    return {
      code: "notFound",
      message: say("{card} has compute capability {capability}; CUDA 13 needs {needed} or more.", {
        card,
        capability: capability.toFixed(1),
        needed: CAPABILITY_NEEDED,
      }),
      hint: useCpu,
    };
  }
  return null;
}

/** The system's loader takes a list of folders, divided by ":" or ";", and knows no other way to write them. */
function folderHindrance(folder: string): CudaHindrance | null {
  const wrong = /[:;]/.exec(folder)?.[0];
  if (wrong === undefined) return null;
  return {
    code: "notFound",
    message: say('The system cannot look for libraries in {folder}: its path holds "{wrong}".', { folder, wrong }),
    hint: say("Set ATELIER_HOME to a folder without it."),
  };
}

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);

/** What an installation would do here, and what is in its way; nothing is changed or asked of the network. */
export async function cudaOffer(
  stateFolder: string,
  machine: CudaMachine,
  packages: readonly CudaPackage[] = cudaPackages,
): Promise<CudaOffer> {
  const folder = cudaFolder(stateFolder);
  const missing = missingLibraries(folder, packages);
  const marked = installedCuda(stateFolder) !== null;
  const isWanted = (one: CudaPackage): boolean =>
    one.libraries.some(([path]) => missing.some((name) => path.endsWith(`/${name}`)));
  const wanted = packages.filter(isWanted);
  const [download, disk] = [downloadBytes(wanted), wanted.length === 0 ? 0 : diskBytes(wanted)];
  const { bavail, bsize } = await statfs(stateFolder);
  const free = bavail * bsize;
  const small = free < disk && {
    code: "diskFull" as const,
    message: say("{needed} GB of free disk are needed in {folder}; {free} GB are free.", {
      needed: gigabytes(disk),
      free: gigabytes(free),
      folder,
    }),
    hint: say("Free some space, or set ATELIER_HOME to a folder on another disk."),
  };
  return {
    state: marked ? (missing.length === 0 ? "installed" : "broken") : "absent",
    folder,
    download,
    disk,
    free,
    card: machine.card,
    missing,
    packages: wanted,
    hindrance: machineHindrance(machine) ?? folderHindrance(folder) ?? (small || null),
  };
}

/** Bytes that an installation takes on the disk when it is done. */
export const installedBytes = (packages: readonly CudaPackage[] = cudaPackages): number =>
  packages.reduce((total, one) => total + unpackedBytes(one), 0);
