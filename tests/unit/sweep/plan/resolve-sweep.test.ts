import { expect, test } from "@jest/globals";
import { cellGroups, countMerges } from "../../../../sidecar/sweep/plan/cell-groups.js";
import { resolveSweep } from "../../../../sidecar/sweep/plan/resolve-sweep.js";
import type { SweepFacts, SweepSettings } from "../../../../sidecar/sweep/plan/resolved-sweep.js";
import { seedBatches } from "../../../../sidecar/sweep/plan/seed-batches.js";
import { sweepFacts, sweepSettings } from "../../../support/sweep-settings.js";

const two = ["/out/okara-000001.safetensors", "/out/okara-000002.safetensors"];
const resolve = (given: Partial<SweepSettings> = {}, facts: Partial<SweepFacts> = {}) => {
  const settings = sweepSettings(given);
  return resolveSweep(settings, sweepFacts(settings, facts));
};
const axisTexts = (sweep: ReturnType<typeof resolve>) =>
  Object.fromEntries(sweep.axes.map(({ id, values }) => [id, values.map(({ text }) => text)]));
const all = (sweep: ReturnType<typeof resolve>) => Array.from({ length: sweep.cellCount }, (_, index) => index);

test("the control comes first on the strength axis, and a listed 0 is the control", () => {
  expect(axisTexts(resolve({ strengths: "0, -0.5, 0.5" })).strength).toEqual(["0", "-0.5", "0.5"]);
  expect(axisTexts(resolve({ strengths: "0" })).strength).toEqual(["0"]);
});

test("cells are digits over the axes, the last running fastest", () => {
  const sweep = resolve({ loras: two, axes: [{ axis: "CFG Scale", values: "5-7" }] });
  expect(sweep.axes.map(({ id }) => id)).toEqual(["lora", "strength", "prompt", "negative", "seed", "cfg"]);
  expect(sweep.cellCount).toBe(2 * 4 * 1 * 1 * 2 * 3);
  for (const index of all(sweep)) expect(sweep.indexOf(sweep.coordinatesOf(index))).toBe(index);
  expect(sweep.requestOf(sweep.cellCount - 1)).toMatchObject({ cfgScale: 7, seed: 2, lora: { strength: "1" } });
});

test("a control differs from its cell in the LoRA alone, and is the same picture for every file", () => {
  const sweep = resolve({ loras: two, prompts: ["a", "b"], axes: [{ axis: "steps", values: "10, 20" }] });
  const controls = new Set<string | null>();
  for (const index of all(sweep)) {
    const [cell, control] = [sweep.requestOf(index), sweep.requestOf(sweep.controlOf(index))];
    expect(control).toEqual({ ...cell, lora: null });
    expect(sweep.controlOf(sweep.controlOf(index))).toBe(sweep.controlOf(index));
    controls.add(sweep.keyOf(sweep.controlOf(index)));
  }
  expect(controls.size).toBe(2 * 2 * 2);
});

test("the text encoder's strength is an axis only where it is asked for", () => {
  const sweep = resolve({ strengths: "1", textEncoderStrengths: "0.5, 1" });
  expect(all(sweep).map((index) => sweep.requestOf(index)?.lora?.textEncoder)).toEqual([
    ...[undefined, undefined, undefined, undefined],
    ...["0.5", "0.5", null, null],
  ]);
  // The controls of both are one picture for each seed.
  expect(new Set(all(sweep).map(sweep.keyOf)).size).toBe(6);
});

test("-1 is fixed once and follows from the facts alone", () => {
  const facts = { random: [111, 222] };
  expect(axisTexts(resolve({ seeds: "-1, 5, -1" }, facts)).seed).toEqual(["111", "5", "222"]);
  expect(resolve({ seeds: "-1" }, facts).keyOf(3)).toBe(resolve({ seeds: "-1" }, facts).keyOf(3));
  const more = axisTexts(resolve({ seeds: "-1, -1, -1" }, { random: [111] })).seed;
  expect(new Set(more).size).toBe(3);
});

test("with keepRandom every prompt has a random seed of its own, the same over strengths", () => {
  const sweep = resolve({ seeds: "-1", keepRandom: true, prompts: ["a", "b"] }, { random: [111] });
  const seeds = new Map<string, Set<number | undefined>>();
  for (const index of all(sweep)) {
    const request = sweep.requestOf(index);
    const kept = seeds.get(request?.promptBefore ?? "") ?? new Set();
    seeds.set(request?.promptBefore ?? "", kept.add(request?.seed));
  }
  expect([...seeds.values()].map((kept) => kept.size)).toEqual([1, 1]);
  expect(new Set([...seeds.values()].flatMap((kept) => [...kept])).size).toBe(2);
});

