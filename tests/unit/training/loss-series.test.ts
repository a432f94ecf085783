import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { createLossSeries, readLossSeries } from "../../../sidecar/training/log/loss-series.js";

const losses = fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 1, maxLength: 3_000 });
const fill = (limit: number, values: readonly number[]) => {
  const series = createLossSeries(limit);
  for (const [at, loss] of values.entries()) series.add(at + 1, loss);
  return series;
};

describe("a curve of bounded size", () => {
  it("keeps short runs as they are", () => {
    expect(fill(10, [0.5, 0.4, 0.3]).points()).toEqual([
      [1, 0.5, 0.5, 0.5],
      [2, 0.4, 0.4, 0.4],
      [3, 0.3, 0.3, 0.3],
    ]);
  });

  it("never has more points, ends at the last step, and keeps spikes and the mean", () => {
    fc.assert(
      fc.property(losses, fc.integer({ min: 2, max: 64 }), (values, limit) => {
        const series = fill(limit, values);
        const points = series.points();
        expect(points.length).toBeLessThanOrEqual(limit);
        expect(points.at(-1)?.[0]).toBe(values.length);
        expect(Math.max(...points.map((point) => point[3]))).toBe(Math.max(...values));
        expect(Math.min(...points.map((point) => point[1]))).toBe(Math.min(...values));
        const { places, last } = series.toJSON();
        const sum = places.reduce((total, place) => total + place[2], last?.[1] ?? 0);
        expect(sum).toBeCloseTo(
          values.reduce((total, value) => total + value, 0),
          6,
        );
        expect(places.reduce((total, place) => total + place[1], 1)).toBe(values.length);
        expect(points.every(([, least, mean, greatest]) => least <= mean + 1e-9 && mean <= greatest + 1e-9)).toBe(true);
        const steps = points.map(([step]) => step);
        expect(steps).toEqual(steps.toSorted((one, other) => one - other));
      }),
      { numRuns: 60 },
    );
  });

  it("uses its room: at least a third of the points of a long run are there", () => {
    expect(
      fill(
        600,
        Array.from({ length: 100_000 }, () => 1),
      ).points().length,
    ).toBeGreaterThan(200);
  });

  it("takes the last loss of a step", () => {
    const series = createLossSeries(10);
    series.add(1, 9);
    series.add(2, 9);
    series.add(2, 0.5);
    series.add(3, 0.5);
    series.add(3, 0.4);
    expect(series.points().map(([step, , mean]) => [step, mean])).toEqual([
      [1, 9],
      [2, 0.5],
      [3, 0.4],
    ]);
  });

  it("leaves out what is no number", () => {
    const series = createLossSeries(10);
    series.add(1, Number.NaN);
    series.add(2, Number.POSITIVE_INFINITY);
    expect(series.points()).toEqual([]);
  });

  it("goes on from what was kept as if it had never stopped", () => {
    fc.assert(
      fc.property(losses, fc.nat(3_000), (values, at) => {
        const kept = readLossSeries(JSON.parse(JSON.stringify(fill(16, values.slice(0, at)))));
        if (kept === null) throw new Error("not read again");
        const series = createLossSeries(99, kept);
        for (const [place, loss] of values.entries()) if (place >= at) series.add(place + 1, loss);
        expect(series.toJSON()).toEqual(fill(16, values).toJSON());
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    null,
    1,
    {},
    { limit: 4, stride: 1, places: [[1, 2]], last: null },
    { limit: 1, stride: 1, places: [], last: null },
    { limit: 4, stride: 1, places: [], last: ["1", 2] },
  ])("does not read %j", (value) => {
    expect(readLossSeries(value)).toBeNull();
  });
});
