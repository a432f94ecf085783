import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import systemPath, { basename, join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { cudaFolder, installedCuda } from "../../sidecar/host/cuda/cuda-folder.js";
import { cudaInstallJob } from "../../sidecar/host/cuda/cuda-job.js";
import type { CudaPackage } from "../../sidecar/host/cuda/cuda-packages.js";
import { ownCore, removeCuda } from "../../sidecar/host/cuda/install-cuda.js";
import type { JobAmount } from "../../sidecar/host/jobs/job-kind.js";
import { reportError } from "../../sidecar/host/studio-error.js";
import { standInCards } from "../support/cards.js";
import { atelier } from "../support/command.js";
import { zipOf } from "../support/package-index.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Made {
  packages: CudaPackage[];
  wheels: Map<string, Buffer>;
}

/** Megabytes that hardly shrink: less would be gone with the connection before any of it is on the disk. */
function makeNoise(seed: number, length: number): string {
  const bytes = Buffer.alloc(length);
  let state = seed + 1;
  for (let index = 0; index < bytes.length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    bytes[index] = state >>> 24;
  }
  return bytes.toString("hex");
}
const contents = [makeNoise(0, 1_500_000), makeNoise(1, 20_000)];

/** Two packages as NVIDIA and onnxruntime make theirs, with what is not needed beside what is. */
async function makeWheels(): Promise<Made> {
  const made: Made = { packages: [], wheels: new Map() };
  for (const [index, name] of ["nvidia-one", "onnxruntime-two"].entries()) {
    const path = `nvidia/cu13/lib/lib${index}.so.13`;
    const content = contents[index] ?? "";
    const file = `${name.replaceAll("-", "_")}-1.0-py3-none-manylinux_2_27_x86_64.whl`;
    const wheel = await zipOf({
      [path]: content,
      "nvidia/cu13/include/huge.h": "never unpacked",
      [`${name}.dist-info/RECORD`]: "",
    });
    made.wheels.set(file, wheel);
    made.packages.push({
      name,
      version: "1.0",
      file,
      bytes: wheel.length,
      sha256: createHash("sha256").update(wheel).digest("hex"),
      libraries: [[path, content.length]],
    });
  }
  return made;
}

