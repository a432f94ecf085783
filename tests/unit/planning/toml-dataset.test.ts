import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parse } from "smol-toml";
import type { PlanDataset } from "../../../sidecar/planning/plan.js";
import { datasetResolution, readDatasetToml, writeDatasetToml } from "../../../sidecar/planning/toml/dataset-toml.js";

test("what a level says goes down, the lower wins", () => {
  const { datasets, problems } = readDatasetToml(`
[general]
batch_size = 2
resolution = 512
num_repeats = 3
shuffle_caption = true
resize_interpolation = "area"
[[datasets]]
resolution = [600, 900]
flip_aug = true
  [[datasets.subsets]]
  image_dir = "C:\\\\絵 x"
  class_tokens = "okara"
  shuffle_caption = false
  [[datasets.subsets]]
  image_dir = "/reg"
  is_reg = true
  num_repeats = 1
[[datasets]]
batch_size = 4
  [[datasets.subsets]]
  image_dir = "/b"
  caption_dropout_rate = 1
`);
  expect(problems).toEqual([]);
  const all = { shuffle_caption: true, resize_interpolation: "area" };
  expect(datasets).toEqual([
    {
      options: { batch_size: 2, resolution: [600, 900], resize_interpolation: "area" },
      subsets: [
        {
          folder: "C:\\絵 x",
          repeats: 3,
          trigger: "okara",
          regularisation: false,
          options: { ...all, shuffle_caption: false, flip_aug: true },
        },
        { folder: "/reg", repeats: 1, trigger: null, regularisation: true, options: { ...all, flip_aug: true } },
      ],
    },
    {
      options: { batch_size: 4, resolution: 512, resize_interpolation: "area" },
      subsets: [
        {
          folder: "/b",
          repeats: 3,
          trigger: null,
          regularisation: false,
          options: { ...all, caption_dropout_rate: 1 },
        },
      ],
    },
  ]);
});

test("repeats of the command line count where the file says nothing", () => {
  const text = '[[datasets]]\n[[datasets.subsets]]\nimage_dir = "/a"';
  expect(readDatasetToml(text).datasets[0]?.subsets[0]?.repeats).toBe(1);
  expect(readDatasetToml(text, 5).datasets[0]?.subsets[0]?.repeats).toBe(5);
});

test("keys and types that would stop the trainer are named with their level", () => {
  const { problems, datasets } = readDatasetToml(`
extra = 1
[general]
image_dir = "/x"
batch_size = 1.0
custom_attributes = { a = 1 }
[[datasets]]
resolution = "512,512"
is_reg = true
validation_split = 0
  [[datasets.subsets]]
  batch_size = 1
  num_repeats = 0
  flip_aug = "yes"
  [[datasets.subsets]]
  metadata_file = "/m.json"
`);
  expect(problems.map(({ field }) => field)).toEqual([
    "extra",
    "general.image_dir",
    "general.batch_size",
    "general.custom_attributes",
    "datasets[0].resolution",
    "datasets[0].is_reg",
    "datasets[0].validation_split",
    "datasets[0].subsets[0].batch_size",
    "datasets[0].subsets[0].flip_aug",
    "datasets[0].subsets[0].image_dir",
    "datasets[0].subsets[0].num_repeats",
    "datasets[0].subsets",
  ]);
  expect(problems[2]).toEqual({ field: "general.batch_size", expected: "a whole number", found: "the number 1" });
  expect(datasets[0]).toMatchObject({
    options: {},
    subsets: [{ repeats: 1 }, { options: { metadata_file: "/m.json" } }],
  });
});

test.each([
  ["", "datasets"],
  ["datasets = 1", "datasets"],
  ["datasets = [1]", "datasets[0]"],
  ["general = 1\n[[datasets]]", "general"],
  ["[[datasets]]\nsubsets = 4", "datasets[0].subsets"],
  ["[datasets]", "datasets"],
])("a wrong shape is a problem, no crash: %p", (text, field) => {
  expect(readDatasetToml(text).problems.map((problem) => problem.field)).toContain(field);
});

test("a resolution becomes one number or two", () => {
  expect(["512", "600,900", " 600 , 900 ", "512,512"].map(datasetResolution)).toEqual([
    512,
    [600, 900],
    [600, 900],
    512,
  ]);
  expect([768, [600, 900], [512]].map(datasetResolution)).toEqual([768, [600, 900], 512]);
  expect(["", "a", "1,2,3", "600,", "-1", "0", "1.5"].map(datasetResolution)).toEqual(Array(7).fill(null));
});

test("written by level and name, numbers as the trainer demands them", () => {
  const sets: PlanDataset[] = [
    {
      options: { resolution: "600,900", batch_size: 2, validation_split: 0, network_multiplier: 1 },
      subsets: [
        { folder: "/a b", repeats: 10, trigger: "okara", regularisation: false, options: { flip_aug: true } },
        { folder: "/r", repeats: 1, trigger: null, regularisation: true, options: {} },
      ],
    },
    { options: { resolution: "512" }, subsets: [] },
  ];
  expect(writeDatasetToml(sets)).toBe(`[[datasets]]
batch_size = 2
network_multiplier = 1.0
resolution = [600, 900]
validation_split = 0.0

[[datasets.subsets]]
class_tokens = "okara"
flip_aug = true
image_dir = "/a b"
num_repeats = 10

[[datasets.subsets]]
image_dir = "/r"
is_reg = true
num_repeats = 1

[[datasets]]
resolution = 512
`);
});

const subset = fc.record({
  folder: fc.string({ minLength: 1, unit: "grapheme" }),
  repeats: fc.integer({ min: 1, max: 9999 }),
  trigger: fc.option(fc.string({ minLength: 1 })),
  regularisation: fc.boolean(),
  options: fc.record(
    {
      flip_aug: fc.boolean(),
      caption_prefix: fc.string({ unit: "grapheme" }),
      caption_dropout_rate: fc.constantFrom(0, 0.5, 1),
      face_crop_aug_range: fc.constantFrom<number[]>([1, 2], [1.5, 3]),
      keep_tokens: fc.nat(9),
      alpha_mask: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
});
const dataset = fc.record({
  options: fc.record(
    {
      resolution: fc.oneof(fc.integer({ min: 1, max: 2048 }), fc.constant<number[]>([600, 900])),
      batch_size: fc.integer({ min: 1, max: 64 }),
      enable_bucket: fc.boolean(),
      validation_split: fc.constantFrom(0, 0.1, 1),
    },
    { requiredKeys: [] },
  ),
  subsets: fc.array(subset, { maxLength: 3 }),
});

test("sets go through a file and come back", () => {
  fc.assert(
    fc.property(fc.array(dataset, { minLength: 1, maxLength: 3 }), (sets) => {
      const text = writeDatasetToml(sets);
      expect(Object.keys(parse(text))).toEqual(["datasets"]);
      expect(readDatasetToml(text)).toEqual({ datasets: sets, problems: [] });
    }),
    { numRuns: 300 },
  );
});
