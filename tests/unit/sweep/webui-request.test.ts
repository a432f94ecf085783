import { expect, test } from "@jest/globals";
import type { DrawRequest } from "../../../sidecar/sweep/draw/draw-request.js";
import { sweepLoraName } from "../../../sidecar/sweep/draw/lora-names.js";
import { webuiRequest } from "../../../sidecar/sweep/draw/webui-request.js";

const content = "1a2b3c4d".repeat(8);
const request: DrawRequest = {
  promptBefore: "1girl, okara BREAK (blue:1.2) ",
  promptAfter: "",
  lora: { content, strength: "0.75", textEncoder: null },
  negativePrompt: "bad",
  seed: 7,
  variationSeed: null,
  variationStrength: 0,
  steps: 20,
  cfgScale: 7,
  distilledCfgScale: null,
  width: 512,
  height: 768,
  sampler: "Euler a",
  scheduler: null,
  styles: [],
  hires: null,
  denoisingStrength: null,
  eta: null,
  overrideSettings: { CLIP_stop_at_last_layers: 2 },
  further: { s_churn: 1 },
  checkpoint: "tiny [a46814c440]",
  rehearsal: false,
};
const checkpoint = { title: "sub/tiny.safetensors [a46814c440]", name: "sub_tiny", hash: "a46814c440" };
const names = {
  loras: new Map([[content, "okara-1a2b3c4d"]]),
  checkpoints: [{ ...checkpoint, sha256: null, filename: null }],
};

test("the tag stands where the prompt wants it, with the text encoder's strength first where it is another", () => {
  expect(webuiRequest(request, 1, names).prompt).toBe("1girl, okara BREAK (blue:1.2) <lora:okara-1a2b3c4d:0.75>");
  const split = { ...request, promptAfter: ", end", lora: { content, strength: "1", textEncoder: "0.5" } };
  expect(webuiRequest(split, 1, names).prompt).toBe("1girl, okara BREAK (blue:1.2) <lora:okara-1a2b3c4d:0.5:1>, end");
  expect(webuiRequest({ ...request, lora: null }, 1, names).prompt).toBe("1girl, okara BREAK (blue:1.2) ");
});

test("what the user has set in the WebUI and would change the picture is set for the request", () => {
  const { overrideSettings, batchSize, further } = webuiRequest(request, 4, names);
  expect(overrideSettings).toEqual({
    CLIP_stop_at_last_layers: 2,
    randn_source: "CPU",
    sd_model_checkpoint: "sub/tiny.safetensors [a46814c440]",
    sd_lora: "None",
    lora_add_hashes_to_infotext: true,
  });
  expect([batchSize, further]).toEqual([4, { s_churn: 1 }]);
  // An axis of its own.
  const nv = webuiRequest({ ...request, overrideSettings: { randn_source: "NV" } }, 1, names);
  expect(nv.overrideSettings.randn_source).toBe("NV");
});

test("a checkpoint or a LoRA that this WebUI does not have is refused: it would take another without a word", () => {
  expect(() => webuiRequest({ ...request, checkpoint: "other [ffffffffff]" }, 1, names)).toThrow("no checkpoint other");
  expect(() => webuiRequest(request, 1, { ...names, loras: new Map() })).toThrow("not among this WebUI's");
  expect(webuiRequest({ ...request, checkpoint: "SUB_tiny.safetensors" }, 1, names).overrideSettings).toMatchObject({
    sd_model_checkpoint: "sub/tiny.safetensors [a46814c440]",
  });
});

test("names hold the content, and nothing that ends a tag or is mangled in infotexts", () => {
  expect(sweepLoraName("/out/okara-step00001000.safetensors", content)).toBe("okara-step00001000-1a2b3c4d");
  expect(sweepLoraName("/out/a, b:c<d> 岡.safetensors", content)).toBe("a__b_c_d__岡-1a2b3c4d");
  expect(sweepLoraName("/out/.hidden.safetensors", content)).toBe("hidden-1a2b3c4d");
});
