import { copyFile, mkdir, readdir, rm, unlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { writeText } from "../../store/atomic-file.js";
import { renamePatiently } from "../../store/rename-patiently.js";
import { fetchChecked } from "../hub/fetch-checked.js";
import { sizeOf } from "../hub/fetch-rest.js";
import { requireSpace } from "../hub/hub-cache.js";
import { proxyAgent } from "../hub/hub-environment.js";
import { type Surroundings, surroundings } from "../hub/model-places.js";
import { oneAtATime } from "../hub/one-at-a-time.js";
import { type Patience, usualPatience } from "../hub/retry.js";
import type { JobAmount } from "../jobs/job-kind.js";
import { coreLibrary, cudaFolder, cudaRoot, doneMark, missingLibraries, runtimeVersion } from "./cuda-folder.js";
import { type CudaPackage, unpackedBytes } from "./cuda-packages.js";
import { INDEX_VARIABLE, packageIndex, wheelAddress } from "./package-index.js";
import { unpackWheel } from "./unpack-wheel.js";

/** Where npm's package has onnxruntime's core on this system. */
export const ownCore = (): string =>
  join(
    dirname(createRequire(import.meta.url).resolve("onnxruntime-node/package.json")),
    "bin/napi-v6/linux/x64",
    coreLibrary,
  );

export interface InstallWatch {
  signal: AbortSignal;
  onAmount(amount: JobAmount): void;
  around?: Surroundings;
  patience?: Patience;
}

const wheels = (state: string): string => join(cudaRoot(state), "downloads");

/** Brings one package's libraries into the folder: nothing to do where they are there. @throws StudioError as a download does */
export async function installPackage(
  state: string,
  wanted: CudaPackage,
  { signal, onAmount, around = surroundings(), patience = usualPatience }: InstallWatch,
): Promise<void> {
  const [folder, downloads] = [cudaFolder(state), wheels(state)];
  const wheel = join(downloads, wanted.file);
  const part = `${wheel}.part`;
  await Promise.all([mkdir(folder, { recursive: true }), mkdir(downloads, { recursive: true })]);
  const work = async (): Promise<void> => {
    const missing = missingLibraries(folder, [wanted]).filter((name) => name !== coreLibrary);
    if (missing.length === 0) return;
    if ((await sizeOf(wheel)) !== wanted.bytes) {
      const dispatcher = await proxyAgent(around);
      try {
        const index = await packageIndex(around);
        const address = await wheelAddress(wanted, index, { dispatcher, signal });
        const own = new URL(address).origin === new URL(index.address).origin ? { login: index.login } : {};
        const checksum = { algorithm: "sha256", digest: wanted.sha256 };
        const watch = { dispatcher, signal, onAmount, patience, mirror: INDEX_VARIABLE, ...own };
        await fetchChecked({ address, file: wheel, part, checksum }, watch);
      } finally {
        await dispatcher.destroy();
      }
    }
    await requireSpace(folder, unpackedBytes(wanted));
    await unpackWheel(wheel, wanted, { folder, signal });
    await unlink(wheel);
  };
  const look = async (): Promise<void> => onAmount({ done: await sizeOf(part), total: wanted.bytes, unit: "bytes" });
  await oneAtATime(join(downloads, `${wanted.name}.lock`), { signal, work, look });
}

/**
 * Lays onnxruntime's core beside its provider and marks the folder as whole; then takes away what is needed no longer: the
 * downloads, and the libraries of other versions.
 */
export async function finishInstall(
  state: string,
  packages: readonly CudaPackage[],
  core: string = ownCore(),
): Promise<void> {
  const folder = cudaFolder(state);
  await copyFile(core, join(folder, `${coreLibrary}.part`));
  await renamePatiently(join(folder, `${coreLibrary}.part`), join(folder, coreLibrary));
  const versions = Object.fromEntries(packages.map(({ name, version }) => [name, version]));
  await writeText(
    join(folder, doneMark),
    `${JSON.stringify({ onnxruntime: runtimeVersion, packages: versions }, null, 2)}\n`,
  );
  for (const name of await readdir(cudaRoot(state))) {
    if (name !== runtimeVersion) await rm(join(cudaRoot(state), name), { recursive: true, force: true });
  }
}

/** Takes everything away that `install` brought. A process that uses it goes on to its end. */
export async function removeCuda(state: string): Promise<void> {
  // The mark first: half a folder must not count as whole.
  await rm(join(cudaFolder(state), doneMark), { force: true });
  await rm(cudaRoot(state), { recursive: true, force: true });
}
