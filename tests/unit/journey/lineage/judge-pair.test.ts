import { expect, test } from "@jest/globals";
import type { SideCell } from "../../../../sidecar/journey/lineage/compare/drawn-of-side.js";
import { jointEvidence } from "../../../../sidecar/journey/lineage/compare/joint-evidence.js";
import { judgePair } from "../../../../sidecar/journey/lineage/compare/judge-pair.js";
import { missingReason } from "../../../../sidecar/journey/lineage/compare/missing-sweep.js";
import { comparisonsIn, pairCells } from "../../../../sidecar/journey/lineage/compare/pair-cells.js";
import type { SweepEvidence } from "../../../../sidecar/sweep/scores/evidence.js";
import { type MadeUpLora, madeUpEvidence } from "../../../support/sweep-evidence.js";

const weak: MadeUpLora = { power: 0.3 };
const good: MadeUpLora = { power: 1.2 };
const melting: MadeUpLora = { power: 1.2, meltsFrom: 0.8 };
// Drawn once: pixels take their time.
const all = madeUpEvidence({ loras: [weak, good, good, melting], strengths: [0.75], seeds: 4, seed: 1 });
const [weakRow, goodRow, otherGoodRow, meltingRow] = [0, 1, 2, 3];

/** Two rows as the first and the second, with their controls. */
const rows = (first: number, second: number, seeds = 4): SweepEvidence => ({
  ...all,
  cells: all.cells
    .filter(({ lora, strengthIndex, comparison }) => {
      const isOne = strengthIndex === 0 || lora === first || lora === second;
      return isOne && comparison < seeds;
    })
    .map((one) => ({ ...one, lora: one.strengthIndex > 0 && one.lora === second ? 1 : 0 })),
});

test("the one that shows more is named, with its interval and its traits; turned about, the other", () => {
  const verdict = judgePair(rows(weakRow, goodRow));
  const turned = judgePair(rows(goodRow, weakRow));

  expect(verdict).toMatchObject({ state: "told", better: 1, reasons: [{ code: "moreTraits", values: { side: 2 } }] });
  expect(verdict.overall?.low).toBeGreaterThan(0);
  expect(verdict.overall?.count).toBe(4);
  expect(verdict.traits.find(({ tag }) => tag === "green eyes")).toMatchObject({ better: 1 });
  expect(turned).toMatchObject({ state: "told", better: 0 });
  expect(turned.overall?.mean).toBeCloseTo(-(verdict.overall?.mean ?? 0));
});

test("equal ones are not told apart, and two seeds tell nothing however different they look", () => {
  const equal = judgePair(rows(goodRow, otherGoodRow));
  const few = judgePair(rows(weakRow, goodRow, 2));

  expect(equal).toMatchObject({ better: null, reasons: [{ code: "notApart" }] });
  expect(few).toMatchObject({ state: "notEnough", better: null, reasons: [{ code: "fewPairs" }] });
});

test("pictures that fall apart are counted against the one that drew them", () => {
  const verdict = judgePair(rows(goodRow, meltingRow));

  expect(verdict.collapsed).toEqual([0, 4]);
  expect(verdict.reasons).toContainEqual(
    expect.objectContaining({ code: "fallsApart", values: { side: 2, pictures: 4 } }),
  );
});

const cell = (given: Partial<SideCell>): SideCell => ({
  sweep: 1,
  index: 0,
  controlIndex: 0,
  key: "k",
  comparison: "c",
  scene: "s",
  strength: 0.5,
  prompt: "okara",
  negativePrompt: "",
  seed: 1,
  width: 64,
  height: 64,
  picture: "p",
  control: null,
  ...given,
});

test("only what was drawn alike is a pair, and a picture of two sweeps is one", () => {
  const first = [cell({ key: "a" }), cell({ key: "a", sweep: 2 }), cell({ key: "b", seed: 2, comparison: "d" })];
  const second = [cell({ key: "b", sweep: 3, seed: 2 }), cell({ key: "a", sweep: 3 }), cell({ key: "z" })];
  const pairs = pairCells(first, second);

  expect(pairs.map((pair) => pair.map(({ key, sweep }) => `${key}${sweep}`))).toEqual([
    ["a1", "a3"],
    ["b1", "b3"],
  ]);
  expect(comparisonsIn(pairs)).toBe(2);
  expect(missingReason([first, second], 2)?.code).toBe("fewTogether");
  expect(missingReason([first, second], 3)).toBeNull();
  expect(missingReason([first, second], 0)?.code).toBe("noneTogether");
  expect(missingReason([[], second], 0)).toMatchObject({ code: "oneDrawn", values: { side: 1 } });
  expect(missingReason([[], []], 0)?.code).toBe("noneDrawn");
});

test("pictures of two sweeps stand as rows of one, with the control of the first", () => {
  const [a, b] = [rows(goodRow, goodRow), rows(weakRow, weakRow)];
  const cells = (evidence: SweepEvidence, sweep: number): SideCell[] =>
    evidence.cells
      .filter(({ strengthIndex }) => strengthIndex > 0)
      .map(({ index, comparison, strength }) =>
        cell({
          sweep,
          index,
          key: `${strength} ${comparison}`,
          comparison: String(comparison),
          strength,
          controlIndex:
            evidence.cells.find((one) => one.comparison === comparison && one.strengthIndex === 0)?.index ?? null,
        }),
      );
  const pairs = pairCells(cells(a, 1), cells(b, 2));
  const joint = jointEvidence(pairs, (sweep) => (sweep === 1 ? a : b));

  expect(joint.cells.filter(({ strengthIndex }) => strengthIndex === 0)).toHaveLength(4);
  expect(joint.cells.filter(({ lora, strengthIndex }) => lora === 1 && strengthIndex > 0)).toHaveLength(4);
  expect(joint.strengths).toEqual([0, 0.75]);
  expect(judgePair(joint)).toMatchObject({ better: 0 });
  expect(jointEvidence(pairs, () => null).cells).toEqual([]);
});
