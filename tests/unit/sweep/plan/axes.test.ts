import { expect, test } from "@jest/globals";
import { axisCatalogue, axisNamed } from "../../../../sidecar/sweep/plan/axes/axis-catalogue.js";
import { reordered } from "../../../../sidecar/sweep/plan/axes/order-axis.js";
import { wireAxes } from "../../../../sidecar/sweep/plan/axes/wire-axes.js";
import { resolveSweep } from "../../../../sidecar/sweep/plan/resolve-sweep.js";
import type { SweepSettings } from "../../../../sidecar/sweep/plan/resolved-sweep.js";
import { drawingFacts } from "../../../support/drawing-facts.js";
import { sweepFacts, sweepSettings } from "../../../support/sweep-settings.js";

/** Requests along one further axis. */
function along(axis: string, values: string, given: Partial<SweepSettings> = {}) {
  const settings = sweepSettings({ strengths: "0", seeds: "1", ...given, axes: [{ axis, values }] });
  const sweep = resolveSweep(settings, sweepFacts(settings, { random: [5, 6, 7] }));
  const requests = Array.from({ length: sweep.cellCount }, (_, index) => sweep.requestOf(index));
  return { labels: sweep.axes.at(-1)?.values.map(({ label }) => label), requests };
}

test("every axis of AUTOMATIC1111's X/Y/Z plot that txt2img can do is there, each once", () => {
  const known = [
    "Var. seed|Var. strength|Steps|Hires steps|CFG Scale|Prompt S/R|Prompt order|Sampler|Hires sampler|Checkpoint name",
    "Negative Guidance minimum sigma|Sigma Churn|Sigma min|Sigma max|Sigma noise|Schedule type|Schedule min sigma",
    "Schedule max sigma|Schedule rho|Eta|Clip skip|Denoising|Extra noise|Hires upscaler|VAE|Styles|UniPC Order",
    "Face restore|Token merging ratio|Token merging ratio high-res|Always discard next-to-last sigma",
    "SGM noise multiplier|Refiner checkpoint|Refiner switch at|RNG source|FP8 mode|Size|Distilled CFG Scale",
  ].flatMap((line) => line.split("|"));
  const titles = axisCatalogue.map(({ title }) => title);
  expect(known.filter((title) => !titles.includes(title))).toEqual([]);
  expect(new Set(titles).size).toBe(titles.length);
  expect(new Set(axisCatalogue.map(({ id }) => id)).size).toBe(titles.length);
  expect(axisNamed("cfg scale")?.id).toBe("cfg");
  expect(axisNamed("nonsense")).toBeNull();
});

test.each([
  ["steps", "20, 30", [{ steps: 20 }, { steps: 30 }]],
  ["cfg", "5-6(+0.5)", [{ cfgScale: 5 }, { cfgScale: 5.5 }, { cfgScale: 6 }]],
  ["Sampler", "Euler, DDIM", [{ sampler: "Euler" }, { sampler: "DDIM" }]],
  [
    "size",
    "512x768, 768×512",
    [
      { width: 512, height: 768 },
      { width: 768, height: 512 },
    ],
  ],
  ["Checkpoint name", "a.safetensors [0123456789]", [{ checkpoint: "a.safetensors [0123456789]" }]],
  [
    "clipSkip",
    "1-2",
    [{ overrideSettings: { CLIP_stop_at_last_layers: 1 } }, { overrideSettings: { CLIP_stop_at_last_layers: 2 } }],
  ],
  ["VAE", "x.pt", [{ overrideSettings: { sd_vae: "x.pt" } }]],
  ["Sigma Churn", "1", [{ further: { s_churn: 1 } }]],
  ["Schedule rho", "7", [{ overrideSettings: { rho: 7 } }]],
  [
    "SGM noise multiplier",
    "true, off",
    [{ overrideSettings: { sgm_noise_multiplier: true } }, { overrideSettings: { sgm_noise_multiplier: false } }],
  ],
  [
    "Hires scale",
    "1, 1.5",
    [
      { hires: null, denoisingStrength: null },
      { hires: { scale: 1.5, steps: 0 }, denoisingStrength: 0.7 },
    ],
  ],
  ["Hires upscaler", "Latent", [{ hires: { scale: 2, upscaler: "Latent" } }]],
  [
    "Face restore",
    "None, GFPGAN",
    [
      { further: { restore_faces: false } },
      { further: { restore_faces: true }, overrideSettings: { face_restoration_model: "GFPGAN" } },
    ],
  ],
  ["Styles", 'None, "a, b"', [{ styles: [] }, { styles: ["a", "b"] }]],
  ["Var. strength", "0, 0.5", [{ variationSeed: null }, { variationStrength: 0.5, variationSeed: 5 }]],
])("%s: %s", (axis, values, expected) => {
  const { requests } = along(axis, values);
  expect(requests).toMatchObject(expected);
});

test("Prompt S/R: the first is needle and first value, in prompt and negative prompt, around the LoRA's place", () => {
  const prompts = ["a red dress, {lora}, red sky"];
  const { labels, requests } = along("Prompt S/R", 'red, blue, "green, long"', { prompts, negativePrompts: ["red"] });
  expect(labels).toEqual(["red", "blue", "green, long"]);
  expect(requests[2]).toMatchObject({
    promptBefore: "a green, long dress, ",
    promptAfter: ", green, long sky",
    negativePrompt: "green, long",
  });
  expect(along("replace", "red=blue, red=$&", { prompts }).requests[1]).toMatchObject({ promptBefore: "a $& dress, " });
  expect(along("replace", 'red, ""', { prompts }).requests[1]).toMatchObject({ promptBefore: "a  dress, " });
});

test("two replacements stand beside each other; any other axis twice is refused", () => {
  const settings = sweepSettings({
    strengths: "0",
    seeds: "1",
    prompts: ["a b"],
    axes: [
      { axis: "replace", values: "a, x" },
      { axis: "replace", values: "b, y" },
    ],
  });
  const sweep = resolveSweep(settings, sweepFacts(settings));
  expect(sweep.axes.slice(-2).map(({ id, title }) => [id, title])).toEqual([
    ["replace", "Prompt S/R"],
    ["replace2", "Prompt S/R 2"],
  ]);
  expect(sweep.requestOf(3)?.promptBefore).toBe("x y ");
  const twice = sweepSettings({
    axes: [
      { axis: "cfg", values: "5" },
      { axis: "CFG Scale", values: "6" },
    ],
  });
  expect(() => resolveSweep(twice, sweepFacts(twice))).toThrow("twice");
});

test("Prompt order changes the parts' places and nothing between them", () => {
  expect(
    along("order", "cat, dog", { prompts: ["cat, BREAK dog!"] }).requests.map((request) => request?.promptBefore),
  ).toEqual(["cat, BREAK dog! ", "dog, BREAK cat! "]);
  expect(reordered("a b c", ["c", "x", "a"])).toBe("c b a");
  expect(along("order", "a, b, c").labels).toHaveLength(6);
});

test("choices come from the WebUI, and only where it has such a list", () => {
  const { axes } = wireAxes(drawingFacts({ schedulers: null }));
  const choicesOf = (id: string) => axes.find((axis) => axis.id === id)?.choices;
  expect(choicesOf("sampler")).toEqual(["Euler a", "DPM++ 2M"]);
  expect(choicesOf("scheduler")).toBeNull();
  expect(choicesOf("cfg")).toBeNull();
  expect(choicesOf("vae")).toEqual(["Automatic", "None", "kl.pt"]);
  expect(wireAxes(null).axes.find(({ id }) => id === "sampler")?.choices).toBeNull();
});
