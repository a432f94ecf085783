import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "@jest/globals";
import { judgeLooks, proveLoraFile } from "../../../sidecar/training/verdict/prove-file.js";
import { temporaryFolders } from "../../support/temporary-folder.js";
import { writeSafetensors } from "../../support/tiny-safetensors.js";

const newFolder = temporaryFolders();
const tensors = { "lora.down": { shape: [4, 8] }, "lora.up": { shape: [8, 4] } };

async function fileWith(steps: string | null, cut = 0): Promise<string> {
  const path = join(await newFolder(), "okara.safetensors");
  await writeSafetensors(path, tensors, { metadata: steps === null ? {} : { ss_steps: steps }, cut });
  return path;
}
const prove = (path: string, steps: number | null) => proveLoraFile(path, { steps, secondLook: 5 });

describe("whether a LoRA's file is whole", () => {
  it("a whole one tells its steps", async () => {
    const path = await fileWith("6");
    const bytes = (await readFile(path)).length;
    expect(await prove(path, 6)).toEqual({ whole: true, steps: 6, bytes });
    expect(await prove(path, null)).toEqual({ whole: true, steps: 6, bytes });
    expect(await prove(path, 8)).toEqual({ whole: false, reason: "wrongSteps", bytes, steps: 6, planned: 8 });
  });

  it("one without metadata is whole, with steps unknown", async () => {
    expect(await prove(await fileWith(null), 6)).toMatchObject({ whole: true, steps: null });
  });

  it("one that is not there", async () => {
    expect(await prove(join(await newFolder(), "okara.safetensors"), 6)).toEqual({ whole: false, reason: "missing" });
  });

  it.each([1, 64, 127])("one cut by %i bytes", async (cut) => {
    const path = await fileWith("6", cut);
    const bytes = (await readFile(path)).length;
    expect(await prove(path, 6)).toEqual({ whole: false, reason: "truncated", bytes, promised: bytes + cut });
  });

  it.each([0, 3, 8, 9, 60])("one that ends within its header, after %i bytes", async (size) => {
    const path = await fileWith("6");
    await writeFile(path, (await readFile(path)).subarray(0, size));
    expect(await prove(path, 6)).toEqual({ whole: false, reason: "truncated", bytes: size, promised: null });
  });

  it("one that grows is not called cut off, and is whole when it has come to its end", async () => {
    const path = await fileWith("6");
    const all = await readFile(path);
    await writeFile(path, all.subarray(0, all.length - 60));
    const proof = proveLoraFile(path, { steps: 6, secondLook: 300 });
    await wait(50);
    await appendFile(path, all.subarray(all.length - 60, all.length - 20));
    expect(await proof).toMatchObject({ whole: false, reason: "growing" });
    const last = proveLoraFile(path, { steps: 6, secondLook: 300 });
    await wait(50);
    await appendFile(path, all.subarray(all.length - 20));
    expect(await last).toMatchObject({ whole: true, steps: 6 });
  });

  it.each([
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["a pickle", Buffer.from("504b03041400000808000000000000000000", "hex")],
    ["a text", Buffer.from("this is no safetensors file at all")],
    ["zeros", Buffer.alloc(200)],
  ])("%s is no safetensors file", async (_, bytes) => {
    const path = join(await newFolder(), "okara.safetensors");
    await writeFile(path, bytes);
    expect(await prove(path, 6)).toEqual({ whole: false, reason: "notSafetensors", bytes: bytes.length });
  });

  it("one with more behind its last tensor is not whole", async () => {
    const path = await fileWith("6");
    await appendFile(path, "more");
    expect(await prove(path, 6)).toMatchObject({ whole: false, reason: "notSafetensors" });
  });

  it("says what the system says of anything else", async () => {
    const path = join(await newFolder(), "okara.safetensors");
    await mkdir(path);
    await expect(prove(path, 6)).rejects.toThrow();
  });

  it("one that disappears between two looks is missing", () => {
    expect(judgeLooks({ seen: "beginning", bytes: 5 }, { seen: "nothing" }, 6)).toEqual({
      whole: false,
      reason: "missing",
    });
  });
});
