import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { learningRateCurve, ratesOf, type Schedule } from "../../../sidecar/planning/steps/learning-rate-curve.js";

const schedule = (rest: Partial<Schedule>): Schedule => ({
  scheduler: "constant",
  optimizer: "adamw",
  relativeStep: false,
  warmupInit: false,
  steps: 1000,
  processes: 1,
  warmup: 0,
  warmupIsShare: false,
  decay: 0,
  decayIsShare: false,
  cycles: 1,
  power: 1,
  timescale: null,
  minimumRatio: null,
  ...rest,
});

interface Recorded {
  steps: number;
  rows: { scheduler: string; options: Partial<Schedule>; values: [number, number][] }[];
}

const recorded: Recorded = JSON.parse(readFileSync("tests/fixtures/planning/schedules.json", "utf8"));

describe("the learning rate over a run", () => {
  it.each(recorded.rows)(
    "$scheduler $options as transformers' own functions give it",
    ({ scheduler, options, values }) => {
      const rates = ratesOf(schedule({ scheduler, steps: recorded.steps, ...options }));
      for (const [step, factor] of values) expect(rates?.factor(step)).toBeCloseTo(factor, 9);
    },
  );

  it("a warm-up below 1 is a share, and a count is shorter with several processes", () => {
    expect(learningRateCurve(schedule({ scheduler: "cosine", warmup: 0.1, warmupIsShare: true })).warmup).toBe(100);
    const two = learningRateCurve(schedule({ scheduler: "cosine", warmup: 100, processes: 2 }));
    expect(two.warmup).toBe(50);
    expect(two.points.at(-1)).toEqual([1000, 0]);
  });

  it("Adafactor's relative steps fall with the root of the step, whatever the scheduler", () => {
    const { kind, points } = learningRateCurve(schedule({ scheduler: "adafactor", relativeStep: true, steps: 40_000 }));
    expect(kind).toBe("relative");
    expect(points[0]).toEqual([0, 1]);
    // 1/√40,000 is half of the greatest step size, 1e-2.
    expect(points.at(-1)?.[1]).toBeCloseTo(0.5, 6);
  });

  it("draws nothing where the optimizer or another library decides", () => {
    expect(learningRateCurve(schedule({ optimizer: "adamwschedulefree" })).kind).toBe("own");
    expect(learningRateCurve(schedule({ scheduler: "CosineAnnealingLR" })).kind).toBe("unknown");
  });
});
