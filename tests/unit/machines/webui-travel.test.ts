import { expect, test } from "@jest/globals";
import { readRequest } from "../../../sidecar/machines/webui/read-request.js";
import { toldDrawingFacts, toldFacts, toldPictures } from "../../../sidecar/machines/webui/told-facts.js";
import { txt2imgRequest } from "../../support/txt2img-request.js";

const travelled = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("a request comes as it was sent", () => {
  const request = txt2imgRequest({
    hires: { scale: 2, upscaler: "Latent", steps: 4, sampler: null },
    overrideSettings: { randn_source: "CPU", sd_model_checkpoint: "tiny", CLIP_stop_at_last_layers: 2 },
    further: { s_churn: 0.5 },
  });
  expect(readRequest(travelled(request))).toEqual(request);
});

test.each([
  [{ seed: "1" }, "seed"],
  [{ prompt: 3 }, "prompt"],
  [{ width: Number.NaN }, "width"],
  [{ overrideSettings: { sd_vae: { $file: {} } } }, "overrideSettings.sd_vae"],
])("a request that no studio sends is refused: %j", (change, told) => {
  expect(() => readRequest(travelled({ ...txt2imgRequest({}), ...change }))).toThrow(told);
});

test("facts come as they were told; what is of another type is not told", () => {
  const facts = {
    checkpoints: [{ title: "tiny [a46814c440]", name: "tiny", hash: "a46814c440", sha256: null, filename: null }],
    checkpoint: "tiny [a46814c440]",
    samplers: ["Euler a"],
    schedulers: null,
    vaes: ["Automatic"],
    modules: null,
    upscalers: [],
    styles: [],
    faceRestorers: [],
    loras: [{ name: "okara", alias: null, path: "/loras/okara.safetensors" }],
    loraFolder: "/loras",
    rehearsal: false,
  };
  expect(toldDrawingFacts(travelled(facts))).toEqual(facts);
  expect(toldDrawingFacts({ checkpoints: [3, {}], samplers: "Euler", rehearsal: "yes" })).toMatchObject({
    checkpoints: [],
    samplers: [],
    schedulers: null,
    rehearsal: false,
  });
  expect(toldFacts(null)).toEqual({ name: null, version: null, loraFolder: null });
  expect(() => toldPictures({ pictures: [{ seed: "x" }] })).toThrow("without a seed");
});
