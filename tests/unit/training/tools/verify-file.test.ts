import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { decode } from "../../../../sidecar/training/tools/verify/decode.js";
import { findingsOf } from "../../../../sidecar/training/tools/verify/findings.js";
import { verifyLora } from "../../../../sidecar/training/tools/verify/verify-file.js";
import { blockOf, changeNorm } from "../../../../sidecar/training/tools/verify/weights.js";
import { writeLora } from "../../../support/lora-file.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const lora = async (options: Parameters<typeof writeLora>[1] = {}): Promise<string> =>
  writeLora(join(await newFolder(), "okara.safetensors"), options);
const codes = async (path: string): Promise<string[]> => findingsOf(await verifyLora(path)).map(({ code }) => code);

describe("a LoRA is looked through", () => {
  it("what it is, and how much it changes", async () => {
    const found = await verifyLora(await lora());
    expect(found).toMatchObject({
      whole: true,
      format: "lora",
      family: "sd15",
      dims: [4],
      alphas: [2],
      types: ["F32"],
    });
    // Each number of the change is 4 × 0.5 × 0.25 × alpha 2 / dim 4, in 4 rows of 768.
    expect(found.blocks).toEqual([
      { name: "unet down 1", modules: 1, norm: expect.closeTo(0.25 * Math.sqrt(4 * 768), 4) },
    ]);
    expect(findingsOf(found)).toEqual([]);
  });

  it.each([
    [1024, "sd2"],
    [2048, "sdxl"],
    [333, null],
  ])("cross-attention that reads %i numbers is of %s", async (inputs, family) => {
    expect((await verifyLora(await lora({ inputs }))).family).toBe(family);
  });

  it("NaN, infinite values, nothing learnt, and no metadata are told", async () => {
    expect(await codes(await lora({ last: Number.NaN }))).toEqual(["nan"]);
    expect(await codes(await lora({ last: Number.POSITIVE_INFINITY }))).toEqual(["infinite"]);
    expect(await codes(await lora({ up: 0 }))).toEqual(["learntNothing"]);
    expect(await codes(await lora({ metadata: {} }))).toEqual(["noMetadata"]);
  });

  it("a file that is cut off, or longer than it says", async () => {
    const path = await lora();
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, bytes.length - 4));
    expect(await codes(path)).toEqual(["cut"]);
    await writeFile(path, Buffer.concat([bytes, Buffer.alloc(4)]));
    expect(await codes(path)).toEqual(["tooLong"]);
  });

  it("something else is named", async () => {
    const path = join(await newFolder(), "x.safetensors");
    await writeFile(path, "no safetensors");
    await expect(verifyLora(path)).rejects.toMatchObject({ code: "modelInvalid" });
  });
});

it("the norm of up · down is that of the product written out", () => {
  const [up, down] = [Float32Array.from([1, 2, 3, -4, 5, 6]), Float32Array.from([0.5, -1, 2, 4])];
  // up is 3 × 2, down 2 × 2.
  const product = [0, 1, 2].flatMap((row) =>
    [0, 1].map((column) => (up[2 * row] ?? 0) * (down[column] ?? 0) + (up[2 * row + 1] ?? 0) * (down[2 + column] ?? 0)),
  );
  expect(changeNorm(up, down, 2, -0.5)).toBeCloseTo(0.5 * Math.hypot(...product), 5);
});

it("half floats are read as IEEE 754 has them", () => {
  const halves = [0x0000, 0x3c00, 0xc000, 0x0001, 0x7bff, 0x7c00, 0x7e00];
  const bytes = Buffer.alloc(2 * halves.length);
  for (const [index, bits] of halves.entries()) bytes.writeUInt16LE(bits, 2 * index);
  expect([...(decode("F16", bytes) ?? [])]).toEqual([0, 1, -2, 2 ** -24, 65504, Number.POSITIVE_INFINITY, Number.NaN]);
  bytes.writeUInt16LE(0x3fc0, 0);
  expect(decode("BF16", bytes)?.[0]).toBe(1.5);
  expect(decode("F8_E4M3", bytes)).toBeNull();
});

it.each([
  ["lora_te_text_model_encoder_layers_11_mlp_fc1", "te 11"],
  ["lora_te2_text_model_encoder_layers_3_mlp_fc1", "te2 3"],
  ["lora_unet_input_blocks_4_1_proj_in", "unet input 4"],
  ["lora_unet_middle_block_1_proj_in", "unet middle"],
  ["lora_unet_double_blocks_7_img_mlp_0", "double 7"],
  ["something", "other"],
])("%s belongs to %s", (module, block) => expect(blockOf(module)).toBe(block));
