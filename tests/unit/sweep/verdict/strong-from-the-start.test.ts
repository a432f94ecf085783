import { expect, test } from "@jest/globals";
import { judgeSweep } from "../../../../sidecar/sweep/verdict/judge-sweep.js";
import { lowerStrengths } from "../../../../sidecar/sweep/verdict/lower-strengths.js";
import { madeUpEvidence } from "../../../support/sweep-evidence.js";

const notEnough = (strengths: readonly number[]) =>
  judgeSweep(madeUpEvidence({ loras: [{ power: 8, meltsFrom: 0.5 }], strengths, seeds: 3, seed: 3 })).notEnough;

test("a LoRA that is overtrained at the least strength one can use is not drawn weaker still", () => {
  const codes = notEnough([0.25, 1]).map(({ code }) => code);

  expect(codes).toContain("strongFromTheStart");
  expect(codes).not.toContain("allStrong");
});

test("where gentler strengths were not drawn, those down to a quarter are asked for", () => {
  expect(lowerStrengths(0.6)).toEqual([0.25, 0.43]);
  expect(lowerStrengths(0.9)).toEqual([0.3, 0.6]);
  expect(lowerStrengths(0.25)).toBeNull();
});
