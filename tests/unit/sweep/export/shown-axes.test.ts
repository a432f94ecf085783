import { expect, test } from "@jest/globals";
import { cellsShown, coordinatesAt, shownAxes } from "../../../../sidecar/sweep/export/sheet/shown-axes.js";
import { sheetPerValue, splitShown } from "../../../../sidecar/sweep/export/sheet/split-shown.js";
import { okara } from "../../../support/exported-sweep.js";

const { axes: okaraAxes } = okara();

test("strengths go across and LoRA files down until somebody wishes otherwise", () => {
  const usual = shownAxes(okaraAxes, {});
  expect([usual.columns.axis, usual.rows.axis, usual.superColumns.axis]).toEqual([1, 0, null]);

  // The usual rows do not take an axis that was wished for elsewhere.
  const wished = shownAxes(okaraAxes, { columns: "seed", superRows: "lora" });
  expect([wished.columns.axis, wished.rows.axis, wished.superRows.axis]).toEqual([4, null, 0]);
});

test("hidden values are left out and fixed ones hold", () => {
  const shown = shownAxes(okaraAxes, { hidden: { strength: [0, 4] }, at: { seed: 1, prompt: 1 } });

  expect(cellsShown(shown)).toBe(9);
  expect(coordinatesAt(shown, { superRow: 0, row: 2, superColumn: 0, column: 1 })).toEqual([2, 2, 1, 0, 1]);
});

test.each([
  [{ columns: "sampler" }, "no axis"],
  [{ columns: "lora", rows: "lora" }, "named twice"],
  [{ hidden: { lora: [0, 1, 2] } }, "hidden"],
  [{ at: { seed: 9 } }, "value 9"],
])("a look that cannot be is refused: %j", (look, told) => {
  expect(() => shownAxes(okaraAxes, look)).toThrow(told);
});

test("one sheet a value of what is neither across nor down", () => {
  const look = { superColumns: "prompt", at: { seed: 1 } };
  const parts = sheetPerValue(okaraAxes, shownAxes(okaraAxes, look), look);

  expect(parts.map(({ shown }) => [shown.at[2], shown.at[4]])).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
  expect(parts.every(({ shown }) => shown.superColumns.axis === null)).toBe(true);
});

test("a grid is split by its outermost direction, and nothing is lost", () => {
  const shown = shownAxes(okaraAxes, { superRows: "seed", superColumns: "prompt" });
  const seeds = splitShown(shown) ?? [];
  expect(seeds.map(({ superRows }) => superRows.values)).toEqual([[0], [1]]);

  const leaves = (part: typeof shown): (typeof shown)[] => splitShown(part)?.flatMap(leaves) ?? [part];
  const single = leaves(shown).map((part) =>
    coordinatesAt(part, { superRow: 0, row: 0, superColumn: 0, column: 0 }).join(" "),
  );
  expect(single).toHaveLength(60);
  expect(new Set(single).size).toBe(60);
});
