import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { resolveSweep } from "../../../../sidecar/sweep/plan/resolve-sweep.js";
import { printView, readView } from "../../../../sidecar/ui/state/sweep-view-address.js";
import { coordinatesOf, indexOf, movedTo } from "../../../../sidecar/ui/state/sweep-view-cells.js";
import { fittedLayout, gridLines, lineOf, placed } from "../../../../sidecar/ui/state/sweep-view-lines.js";
import { sweepFacts, sweepSettings } from "../../../support/sweep-settings.js";

const axis = (id: string, count: number) => ({ id, values: Array.from({ length: count }) });
const axes = [axis("lora", 3), axis("strength", 4), axis("prompt", 2), axis("negative", 1), axis("seed", 5)];
const cells = 3 * 4 * 2 * 5;

test("the page counts cells as the sidecar does", () => {
  const settings = sweepSettings({ loras: ["/a.safetensors", "/b.safetensors"], prompts: ["1girl", "2girls"] });
  const resolved = resolveSweep(settings, sweepFacts(settings));

  for (let index = 0; index < resolved.cellCount; index += 1) {
    const coordinates = coordinatesOf(resolved.axes, index);
    expect(coordinates).toEqual(resolved.coordinatesOf(index));
    expect(indexOf(resolved.axes, coordinates)).toBe(index);
    expect(indexOf(resolved.axes, movedTo(resolved.axes, coordinates, { strength: 0 }))).toBe(
      resolved.controlOf(index),
    );
  }
});

test("every cell of a layout stands in exactly one row and column", () => {
  const hidden = {};
  const columns = gridLines(axes, hidden, { inner: "strength", outer: "seed" });
  const rows = gridLines(axes, hidden, { inner: "lora", outer: "prompt" });

  const met = new Set(
    rows.flatMap(({ values }) =>
      columns.map((column) => indexOf(axes, movedTo(axes, [], { ...values, ...column.values }))),
    ),
  );
  expect(met.size).toBe(cells);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: cells - 1 }), (index) => {
      const coordinates = coordinatesOf(axes, index);
      const [row, column] = [lineOf(rows, axes, coordinates), lineOf(columns, axes, coordinates)];
      const back = movedTo(axes, [], { ...rows[row]?.values, ...columns[column]?.values });
      expect(indexOf(axes, back)).toBe(index);
    }),
  );
});

test("hidden values have no line; all hidden hides none", () => {
  const across = { inner: "strength", outer: null };

  expect(gridLines(axes, { strength: [0, 2] }, across).map(({ value }) => value)).toEqual([1, 3]);
  expect(gridLines(axes, { strength: [0, 1, 2, 3] }, across)).toHaveLength(4);
  expect(lineOf(gridLines(axes, { strength: [2] }, across), axes, [0, 2, 0, 0, 0])).toBe(-1);
});

test("strength runs across and checkpoints down, unless another axis is all that varies or was wished for", () => {
  const usual = { columns: "strength", rows: "lora", superColumns: null, superRows: null };
  const oneFile = axes.map(({ id, values }) => axis(id, id === "lora" ? 1 : values.length));

  expect(fittedLayout(axes, {})).toEqual(usual);
  expect(fittedLayout(oneFile, {})).toEqual({ ...usual, rows: "prompt" });
  expect(fittedLayout(axes, { rows: "strength" })).toEqual({ ...usual, columns: "lora", rows: "strength" });
  expect(fittedLayout(axes, { columns: "gone", superRows: "lora" })).toEqual(usual);
});

test("an axis that is put elsewhere changes places with what was there", () => {
  const layout = fittedLayout(axes, { superColumns: "seed" });

  expect(placed(layout, "columns", "lora")).toEqual({ ...layout, columns: "lora", rows: "strength" });
  expect(placed(layout, "rows", "seed")).toEqual({ ...layout, rows: "seed", superColumns: "lora" });
  expect(placed(layout, "superColumns", null)).toEqual({ ...layout, superColumns: null });
  expect(placed(layout, "superRows", "lora")).toEqual(layout);
});

test("an address says how pictures are looked at, and whatever else is in it changes nothing", () => {
  const view = {
    mode: "zoom" as const,
    compare: "wipe" as const,
    layout: { columns: "seed", rows: "Prompt S/R 1" },
    at: { prompt: 1 },
    hidden: { strength: [0, 3], "CFG Scale": [2] },
    reference: 17,
  };

  expect(readView(printView(view))).toEqual(view);
  expect(printView(readView(""))).toBe("");
  fc.assert(fc.property(fc.string(), (text) => void readView(text)));
  expect(readView("mode=upside&compare=2&at.seed=x&reference=-1&hide.strength=1.x.2")).toEqual({
    ...readView(""),
    hidden: { strength: [1, 2] },
  });
});