test("seeds rise along the axes that are named, never along what is compared", () => {
  const sweep = resolve({
    seeds: "10",
    prompts: ["a", "b"],
    strengths: "1",
    varySeeds: ["prompt", "cfg", "strength"],
    axes: [{ axis: "cfg", values: "5, 6, 7" }],
  });
  expect(all(sweep).map((index) => sweep.requestOf(index)?.seed)).toEqual([
    ...[10, 12, 14, 11, 13, 15],
    ...[10, 12, 14, 11, 13, 15],
  ]);
});

test("a value marked SKIP keeps its place and is not drawn", () => {
  const sweep = resolve({ strengths: "0.5, SKIP: 1" });
  expect(sweep.cellCount).toBe(6);
  expect(all(sweep).map((index) => sweep.keyOf(index) === null)).toEqual([false, false, false, false, true, true]);
});

test("one key for what is the same, another for anything else", () => {
  const key = (given: Partial<SweepSettings>, facts: Partial<SweepFacts> = {}) =>
    resolve({ strengths: "1", seeds: "1", ...given }, facts).keyOf(1);
  expect(key({})).toMatch(/^[0-9a-f]{64}$/);
  expect(key({ name: "other", batchSize: 4, folder: "/x" })).toBe(key({}));
  // The file's name means nothing, its content all.
  const renamed = { contents: { "/other.safetensors": sweepFacts(sweepSettings()).contents[two[0] ?? ""] ?? "" } };
  expect(key({ loras: ["/other.safetensors"] }, renamed)).toBe(key({}));
  const others = [
    { steps: 25 },
    { prompts: ["1girl"] },
    { seeds: "2" },
    { strengths: "0.9" },
    { rehearsal: true },
    { clipSkip: 2 },
    { vae: "x" },
    { loras: [two[1] ?? ""] },
  ];
  expect(new Set([key({}), ...others.map((given) => key(given))]).size).toBe(others.length + 1);
  expect(
    key({
      axes: [
        { axis: "vae", values: "x" },
        { axis: "clipSkip", values: "2" },
      ],
    }),
  ).toBe(
    key({
      axes: [
        { axis: "clipSkip", values: "2" },
        { axis: "vae", values: "x" },
      ],
    }),
  );
});

test("what is dear changes most rarely: checkpoint, LoRA, strength, the rest, seeds; controls first, equal pictures once", () => {
  const sweep = resolve({
    loras: two,
    prompts: ["a", "b"],
    axes: [
      { axis: "Sampler", values: "Euler, DDIM" },
      { axis: "Checkpoint name", values: "one, two" },
    ],
  });
  const groups = cellGroups(sweep);
  expect(groups.map(({ checkpoint }) => checkpoint)).toEqual([...Array(7).fill("one"), ...Array(7).fill("two")]);
  expect(groups.map(({ lora }) => lora === "control")).toEqual([
    true,
    ...Array(6).fill(false),
    true,
    ...Array(6).fill(false),
  ]);
  expect(countMerges(groups)).toBe(2 * 2 * 3);
  const cells = groups.flatMap((group) => group.cells);
  expect(new Set(cells.map(sweep.keyOf)).size).toBe(cells.length);
  expect(cells.length).toBe(new Set(all(sweep).map(sweep.keyOf)).size);
  // Seeds follow each other, so that they can share a request.
  expect(groups.every((group) => seedBatches(sweep, group, 8).every((batch) => batch.length === 2))).toBe(true);
  expect(groups.every((group) => seedBatches(sweep, group, 1).length === group.cells.length)).toBe(true);
});

test("seeds share a request only where they count up", () => {
  const sweep = resolve({ strengths: "1", seeds: "1, 2, 3, 7, 8" });
  expect(cellGroups(sweep).map((group) => seedBatches(sweep, group, 2))).toEqual([
    [[0, 1], [2], [3, 4]],
    [[5, 6], [7], [8, 9]],
  ]);
  const varied = resolve({
    strengths: "1",
    seeds: "1-3",
    axes: [
      { axis: "varStrength", values: "0.5" },
      { axis: "varSeed", values: "9" },
    ],
  });
  expect(
    cellGroups(varied)
      .flatMap((group) => seedBatches(varied, group, 4))
      .every((batch) => batch.length === 1),
  ).toBe(true);
});

test("only wanted cells are put in order", () => {
  const sweep = resolve();
  expect(cellGroups(sweep, (index) => index === 2).map(({ cells }) => cells)).toEqual([[2]]);
});

test("what cannot be read is refused with its place", () => {
  expect(() => resolve({ strengths: "0.5, half" })).toThrow(
    expect.objectContaining({ code: "badArguments", message: expect.stringContaining('"half"') }),
  );
  expect(() => resolve({ axes: [{ axis: "Nonsense", values: "1" }] })).toThrow(
    expect.objectContaining({ code: "badArguments" }),
  );
  expect(() =>
    resolve({
      seeds: "1-1000",
      axes: [
        { axis: "cfg", values: "1-30 [900]" },
        { axis: "eta", values: "0-1 [9]" },
      ],
    }),
  ).toThrow(expect.objectContaining({ code: "badArguments" }));
});
