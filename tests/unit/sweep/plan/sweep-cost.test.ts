import { expect, test } from "@jest/globals";
import { shapeOf, workOf } from "../../../../sidecar/sweep/plan/look/drawn-before.js";
import { secondsFor, sweepCost } from "../../../../sidecar/sweep/plan/look/sweep-cost.js";
import { resolveSweep } from "../../../../sidecar/sweep/plan/resolve-sweep.js";
import { sweepFacts, sweepSettings } from "../../../support/sweep-settings.js";

const settings = sweepSettings({ loras: ["/a.safetensors", "/b.safetensors"], seeds: "1-4" });
const sweep = resolveSweep(settings, sweepFacts(settings));
const nothing = { drawn: new Set<string>(), examples: [], bytesPerPixel: null, batchSize: () => 1 };

test("what is left to draw is counted in the order of drawing", () => {
  // 2 files × 3 strengths × 4 seeds, and one control for each seed.
  expect(sweepCost(sweep, nothing)).toMatchObject({
    pictures: 28,
    reused: 0,
    toDraw: 28,
    requests: 28,
    merges: 6,
    seconds: null,
    secondsPerPicture: null,
  });
  expect(sweepCost(sweep, { ...nothing, batchSize: () => 3 }).requests).toBe(7 * 2);
  const controls = new Set([0, 1, 2, 3].map((index) => sweep.keyOf(index) ?? ""));
  expect(sweepCost(sweep, { ...nothing, drawn: controls })).toMatchObject({
    pictures: 28,
    reused: 4,
    toDraw: 24,
    merges: 6,
  });
  const all = new Set(Array.from({ length: sweep.cellCount }, (_, index) => sweep.keyOf(index) ?? ""));
  expect(sweepCost(sweep, { ...nothing, drawn: all })).toMatchObject({
    toDraw: 0,
    requests: 0,
    merges: 0,
    seconds: 0,
    bytes: 0,
  });
});

test("time comes from pictures of the same kind, else from steps × pixels", () => {
  const request = sweep.requestOf(0);
  if (request === null) throw new Error("no request");
  const example = (seconds: number, of = request) => ({
    work: workOf(of),
    shape: shapeOf(of),
    seconds,
    content: "",
    pixels: 1,
  });
  const half = { ...request, steps: request.steps / 2 };
  expect(secondsFor(request, [])).toBeNull();
  expect(secondsFor(request, [example(4, half)])).toBeCloseTo(8);
  expect(secondsFor(request, [example(1), example(2), example(9), example(4, half)])).toBe(2);
  expect(sweepCost(sweep, { ...nothing, examples: [example(2)] })).toMatchObject({ seconds: 56, secondsPerPicture: 2 });
});

test("pictures and merges of a large sweep are counted exactly", () => {
  const large = sweepSettings({
    loras: Array.from({ length: 8 }, (_, index) => `/${index}.safetensors`),
    strengths: "0.1-1.0(+0.1)",
    prompts: Array.from({ length: 3 }, (_, index) => `prompt ${index}`),
    seeds: "1-10",
    axes: [{ axis: "cfg", values: "4-6" }],
  });
  const resolved = resolveSweep(large, sweepFacts(large));
  expect(resolved.cellCount).toBe(8 * 11 * 3 * 10 * 3);
  const { pictures, merges } = sweepCost(resolved, nothing);
  expect(pictures).toBe((8 * 10 + 1) * 90);
  expect(merges).toBe(80);
});
