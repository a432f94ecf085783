import { expect, test } from "@jest/globals";
import { triggerWords } from "../../../../sidecar/training/results/trigger-words.js";
import { factNotes, userMetadata } from "../../../../sidecar/training/results/user-metadata.js";

const metadata = (entries: Record<string, unknown>): Map<string, string> =>
  new Map(
    Object.entries(entries).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );

test("the folder's word, where the captions have it or there are none", () => {
  const tagged = { ss_tag_frequency: { "10_okara": { " okara": 20, "1girl": 20, smile: 3 } } };
  expect(
    triggerWords(metadata({ ...tagged, ss_dataset_dirs: { "10_okara": { n_repeats: 10, img_count: 20 } } })),
  ).toEqual(["okara"]);
  expect(triggerWords(metadata({ ss_tag_frequency: { "4_fox ears": {} } }))).toEqual(["fox ears"]);
});

test("what all captions happen to share is no trigger", () => {
  const tags = { "10_okara": { "white background": 4, smile: 3 } };
  expect(triggerWords(metadata({ ss_tag_frequency: tags }))).toEqual([]);
});

test("a dataset configuration's sets are read too, and what is no metadata says nothing", () => {
  const sets = [
    { tag_frequency: { "2_a": { a: 2 } }, dirs: { "2_a": { img_count: 2 } } },
    { tag_frequency: { "3_b": { b: 1 } } },
  ];
  expect(triggerWords(metadata({ ss_datasets: sets }))).toEqual(["a", "b"]);
  for (const broken of [{}, { ss_tag_frequency: "{" }, { ss_tag_frequency: "[1]" }, { ss_datasets: "7" }]) {
    expect(triggerWords(metadata(broken))).toEqual([]);
  }
});

test("the WebUI's own form: names of its keys, and a version only where it is known", () => {
  const wish = { activationText: "okara", preferredWeight: 0.75, negativeText: "", notes: "" };
  expect(userMetadata(metadata({ ss_base_model_version: "sdxl_base_v1-0" }), wish)).toEqual({
    description: "",
    "sd version": "SDXL",
    "activation text": "okara",
    "preferred weight": 0.75,
    "negative text": "",
    notes: "",
  });
  expect(userMetadata(metadata({ ss_base_model_version: "flux1" }), wish)).not.toHaveProperty("sd version");
});

test("notes tell what is known, and that a rehearsal learnt nothing", () => {
  const found = factNotes(metadata({ ss_steps: "700", ss_learning_rate: "None" }), { id: 3, rehearsal: true });
  expect(found.split("\n")).toEqual(["LoRA Atelier, run 3", "A rehearsal: nothing was learnt.", "steps: 700"]);
});
