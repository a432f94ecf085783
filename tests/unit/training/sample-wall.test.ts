import { expect, test } from "@jest/globals";
import { readSampleName } from "../../../sidecar/training/history/sample-name.js";
import { sampleRows } from "../../../sidecar/training/history/sample-wall.js";

const at = (second: number): number => new Date(2026, 10, 22, 22, 14, second).getTime();

test.each([
  ["okara_000002_00_20261122221436_1.png", { step: 2, epoch: null, prompt: 0, time: at(36), seed: 1 }],
  ["okara_e000003_11_20261122221436.png", { step: null, epoch: 3, prompt: 11, time: at(36), seed: null }],
  ["okara_1234567_00_20261122221436_0.png", { step: 1_234_567, epoch: null, prompt: 0, time: at(36), seed: 0 }],
  ["okara-2_000002_00_20261122221436_1.png", null],
  ["okara_x_000002_00_20261122221436_1.png", null],
  ["okara_000002_00_2026112222143_1.png", null],
  ["okara.png", null],
])("a sample picture's name is read as the trainer writes it: %s", (file, expected) => {
  expect(readSampleName(file, "okara")).toEqual(expected);
});

test("a run without a name of its own has no front", () => {
  expect(readSampleName("000002_00_20261122221436.png", null)).toMatchObject({ step: 2, prompt: 0 });
});

const file = (name: string, modified: number) => {
  const read = readSampleName(name, "okara");
  if (read === null) throw new Error(name);
  return { ...read, file: name, bytes: 1, modified };
};

test("rows are moments, the newest last; only what was made while the run ran belongs to it", () => {
  const run = { perEpoch: 8, steps: 20, countedFrom: 0 };
  const files = [
    file("okara_000010_01_20261122221430_1.png", at(30)),
    file("okara_000010_00_20261122221429_1.png", at(29)),
    file("okara_e000000_00_20261122221421_1.png", at(21)),
    // The same moment once more: an older run of the same name, and a second try within this one.
    file("okara_000010_00_20261122221400_1.png", at(0)),
    file("okara_e000003_00_20261122221450_1.png", at(50)),
    // A trainer in another time zone: the file's own time fits.
    file("okara_000020_00_20261123061445_1.png", at(45)),
  ];
  const rows = sampleRows(files, run, { from: at(20), to: at(55) });

  expect(
    rows.map(({ step, epoch, pictures }) => [step, epoch, pictures.map(({ prompt, time }) => [prompt, time])]),
  ).toEqual([
    [0, 0, [[0, at(21)]]],
    [
      10,
      null,
      [
        [0, at(29)],
        [1, at(30)],
      ],
    ],
    [20, 3, [[0, at(50)]]],
    [20, null, [[0, expect.any(Number)]]],
  ]);
  expect(sampleRows(files, run, { from: at(56), to: null }).map(({ step }) => step)).toEqual([20]);
});

test("steps that the trainer leaves out of its numbers after a resume are added", () => {
  const files = [
    file("okara_000004_00_20261122221430_1.png", at(30)),
    file("okara_e000002_00_20261122221431.png", at(31)),
  ];
  const rows = sampleRows(files, { perEpoch: 10, steps: 40, countedFrom: 10 }, { from: at(20), to: null });

  expect(rows.map(({ step }) => step)).toEqual([14, 20]);
});
