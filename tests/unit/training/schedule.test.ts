import { expect, test } from "@jest/globals";
import { nextToStart } from "../../../sidecar/training/runs/next-to-start.js";
import type { RunRecord } from "../../../sidecar/training/runs/run-record.js";
import { lateRuns } from "../../../sidecar/training/schedule/late-runs.js";
import { keptTime, readStartTime } from "../../../sidecar/training/schedule/start-time.js";

const evening = new Date(2026, 10, 25, 21, 30);
const read = (text: string, past: "tomorrow" | "now" = "tomorrow") => readStartTime(text, past, evening);

test("times of the day are today's, or tomorrow's when they are past", () => {
  expect(read("23:00")).toEqual({ at: new Date(2026, 10, 25, 23, 0), tomorrow: false });
  expect(read("7:05")).toEqual({ at: new Date(2026, 10, 26, 7, 5), tomorrow: true });
  expect(read("21:30")).toEqual({ at: new Date(2026, 10, 26, 21, 30), tomorrow: true });
  expect(read("２３：００")).toEqual(read("23:00"));
  expect(read("7:05", "now")).toEqual({ at: new Date(2026, 10, 25, 7, 5), tomorrow: false });
  expect(readStartTime("01:00", "tomorrow", new Date(2026, 11, 31, 12)).at).toEqual(new Date(2027, 0, 1, 1, 0));
});

test("days are ISO 8601, of this machine where no zone is named", () => {
  expect(read("2026-11-26T01:30").at).toEqual(new Date(2026, 10, 26, 1, 30));
  expect(read("2026-11-26 01:30").at).toEqual(new Date(2026, 10, 26, 1, 30));
  expect(read("2026-11-27T01:30:00+09:00").at.toISOString()).toBe("2026-11-26T16:30:00.000Z");
  expect(keptTime("2026-11-27T01:30:00Z")).toBe("2026-11-27T01:30:00.000Z");
});

test.each(["", "25:00", "23", "11 pm", "23:60", "2026-06-31T10:00", "2026-13-01T10:00", "tomorrow", "2026-11-26"])(
  "%j is no time",
  (text) => {
    expect(() => read(text)).toThrow(/A time is expected/);
  },
);

test("a day that is past is a slip for --at, and over for --not-before", () => {
  expect(() => read("2025-11-26T01:30")).toThrow(/past/);
  expect(read("2025-11-26T01:30", "now").at).toEqual(new Date(2025, 10, 26, 1, 30));
});

const run = (id: number, meant: object): RunRecord => Object({ id, meant });
const started = (waiting: RunRecord[], running: RunRecord[], now = 0) =>
  nextToStart(waiting, running, now).map(({ id }) => id);

test("a run starts when no other one has its cards; without a choice one at a time, in order", () => {
  expect(started([run(1, {}), run(2, {}), run(3, {})], [])).toEqual([1]);
  expect(started([run(2, {})], [run(1, {})])).toEqual([]);
  expect(started([run(2, { holds: [1] })], [run(1, {})])).toEqual([2]);
  expect(started([run(1, { holds: [0] }), run(2, { holds: [1] }), run(3, { holds: [0] })], [])).toEqual([1, 2]);
});

test("who waits for two cards is not overtaken on either of them", () => {
  const both = run(2, { holds: [0, 1] });
  expect(started([both, run(3, { holds: [1] }), run(4, { holds: [2] })], [run(1, { holds: [0] })])).toEqual([4]);
});

test("who waits for a time lets others pass, and comes first when it is there", () => {
  const later = run(1, { notBefore: "2026-11-25T23:00:00.000Z" });
  const now = Date.parse("2026-11-25T22:59:59Z");
  expect(started([later, run(2, {})], [], now)).toEqual([2]);
  expect(started([later, run(2, {})], [], now + 1000)).toEqual([1]);
});

test("a time that passed while nobody looked is noticed once; waiting for a turn is not being late", () => {
  const time = Date.parse("2026-11-25T23:00:00Z");
  const waits = run(1, { notBefore: "2026-11-25T23:00:00.000Z" });
  const hours = 3_600_000;
  expect(lateRuns([waits], time - hours, time + 2 * hours)).toEqual([{ id: 1, seconds: 7200 }]);
  expect(lateRuns([waits], null, time + 2 * hours)).toEqual([{ id: 1, seconds: 7200 }]);
  expect(lateRuns([waits], time + 500, time + 2 * hours)).toEqual([]);
  expect(lateRuns([waits], time - 500, time + 500)).toEqual([]);
  expect(lateRuns([run(1, { notBefore: "2026-11-25T23:00:00.000Z", late: 7200 })], null, time + 3 * hours)).toEqual([]);
  expect(lateRuns([run(2, {})], null, time)).toEqual([]);
});
