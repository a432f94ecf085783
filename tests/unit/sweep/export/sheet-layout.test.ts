import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { chooseFormat } from "../../../../sidecar/sweep/export/sheet/choose-format.js";
import { coloursOn } from "../../../../sidecar/sweep/export/sheet/colours.js";
import { cutText, labelMarkup } from "../../../../sidecar/sweep/export/sheet/label-markup.js";
import { layOut } from "../../../../sidecar/sweep/export/sheet/lay-out.js";

const label = fc.integer({ min: 0, max: 60 });
const groups = fc.array(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 3,
});

test("nothing overlaps and everything lies inside the sheet", () => {
  const sizes = fc.record({
    columnWidths: groups,
    rowHeights: groups,
    margin: fc.integer({ min: 0, max: 40 }),
    title: label,
    superColumnLabel: label,
    columnLabel: label,
    superRowLabel: label,
    footer: label,
    rowLabel: label,
    leastWidth: fc.integer({ min: 0, max: 2000 }),
  });
  fc.assert(
    fc.property(sizes, (given) => {
      const { width, height, bands, columnX, labelX } = layOut(given);
      let bottom = 0;
      for (const band of bands) {
        expect(band.y).toBeGreaterThanOrEqual(bottom);
        bottom = band.y + band.height;
      }
      expect(height).toBeGreaterThan(bottom);
      expect(bands.filter(({ kind }) => kind === "row")).toHaveLength(given.rowHeights.flat().length);
      let right = labelX + given.rowLabel;
      for (const [group, columns] of columnX.entries()) {
        for (const [column, x] of columns.entries()) {
          expect(x).toBeGreaterThanOrEqual(right);
          right = x + (given.columnWidths[group]?.[column] ?? 0);
        }
      }
      expect(width).toBeGreaterThan(right);
    }),
  );
});

test.each([
  [{ width: 3000, height: 3000 }, undefined, "png", null],
  [{ width: 6000, height: 6000 }, undefined, "webp", null],
  [{ width: 8000, height: 9000 }, undefined, "jpeg", "jpegForSize"],
  [{ width: 17_000, height: 100 }, undefined, "png", null],
  [{ width: 17_000, height: 2000 }, undefined, "jpeg", "jpegForSize"],
  [{ width: 8000, height: 9000 }, "png", "png", "largePng"],
  [{ width: 17_000, height: 100 }, "webp", "jpeg", "webpTooLarge"],
  [{ width: 65_535, height: 10 }, "jpeg", "jpeg", null],
  [{ width: 65_536, height: 10 }, "jpeg", null, "tooLarge"],
  [{ width: 70_000, height: 70_000 }, undefined, null, "tooLarge"],
] as const)("the format of %j with the wish %s", (size, wish, format, change) => {
  const chosen = chooseFormat(size, wish);

  expect(chosen.format).toBe(format);
  expect(chosen.change?.code ?? null).toBe(change);
});

test("a label is text whatever it holds, and a name may be broken after its signs", () => {
  expect(labelMarkup('<lora:a&b:1>\n"x"')).not.toMatch(/<|>/);
  expect(labelMarkup("okara-step_0001")).toBe("okara-\u200bstep_\u200b0001");
  expect(cutText("日本語のラベル", 3)).toBe("日本語…");
  expect(cutText("😀😀😀", 2)).toBe("😀😀…");
});

test("text stands out from any background", () => {
  expect(coloursOn("#ffffff").text).toBe("#111318");
  expect(coloursOn("#14161c").text).toBe("#f0f2f6");
});
