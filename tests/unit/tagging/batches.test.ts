import { expect, test } from "@jest/globals";
import { batchRunner } from "../../../sidecar/tagging/inference/batch-runner.js";
import { measureBatch } from "../../../sidecar/tagging/inference/measure-batch.js";

/** Doubles numbers; batches for which `fails` names an error fail with it. */
function doubler(fails: (batch: readonly number[]) => string | null = () => null) {
  const batches: number[][] = [];
  const run = async (batch: readonly number[]): Promise<Float32Array[]> => {
    batches.push([...batch]);
    await new Promise((resolve) => setImmediate(resolve));
    const error = fails(batch);
    if (error) throw new Error(error);
    return batch.map((one) => Float32Array.of(one * 2));
  };
  return { run, batches };
}

const settled = async (results: Promise<Float32Array>[]): Promise<unknown[]> =>
  (await Promise.allSettled(results)).map((one) =>
    one.status === "fulfilled" ? one.value[0] : String(Object(one.reason).message),
  );

test("pictures on their way fill a batch; the last ones do not wait for others that never come", async () => {
  const { run, batches } = doubler();
  const score = batchRunner(run, 4);

  const results = await settled([1, 2, 3, 4, 5, 6].map((one) => score(Promise.resolve(one))));

  expect(results).toEqual([2, 4, 6, 8, 10, 12]);
  expect(batches).toEqual([
    [1, 2, 3, 4],
    [5, 6],
  ]);
});

test("a picture that cannot be prepared, or run, fails alone", async () => {
  const { run } = doubler((batch) => (batch.includes(3) ? "three" : null));
  const score = batchRunner(run, 4);

  const results = await settled([
    score(Promise.resolve(1)),
    score(Promise.reject(new Error("not decoded"))),
    score(Promise.resolve(2)),
    score(Promise.resolve(3)),
    score(Promise.resolve(4)),
  ]);

  expect(results).toEqual([2, "not decoded", 4, "three", 8]);
});

test("for want of memory a batch is halved, and later ones are not tried as large again", async () => {
  const { run, batches } = doubler((batch) => (batch.length > 2 ? "Failed to allocate memory" : null));
  const score = batchRunner(run, 8);

  const first = await settled([1, 2, 3, 4, 5, 6, 7, 8].map((one) => score(Promise.resolve(one))));
  batches.length = 0;
  const second = await settled([1, 2, 3, 4].map((one) => score(Promise.resolve(one))));

  expect([first, second]).toEqual([
    [2, 4, 6, 8, 10, 12, 14, 16],
    [2, 4, 6, 8],
  ]);
  expect(batches).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test.each([
  { what: "time falls to 8 and rises at 16", perRun: { 1: 10, 2: 12, 4: 16, 8: 24, 16: 100 }, size: 8 },
  { what: "nothing is saved", perRun: { 1: 10, 2: 20, 4: 40, 8: 80, 16: 160 }, size: 1 },
  { what: "16 is best", perRun: { 1: 10, 2: 10, 4: 10, 8: 10, 16: 10 }, size: 16 },
  { what: "8 does not fit into memory", perRun: { 1: 10, 2: 10, 4: 10 }, size: 4 },
])("the batch is the one with the least time per picture: $what", async ({ perRun, size }) => {
  let clock = 0;
  const chosen = await measureBatch(
    async (batch) => {
      const takes = Object.entries(perRun).find(([known]) => known === String(batch))?.[1];
      if (takes === undefined) throw new Error("out of memory");
      clock += takes;
    },
    () => clock,
  );

  expect(chosen).toBe(size);
});

test("a GPU that fails with one picture is no GPU", async () => {
  const measured = measureBatch(async () => {
    throw new Error("device lost");
  });

  await expect(measured).rejects.toThrow("device lost");
});
