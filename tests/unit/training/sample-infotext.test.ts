import { expect, test } from "@jest/globals";
import { parseInfotext } from "../../../sidecar/sweep/proof/infotext.js";
import { sampleInfotext } from "../../../sidecar/ui/state/sample-infotext.js";

const prompt = {
  text: "okara, smile",
  negative: "blurry",
  width: 512,
  height: 768,
  seed: 5,
  steps: 20,
  scale: 7,
  others: [],
};

test("a sample's prompt becomes a text that a WebUI reads", () => {
  const text = sampleInfotext(prompt, { lora: "okara-step100", seed: 5, sampler: "euler_a" });
  const told = parseInfotext(text);

  expect(told?.prompt).toBe("okara, smile <lora:okara-step100:1>");
  expect(told?.negativePrompt).toBe("blurry");
  expect(Object.fromEntries(told?.fields ?? [])).toEqual({
    Steps: "20",
    Sampler: "Euler a",
    "CFG scale": "7",
    Seed: "5",
    Size: "512x768",
  });
});

test("what the line leaves open is as the trainer draws it", () => {
  const bare = { ...prompt, negative: null, width: null, height: null, seed: null, steps: null, scale: null };
  const told = parseInfotext(sampleInfotext(bare, { lora: null, seed: null, sampler: null }));

  expect(told?.prompt).toBe("okara, smile");
  expect(told?.fields.get("Sampler")).toBe("DDIM");
  expect(told?.fields.get("Seed")).toBe("-1");
  expect(told?.fields.get("Size")).toBe("512x512");
});
