import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, test } from "@jest/globals";
import { cudaFolder, doneMark, installedCuda, runtimeVersion } from "../../../../sidecar/host/cuda/cuda-folder.js";
import type { CudaMachine } from "../../../../sidecar/host/cuda/cuda-machine.js";
import { cudaOffer, machineHindrance } from "../../../../sidecar/host/cuda/cuda-offer.js";
import { cudaPackages } from "../../../../sidecar/host/cuda/cuda-packages.js";
import { childEnvironment } from "../../../../sidecar/host/inference/child-process.js";
import { inEnglish } from "../../../../sidecar/words/sentence.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const fit: CudaMachine = {
  platform: "linux",
  arch: "x64",
  card: "NVIDIA GeForce RTX 4070",
  cuda: 13,
  driver: "580.95.05",
  capability: 8.9,
};
const told = (changed: Partial<CudaMachine>): string => {
  const found = machineHindrance({ ...fit, ...changed });
  return found === null ? "" : inEnglish(found.message);
};

test("what is in the way is said before anything is downloaded", () => {
  expect(told({})).toBe("");
  expect(told({ cuda: 13.1, capability: 12 })).toBe("");
  expect(told({ capability: null })).toBe("");
  expect(told({ platform: "win32" })).toContain("for Linux");
  expect(told({ arch: "arm64" })).toContain("linux arm64");
  expect(told({ card: null })).toContain("No NVIDIA card");
  expect(told({ cuda: 12.8, driver: "570.86" })).toBe(
    "The driver 570.86 runs CUDA 12.8 at most; these libraries need CUDA 13.0.",
  );
  expect(told({ card: "NVIDIA GeForce GTX 1080", capability: 6.1 })).toContain("compute capability 6.1");
});

test("a folder that the loader's list cannot name is refused", async () => {
  const state = `${await newFolder()}/a:b`;
  await mkdir(state);

  const { hindrance } = await cudaOffer(state, fit, []);

  expect(hindrance && inEnglish(hindrance.message)).toContain('its path holds ":"');
});

test("libraries that are gone are told and counted alone, though the folder was whole once", async () => {
  const state = await newFolder();
  const folder = cudaFolder(state);
  const parts = ["a/libone.so.1", "a/libtwo.so.2"].map((path, index) => ({
    name: path,
    version: "1",
    file: path,
    bytes: 10 + index,
    sha256: "",
    libraries: [[path, 3] as const],
  }));
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/${doneMark}`, "{}");
  await writeFile(`${folder}/libone.so.1`, "abc");
  await writeFile(`${folder}/libonnxruntime.so.1`, "core");

  const offer = await cudaOffer(state, fit, parts);

  expect(offer).toMatchObject({ state: "broken", missing: ["libtwo.so.2"], download: 11, hindrance: null });
});

test("a process is told where the libraries lie, before what the user has there, and only when they are whole", async () => {
  const state = await newFolder();
  const folder = cudaFolder(state);
  await mkdir(folder, { recursive: true });
  const whileHalf = installedCuda(state);
  await writeFile(`${folder}/${doneMark}`, "{}");

  expect([whileHalf, installedCuda(state)]).toEqual([null, folder]);
  expect(childEnvironment({}, null)).not.toHaveProperty("LD_LIBRARY_PATH");
  expect(childEnvironment({ LD_LIBRARY_PATH: "/theirs" }, null).LD_LIBRARY_PATH).toBe("/theirs");
  expect(childEnvironment({}, folder).LD_LIBRARY_PATH).toBe(folder);
  expect(childEnvironment({ LD_LIBRARY_PATH: "/theirs" }, folder).LD_LIBRARY_PATH).toBe(`${folder}:/theirs`);
});

test("the libraries are those of the onnxruntime that is here", () => {
  const { version } = createRequire(import.meta.url)("onnxruntime-node/package.json");

  expect(runtimeVersion).toBe(version);
  expect(cudaPackages.find(({ name }) => name === "onnxruntime-gpu")?.version).toBe(version);
});
