import { expect, test } from "@jest/globals";
import { type BusyTold, createBusyMeter, parseBusy } from "../../../sidecar/host/inference/busy-meter.js";

function meter() {
  const told: BusyTold[] = [];
  const clock = { passed: 0, used: 0 };
  const measured = createBusyMeter(
    (message) => void told.push(message),
    () => clock.passed,
    () => clock.used,
  );
  /** A run of so many milliseconds, in which so many are computed; and as much between runs. */
  const run = async (passed: number, used: number): Promise<void> => {
    await measured(async () => {
      clock.passed += passed;
      clock.used += used;
    });
    clock.passed += 1000;
    clock.used += 1000;
  };
  return { told, run, measured };
}

test("processors that runs keep busy are told after half a second of runs; what is between them does not count", async () => {
  const { told, run } = meter();
  await run(400, 400);
  expect(told).toEqual([]);
  await run(200, 800);
  await run(100, 150);
  await run(900, 850);

  expect(told).toEqual([
    { kind: "busy", busy: 2 },
    { kind: "busy", busy: 1 },
  ]);
});

test("a run that fails is measured, and fails", async () => {
  const { told, run, measured } = meter();
  await run(499, 0);
  const failed = measured(async () => {
    await run(1, 0);
    throw new Error("no memory");
  });

  await expect(failed).rejects.toThrow("no memory");
  expect(told.length).toBeGreaterThan(0);
});

test("a message is read, and any other is not", () => {
  expect([{ kind: "busy", busy: 1.5 }, { kind: "busy", busy: -1 }, { kind: "scores" }, null].map(parseBusy)).toEqual([
    ...[1.5, null, null, null],
  ]);
});