/** Plays an index of Python packages (PEP 691) whose downloads break off where a test says; what was asked of it. */
async function playIndex({ wheels }: Made, breakAfter: number[] = []) {
  const asked: string[] = [];
  const server = createServer(({ url = "", headers: { range = "" } }, response) => {
    asked.push(`${url} ${range}`.trim());
    const wheel = wheels.get(basename(url));
    if (url.startsWith("/files/") && wheel) {
      const from = Number(/^bytes=(\d+)-$/.exec(range)?.[1] ?? 0);
      const rest = wheel.subarray(from);
      const whole = { "content-length": rest.length };
      if (from > 0)
        response.writeHead(206, { ...whole, "content-range": `bytes ${from}-${wheel.length - 1}/${wheel.length}` });
      else response.writeHead(200, whole);
      const cut = breakAfter.shift();
      if (cut === undefined) response.end(rest);
      else response.write(rest.subarray(0, cut), () => response.socket?.end());
      return;
    }
    const name = /^\/simple\/(.+)\/$/.exec(url)?.[1] ?? "";
    const files = [...wheels.keys()].filter((file) => file.startsWith(`${name.replaceAll("-", "_")}-`));
    response.setHeader("content-type", "application/vnd.pypi.simple.v1+json");
    response.end(JSON.stringify({ files: files.map((filename) => ({ filename, url: `../../files/${filename}` })) }));
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return { asked, address: `http://127.0.0.1:${Object(server.address()).port}/simple` };
}

async function install(
  { packages }: Made,
  { address, state, signal = new AbortController().signal }: { address: string; state: string; signal?: AbortSignal },
): Promise<JobAmount[]> {
  const amounts: JobAmount[] = [];
  const around = { environment: { PIP_INDEX_URL: address }, home: state, path: systemPath, state };
  const patience = { tries: 2, firstWaitMs: 1 };
  const kind = cudaInstallJob({ stateFolder: state, packages, around, patience });
  const onAmount = (amount: JobAmount | null): void => {
    if (amount) amounts.push(amount);
  };
  const bench = await kind.open({}, { signal, onAmount });
  for (const { item } of await kind.plan({})) await bench.run(item);
  await bench.close();
  return amounts;
}

const failure = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "",
    (error: unknown) => reportError(error).code,
  );

test("from an index to the folder: a broken download goes on, only what is needed is unpacked, and all of it can go again", async () => {
  const made = await makeWheels();
  const [first, second] = made.packages;
  const { asked, address } = await playIndex(made, [Math.floor(((first?.bytes ?? 0) * 2) / 3)]);
  const state = await newFolder();

  const amounts = await install(made, { address, state });

  expect(asked).toEqual([
    "/simple/nvidia-one/",
    `/files/${first?.file}`,
    expect.stringMatching(/^\/files\/nvidia_one.* bytes=[1-9]\d*-$/),
    "/simple/onnxruntime-two/",
    `/files/${second?.file}`,
  ]);
  const total = (first?.bytes ?? 0) + (second?.bytes ?? 0);
  expect(amounts.at(-1)).toEqual({ done: total, total, unit: "bytes" });
  const folder = installedCuda(state) ?? "";
  expect((await readdir(folder)).sort()).toEqual(["installed.json", "lib0.so.13", "lib1.so.13", "libonnxruntime.so.1"]);
  expect(await readFile(join(folder, "lib1.so.13"), "utf8")).toBe(contents[1]);
  expect((await readFile(join(folder, "libonnxruntime.so.1"))).equals(await readFile(ownCore()))).toBe(true);
  expect(await readdir(join(state, "cuda"))).toEqual([basename(folder)]);

  await install(made, { address, state });
  expect(asked).toHaveLength(5);

  await removeCuda(state);
  expect([installedCuda(state), (await readdir(state)).includes("cuda")]).toEqual([null, false]);
});

test("another content than expected is refused and not kept, and half an installation counts as none", async () => {
  const made = await makeWheels();
  const [, second] = made.packages;
  const wheel = made.wheels.get(second?.file ?? "");
  if (wheel) wheel[1000] = (wheel[1000] ?? 0) ^ 1;
  const { address } = await playIndex(made);
  const state = await newFolder();

  expect(await failure(install(made, { address, state }))).toBe("checksumMismatch");
  expect(installedCuda(state)).toBeNull();
  expect(await readdir(cudaFolder(state))).toEqual(["lib0.so.13"]);
  expect((await readdir(join(state, "cuda", "downloads"))).filter((name) => name.includes("two.whl"))).toEqual([]);
});

test("what a killed run left is taken up: a part, a library half unpacked, an older version's folder", async () => {
  const made = await makeWheels();
  const [first] = made.packages;
  const { asked, address } = await playIndex(made);
  const state = await newFolder();
  const controller = new AbortController();
  controller.abort();
  expect(await failure(install(made, { address, state, signal: controller.signal }))).not.toBe("");
  const wheel = made.wheels.get(first?.file ?? "") ?? Buffer.alloc(0);
  await writeFile(join(state, "cuda", "downloads", `${first?.file}.part`), wheel.subarray(0, 1234));
  await writeFile(join(cudaFolder(state), "lib0.so.13.part"), "half");
  await writeFile(join(cudaFolder(state), "lib1.so.13"), "cut off");
  await writeFile(join(state, "cuda", "1.0.0"), "of another onnxruntime");

  await install(made, { address, state });

  expect(asked).toContain(`/files/${first?.file} bytes=1234-`);
  expect(await readFile(join(cudaFolder(state), "lib1.so.13"), "utf8")).toBe(contents[1]);
  expect(await readdir(join(state, "cuda"))).toEqual([basename(cudaFolder(state))]);
});

test("an index without the package says so, and what to set", async () => {
  const made = await makeWheels();
  const { address } = await playIndex({ ...made, wheels: new Map() });

  await expect(install(made, { address, state: await newFolder() })).rejects.toMatchObject({
    code: "notFound",
    message: expect.stringContaining("does not have nvidia-one 1.0"),
    hint: expect.stringContaining("PIP_INDEX_URL"),
  });
});

(process.platform === "linux" && process.arch === "x64" ? test : test.skip)(
  "the command tells what it would do for the card that is here, and refuses an older driver before it asks the network",
  async () => {
    const [home, programs, older] = [await newFolder(), await newFolder(), await newFolder()];
    const card = [{ name: "NVIDIA GeForce RTX 4070", free: 9000 }];
    const index = { PIP_INDEX_URL: "http://127.0.0.1:9/simple" };
    const fit = await standInCards(programs, card, { version: "580.95.05", cuda: "13.0" });
    const behind = await standInCards(older, card, { version: "550.54", cuda: "12.4" });

    const [told, refused] = await Promise.all([
      atelier(home, ["models", "install-cuda", "--dry-run", "--json"], { ...index, PATH: fit }),
      atelier(await newFolder(), ["models", "install-cuda", "--json"], { ...index, PATH: behind }),
    ]);

    expect(told.code).toBe(0);
    expect(JSON.parse(told.stdout)).toMatchObject({ state: "absent", offered: true, card: "NVIDIA GeForce RTX 4070" });
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      offered: false,
      problem: { message: expect.stringContaining("CUDA 12.4"), hint: expect.stringContaining("580 or newer") },
    });
  },
);
