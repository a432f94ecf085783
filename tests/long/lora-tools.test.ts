import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { isAlive } from "../../sidecar/host/process-identity.js";
import { readProcesses } from "../../sidecar/training/keeper/run-files.js";
import { atelier } from "../support/command.js";
import { writeLora } from "../support/lora-file.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { trainingRooms, until } from "../support/training.js";

const newFolder = temporaryFolders();
const openRoom = trainingRooms();

const standIn = (options: object = {}) => ({ ATELIER_STAND_IN_TOOL: JSON.stringify({ seconds: 0, ...options }) });
const lora = (home: string, words: string[], options: object = {}) =>
  atelier(home, ["lora", ...words, "--json"], standIn(options));

test("a file is made smaller under the keeper, proven, and never written over another", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const [file, output] = [await writeLora(join(work, "okara.safetensors")), join(work, "small.safetensors")];
  const words = ["resize", file, "--dim", "2", "--rehearsal", "--output", output];
  const made = await lora(home, words);
  expect(made.code).toBe(0);
  expect(JSON.parse(made.stdout)).toMatchObject({ tool: 1, state: "succeeded", cause: null, made: { path: output } });
  const before = await readFile(output);

  const refused = await lora(home, words);
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stdout).error).toMatchObject({ code: "fileExists" });
  expect(refused.stderr).toContain("small-2.safetensors");
  const renamed = await lora(home, [...words, "--rename"]);
  expect(JSON.parse(renamed.stdout).made.path).toBe(join(work, "small-2.safetensors"));
  expect(await readFile(output)).toEqual(before);
  expect((await readdir(work)).sort()).toEqual(["okara.safetensors", "small-2.safetensors", "small.safetensors"]);
  expect(JSON.parse((await lora(home, ["list"])).stdout).runs).toHaveLength(2);
  expect(JSON.parse((await lora(home, ["show", "1"])).stdout)).toMatchObject({ tool: "resize", rehearsal: true });
});

test.each([
  ["cut", "resultCut"],
  ["nothing", "resultMissing"],
  ["nan", "brokenWeights"],
  ["oom", "gpuMemory"],
  ["missingPackage", "missingPackage"],
])("what goes wrong is told, and leaves no file: %s", async (misbehave, cause) => {
  const [home, work] = [await newFolder(), await newFolder()];
  const file = await writeLora(join(work, "okara.safetensors"));
  const { code, stdout } = await lora(home, ["resize", file, "--dim", "2", "--rehearsal"], { misbehave });
  const { state, cause: told, message, remedy } = JSON.parse(stdout);
  expect({ code, state, told }).toEqual({ code: 1, state: "failed", told: cause });
  for (const sentence of [message, remedy]) expect(sentence).toMatch(/\w{3}/);
  expect(await readdir(work)).toEqual(["okara.safetensors"]);
});

test("a tool at work lets no second one begin, and is ended with all that it started", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const file = await writeLora(join(work, "okara.safetensors"));
  Object.assign(process.env, standIn({ seconds: 600 }));
  const room = openRoom(home);
  const params = { tool: "resize" as const, loras: [file], values: { new_rank: 2 }, rehearsal: true };
  const { id } = await room["training/toolStart"](params);
  await until(async () => (await room["training/toolRun"]({ id })).progress.phase === "working");
  await expect(room["training/toolStart"](params)).rejects.toMatchObject({ code: "busy" });
  await room["training/toolStop"]({ id });
  const run = await until(async () => {
    const now = await room["training/toolRun"]({ id });
    return now.state === "running" ? null : now;
  });
  expect(run).toMatchObject({ state: "stopped", made: null });
  const processes = readProcesses(join(home, "tools", String(id)));
  expect(processes).not.toBeNull();
  expect(processes && [isAlive(processes.keeper), isAlive(processes.trainer)]).toEqual([false, false]);
  expect(await readdir(work)).toEqual(["okara.safetensors"]);
});

test("a name that somebody took meanwhile is left to them", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const [file, output] = [await writeLora(join(work, "okara.safetensors")), join(work, "new.safetensors")];
  Object.assign(process.env, standIn({ seconds: 1 }));
  const room = openRoom(home);
  const { id } = await room["training/toolStart"]({ tool: "resize", loras: [file], output, rehearsal: true });
  await writeFile(output, "mine");
  const run = await until(async () => {
    const now = await room["training/toolRun"]({ id });
    return now.state === "running" ? null : now;
  });
  expect(run.made?.path).toBe(join(work, "new-2.safetensors"));
  expect(await readFile(output, "utf8")).toBe("mine");
});

test("what cannot go well is refused before a program is started", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const [one, two] = [
    await writeLora(join(work, "a.safetensors")),
    await writeLora(join(work, "b.safetensors"), { dim: 8 }),
  ];
  const other = await writeLora(join(work, "c.safetensors"), { inputs: 2048 });
  const pickle = join(work, "d.ckpt");
  await writeFile(pickle, "pickle");
  const room = openRoom(home);
  const start = room["training/toolStart"];
  const output = join(work, "new.safetensors");
  const rehearsal = true;
  await expect(start({ tool: "merge", loras: [one, two], output, rehearsal })).rejects.toThrow("different dimensions");
  await expect(start({ tool: "merge", loras: [one, other], output, rehearsal })).rejects.toThrow("is for sd15");
  await expect(start({ tool: "resize", loras: [one], values: { new_rank: 9 }, rehearsal })).rejects.toThrow("larger");
  await expect(start({ tool: "resize", loras: [pickle], output, rehearsal })).rejects.toMatchObject({
    code: "notAllowed",
  });
  await expect(start({ tool: "resize", loras: [one], output: pickle, rehearsal })).rejects.toThrow(".safetensors file");
  await expect(room["training/verifyFile"]({ path: pickle })).rejects.toMatchObject({ code: "notAllowed" });
  expect(existsSync(join(home, "tools"))).toBe(false);
});

test("several files are looked through; one that cannot be read stops no other", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const good = await writeLora(join(work, "a.safetensors"));
  const bad = join(work, "b.safetensors");
  await writeFile(bad, "no safetensors");
  const both = await lora(home, ["verify", bad, good]);
  expect(both.code).toBe(3);
  expect(JSON.parse(both.stdout).files).toMatchObject([
    { error: { code: "modelInvalid" } },
    { dims: [4], findings: [] },
  ]);
  expect((await lora(home, ["verify", good])).code).toBe(0);
});
