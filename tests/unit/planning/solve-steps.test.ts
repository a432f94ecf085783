import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type Sum, type SumName, solveSteps, stepsOf, sumNames } from "../../../sidecar/planning/steps/solve-steps.js";

const article: Sum = { images: 20, repeats: 10, epochs: 35, batchSize: 1, accumulation: 1, processes: 1, steps: 7000 };

describe("the missing number", () => {
  it.each<[SumName, number]>([
    ["images", 20],
    ["repeats", 10],
    ["epochs", 35],
    ["batchSize", 1],
    ["accumulation", 1],
    ["processes", 1],
    ["steps", 7000],
  ])("%s of the article's sum is %d", (missing, value) => {
    const { exact, choices } = solveSteps(missing, { ...article, [missing]: 99 });
    expect(exact).toBe(value);
    expect(choices).toEqual([{ value, steps: 7000, off: 0 }]);
  });

  it("shows both ways of rounding, the nearer first", () => {
    const { exact, choices } = solveSteps("epochs", { ...article, images: 21, steps: 7200 });
    expect(exact).toBeCloseTo(34.286, 3);
    expect(choices).toEqual([
      { value: 34, steps: 7140, off: -60 },
      { value: 35, steps: 7350, off: 150 },
    ]);
  });

  it("never answers 0", () => {
    expect(solveSteps("epochs", { ...article, steps: 5 }).choices).toEqual([{ value: 1, steps: 200, off: 195 }]);
  });

  it("is found again from any sum", () => {
    const small = fc.integer({ min: 1, max: 60 });
    const sums = fc.record({
      images: small,
      repeats: small,
      epochs: small,
      batchSize: fc.integer({ min: 1, max: 8 }),
      accumulation: fc.integer({ min: 1, max: 4 }),
      processes: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(sums, fc.constantFrom<SumName>("epochs", "steps"), (given, missing) => {
        const sum = { ...given, steps: stepsOf({ ...given, steps: 1 }) };
        const { choices } = solveSteps(missing, { ...sum, [missing]: 1 });
        expect(choices).toEqual([{ value: sum[missing], steps: sum.steps, off: 0 }]);
      }),
    );
  });

  it("knows every number by name", () => {
    expect(Object.keys(article).sort()).toEqual([...sumNames].sort());
  });
});
