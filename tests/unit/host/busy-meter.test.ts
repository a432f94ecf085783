import { expect, test } from "@jest/globals";
import { createBusyMeter, parseBusy } from "../../../sidecar/host/inference/busy-meter.js";

/** Of four processors. */
function meter() {
  const told: number[] = [];
  const passed = { clock: 0, used: 0, idle: 0 };
  const pass = (ms: number, own: number, others: number): void => {
    passed.clock += ms;
    passed.used += own * ms;
    passed.idle += (4 - own - others) * ms;
  };
  const measured = createBusyMeter(({ busy }) => void told.push(busy), {
    clock: () => passed.clock,
    used: () => passed.used,
    idle: () => ({ ms: passed.idle, processors: 4 }),
  });
  /** A run of so many milliseconds, that uses so many processors while others use some. */
  const run = (ms: number, own: number, others = 0): Promise<void> => measured(async () => pass(ms, own, others));
  return { told, run, pass, measured };
}

test("processors that are busy during runs are told after half a second, those that others use with them", async () => {
  const { told, run } = meter();
  await run(400, 1);
  expect(told).toEqual([]);
  await run(100, 1);
  await run(500, 2);
  await run(500, 1.5, 2.5);

  expect(told).toEqual([1, 2, 4]);
});

test("what lies between jobs does not count", async () => {
  const { told, run, pass } = meter();
  await run(400, 4);
  pass(10_000, 0, 0);
  await run(500, 4);

  expect(told).toEqual([4]);
});

test("a run that fails is measured, and fails", async () => {
  const { told, pass, measured } = meter();
  const failed = measured(async () => {
    pass(500, 3, 0);
    throw new Error("no memory");
  });

  await expect(failed).rejects.toThrow("no memory");
  expect(told).toEqual([3]);
});

test("a message is read, and any other is not", () => {
  expect([{ kind: "busy", busy: 1.5 }, { kind: "busy", busy: -1 }, { kind: "scores" }, null].map(parseBusy)).toEqual([
    ...[1.5, null, null, null],
  ]);
});
