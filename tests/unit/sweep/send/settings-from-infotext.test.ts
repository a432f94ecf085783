import { expect, test } from "@jest/globals";
import { settingsFromInfotext } from "../../../../sidecar/sweep/send/settings-from-infotext.js";

const known = {
  checkpoints: [
    { title: "soft.safetensors [111]", name: "soft", hash: "111", sha256: null, filename: null },
    { title: "tiny.safetensors [a750f77171]", name: "tiny", hash: "a750f77171", sha256: null, filename: null },
  ],
  samplers: ["Euler a", "DPM++ 2M"],
  schedulers: ["Automatic", "Karras"],
  loras: [
    { name: "okara", alias: "tofu", path: "/loras/okara.safetensors" },
    { name: "tofu", alias: null, path: "/loras/tofu.safetensors" },
  ],
};

const infotext = `少女 <lora:okara:0.7> and <lora:gone:1>
second line
Negative prompt: bad, worse
Steps: 24, Sampler: Euler a, Schedule type: Karras, CFG scale: 6.5, Seed: 7, Size: 832x1216, Model hash: a750f77171, Model: renamed, Clip skip: 2, Version: v1.10.1`;

test("a picture's settings by the names of the form, its files by the WebUI's list", () => {
  expect(settingsFromInfotext(infotext, known)).toEqual({
    settings: {
      loras: ["/loras/okara.safetensors"],
      prompts: ["少女 <lora:okara:0.7> and <lora:gone:1>\nsecond line"],
      negativePrompts: ["bad, worse"],
      seeds: "7",
      sampler: "Euler a",
      scheduler: "Karras",
      steps: 24,
      cfg: 6.5,
      width: 832,
      height: 1216,
      clipSkip: 2,
      checkpoint: "tiny.safetensors [a750f77171]",
    },
    unknown: { loras: ["gone"], checkpoint: null },
  });
});

test("a file's own name comes before what another is also called", () => {
  const text = "<lora:tofu:1>\nSteps: 2, Sampler: Euler a, Seed: 1";
  expect(settingsFromInfotext(text, known)?.settings.loras).toEqual(["/loras/tofu.safetensors"]);
});

test("older WebUIs write the scheduler behind the sampler", () => {
  const text = "cat\nSteps: 2, Sampler: DPM++ 2M Karras, Seed: 1";
  expect(settingsFromInfotext(text, known)?.settings).toMatchObject({ sampler: "DPM++ 2M", scheduler: "Karras" });
  // A WebUI that has no list of schedulers takes it as it is.
  const old = { ...known, schedulers: null };
  expect(settingsFromInfotext(text, old)?.settings).toMatchObject({ sampler: "DPM++ 2M Karras" });
});

test("what no form takes is left out, and so is what no WebUI can tell of", () => {
  const text = "<lora:okara:1>\nSteps: 0, Sampler: Euler a, CFG scale: 900, Seed: 1, Size: odd, Model: tiny";
  expect(settingsFromInfotext(text, null)).toEqual({
    settings: { prompts: ["<lora:okara:1>"], seeds: "1", sampler: "Euler a", negativePrompts: [""] },
    unknown: { loras: ["okara"], checkpoint: "tiny" },
  });
});

test("a caption is no infotext", () => {
  expect(settingsFromInfotext("1girl, solo, smile", known)).toBeNull();
});
