import { expect, test } from "@jest/globals";
import type { DrawRequest } from "../../../sidecar/sweep/draw/draw-request.js";
import { createDrawingQueue } from "../../../sidecar/sweep/draw/drawing-queue.js";
import type { DrawingEntry } from "../../../sidecar/sweep/draw/drawing-task.js";

const base: Omit<DrawRequest, "seed" | "promptBefore"> = {
  promptAfter: "",
  lora: null,
  negativePrompt: "",
  variationSeed: null,
  variationStrength: 0,
  steps: 1,
  cfgScale: 1,
  distilledCfgScale: null,
  width: 64,
  height: 64,
  sampler: null,
  scheduler: null,
  styles: [],
  hires: null,
  denoisingStrength: null,
  eta: null,
  overrideSettings: {},
  further: {},
  checkpoint: "a",
  rehearsal: false,
};

function entry(group: number, seed: number, { prompt = "a", variation = 0 } = {}): DrawingEntry {
  const request = { ...base, promptBefore: prompt, seed, variationStrength: variation };
  return {
    task: { key: `${group} ${seed} ${prompt}`, index: 0, group, request, control: null },
    attempts: 0,
    wrong: 0,
    alone: false,
    notBefore: 0,
    avoidedUntil: new Map(),
    resolve: () => {},
    reject: () => {},
  };
}

const queueOf = (entries: DrawingEntry[], now = () => 1000) => {
  const queue = createDrawingQueue(now);
  for (const one of entries) queue.add(one);
  return queue;
};
const keys = (entries: DrawingEntry[]): string[] => entries.map(({ task }) => task.key);

test("seeds that count up go together, up to the limit; another prompt, a gap, variation and a loner do not", () => {
  const queue = queueOf([entry(1, 1), entry(1, 2), entry(1, 3), entry(1, 5), entry(1, 6, { prompt: "b" })]);
  expect(keys(queue.take("x", () => 2))).toEqual(["1 1 a", "1 2 a"]);
  expect(keys(queue.take("x", () => 8))).toEqual(["1 3 a"]);
  expect(keys(queue.take("x", () => 8))).toEqual(["1 5 a"]);
  expect(keys(queue.take("x", () => 8))).toEqual(["1 6 b"]);
  expect(queue.take("x", () => 8)).toEqual([]);
  const varied = queueOf([entry(1, 1, { variation: 0.5 }), entry(1, 2, { variation: 0.5 })]);
  expect(varied.take("x", () => 8)).toHaveLength(1);
  const loner = queueOf([entry(1, 1), { ...entry(1, 2), alone: true }, entry(1, 3)]);
  expect(loner.take("x", () => 8)).toHaveLength(1);
  expect(loner.take("x", () => 8)).toHaveLength(1);
});

test("each WebUI stays with its group, takes a free one next, and helps with another's last", () => {
  const queue = queueOf([entry(1, 1), entry(1, 9), entry(2, 1), entry(2, 9), entry(3, 1)]);
  const take = (who: string) => keys(queue.take(who, () => 1));
  expect([take("x"), take("y"), take("x"), take("y"), take("x"), take("y")]).toEqual([
    ["1 1 a"],
    ["2 1 a"],
    ["1 9 a"],
    ["2 9 a"],
    ["3 1 a"],
    [],
  ]);
  const last = queueOf([entry(1, 1), entry(1, 9)]);
  last.take("x", () => 1);
  expect(keys(last.take("y", () => 1))).toEqual(["1 9 a"]);
});

test("what failed waits its time, and is left to others first", () => {
  let now = 0;
  const late = { ...entry(1, 1), notBefore: 50 };
  const avoided = { ...entry(1, 9), avoidedUntil: new Map([["x", 80]]) };
  const queue = queueOf([late, avoided], () => now);
  expect([queue.take("x", () => 1), queue.dueIn("x")]).toEqual([[], 50]);
  expect(keys(queue.take("y", () => 1))).toEqual(["1 9 a"]);
  now = 60;
  expect(keys(queue.take("x", () => 1))).toEqual(["1 1 a"]);
  expect(queue.dueIn("x")).toBeNull();
});
