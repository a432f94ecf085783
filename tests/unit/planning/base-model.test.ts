import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { readSafetensorsHeader } from "../../../sidecar/host/safetensors.js";
import { lookAtModel } from "../../../sidecar/planning/base-model/look-at-model.js";
import { temporaryFolders } from "../../support/temporary-folder.js";
import { writeSafetensors } from "../../support/tiny-safetensors.js";

const newFolder = temporaryFolders();
const attention = (level: number): string =>
  `model.diffusion_model.input_blocks.${level}.1.transformer_blocks.0.attn2.to_k.weight`;

describe("what a base model's file says of itself", () => {
  it.each([
    ["sd15", attention(1), [320, 768]],
    ["sd2", attention(1), [320, 1024]],
    ["sdxl", attention(4), [640, 2048]],
    ["sd3", "model.diffusion_model.joint_blocks.0.x_block.attn.qkv.weight", [4, 4]],
    ["flux", "double_blocks.0.img_attn.qkv.weight", [4, 4]],
    ["chroma", "distilled_guidance_layer.in_proj.weight", [4, 4]],
    ["hunyuan", "double_blocks.0.img_attn_qkv.weight", [4, 4]],
    ["lumina", "model.diffusion_model.context_refiner.0.attention.qkv.weight", [4, 4]],
    ["anima", "net.llm_adapter.embed.weight", [4, 4]],
  ])("%s is known by its tensors", async (family, name, shape) => {
    const path = join(await newFolder(), "model.safetensors");
    await writeSafetensors(path, { [name]: { shape } });
    expect(await lookAtModel(path)).toMatchObject({ exists: true, family, broken: null, pickle: false });
  });

  it("v-prediction and zero terminal SNR by the marks of NoobAI's files", async () => {
    const path = join(await newFolder(), "v.safetensors");
    await writeSafetensors(path, { [attention(4)]: { shape: [2, 2048] }, v_pred: { shape: [] }, ztsnr: { shape: [] } });
    expect(await lookAtModel(path)).toMatchObject({ family: "sdxl", prediction: "v", zeroTerminalSnr: true });
  });

  it("a silent SDXL file is not called epsilon", async () => {
    const path = join(await newFolder(), "silent.safetensors");
    await writeSafetensors(path, { [attention(4)]: { shape: [2, 2048] } });
    expect((await lookAtModel(path)).prediction).toBeNull();
  });

  it("metadata help where the tensors do not tell", async () => {
    const path = join(await newFolder(), "named.safetensors");
    const metadata = { "modelspec.architecture": "stable-diffusion-v2-768-v" };
    await writeSafetensors(path, { other: { shape: [1] } }, { metadata });
    expect(await lookAtModel(path)).toMatchObject({ family: "sd2", prediction: "v" });
  });

  it("a download that broke off is named with both sizes", async () => {
    const path = join(await newFolder(), "cut.safetensors");
    await writeSafetensors(path, { [attention(1)]: { shape: [320, 768] } }, { cut: 1000 });
    const { broken, family } = await lookAtModel(path);
    expect(family).toBe("sd15");
    expect(broken).toMatch(/^it has \d+ bytes, and its header promises \d+$/);
  });

  it("what is no model is broken, what is not there is missing, a pickle is named", async () => {
    const folder = await newFolder();
    await writeFile(join(folder, "picture.safetensors"), "this is no model at all");
    await writeFile(join(folder, "old.ckpt"), "x");
    expect((await lookAtModel(join(folder, "picture.safetensors"))).broken).toMatch(/not a whole safetensors file/);
    expect(await lookAtModel(join(folder, "nowhere.safetensors"))).toMatchObject({ exists: false, broken: null });
    expect(await lookAtModel(join(folder, "old.ckpt"))).toMatchObject({ pickle: true, broken: null });
  });

  it("a diffusers folder tells by its pipeline and scheduler", async () => {
    const folder = await newFolder();
    await mkdir(join(folder, "scheduler"));
    await mkdir(join(folder, "unet"));
    await writeFile(join(folder, "model_index.json"), '{"_class_name":"StableDiffusionPipeline"}');
    await writeFile(join(folder, "scheduler", "scheduler_config.json"), '{"prediction_type":"v_prediction"}');
    await writeFile(join(folder, "unet", "config.json"), '{"cross_attention_dim":1024}');
    expect(await lookAtModel(folder)).toMatchObject({ family: "sd2", prediction: "v", broken: null });
    expect((await lookAtModel(join(folder, "unet"))).broken).toMatch(/model_index/);
  });
});

describe("the header of a safetensors file", () => {
  const hostile = (json: string, length = json.length): Buffer => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(length));
    return Buffer.concat([bytes, Buffer.from(json)]);
  };

  it.each([
    ["empty", Buffer.alloc(0), /it has 0 bytes/],
    ["a length beyond reason", hostile("{}", Number.MAX_SAFE_INTEGER), /makes no sense/],
    ["a length beyond the file", hostile("{}", 5000), /ends inside its header/],
    ["no JSON", hostile("not json"), /header is no JSON/],
    ["a list", hostile("[1]"), /no object/],
    ["offsets that go backwards", hostile('{"a":{"dtype":"F16","shape":[1],"data_offsets":[4,2]}}'), /tensor a/],
    ["a negative shape", hostile('{"a":{"dtype":"F16","shape":[-1],"data_offsets":[0,2]}}'), /tensor a/],
  ])("%s is refused in words", async (_name, bytes, message) => {
    const path = join(await newFolder(), "x.safetensors");
    await writeFile(path, bytes);
    await expect(readSafetensorsHeader(path)).rejects.toMatchObject({
      code: "modelInvalid",
      message: expect.stringMatching(message),
    });
  });
});
