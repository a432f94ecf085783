import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { decimalText, readDecimal } from "../../../../sidecar/sweep/plan/values/decimal.js";
import { splitList } from "../../../../sidecar/sweep/plan/values/split-list.js";
import { readSeedsLike, readStrengths, readWhole } from "./reading.js";

test.each([
  ["0.25, 0.5", ["0.25", "0.5"]],
  ["0.25-1.0(+0.25)", ["0.25", "0.5", "0.75", "1"]],
  ["0.6-1.0(+0.1)", ["0.6", "0.7", "0.8", "0.9", "1"]],
  ["0.7 - 1.3 (+0.1)", ["0.7", "0.8", "0.9", "1", "1.1", "1.2", "1.3"]],
  ["0.5-1.0 (0.3)", ["0.5", "0.8"]],
  ["0.5-1 [6]", ["0.5", "0.6", "0.7", "0.8", "0.9", "1"]],
  ["0-1 [4]", ["0", "0.3333", "0.6667", "1"]],
  ["0.1, 0.2, .., 1.0", ["0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1"]],
  ["0.5, …, 1", ["0.5", "0.75", "1"]],
  ["-1:1:0.25", ["-1", "-0.75", "-0.5", "-0.25", "0", "0.25", "0.5", "0.75", "1"]],
  ["0.2-1.0:5", ["0.2", "0.4", "0.6", "0.8", "1"]],
  ["-1--0.5(+0.25)", ["-1", "-0.75", "-0.5"]],
  ["1-0(-0.5)", ["1", "0.5", "0"]],
  ["0.5-1", ["0.5", "0.75", "1"]],
  ["0.6-1", ["0.6", "0.7", "0.8", "0.9", "1"]],
  ["0.30000000000000004", ["0.30000000000000004"]],
  ["０．５、０．７５", ["0.5", "0.75"]],
  ["1.0, 1, 1.00", ["1"]],
  ["0.5\n0.75,\n", ["0.5", "0.75"]],
  ["0.5 || 0.75", ["0.5", "0.75"]],
  ["-0", ["0"]],
])("strengths %s", (written, expected) => {
  expect(readStrengths(written)).toEqual({ values: expected, mistakes: [] });
});

test.each([
  ["1-5", ["1", "2", "3", "4", "5"]],
  ["1-5 (+2)", ["1", "3", "5"]],
  ["10-5(-3)", ["10", "7"]],
  ["5-1", ["5", "4", "3", "2", "1"]],
  ["1-10 [5]", ["1", "3", "5", "7", "10"]],
  ["1, 3, .., 10", ["1", "3", "5", "7", "9", "10"]],
  ["-3-3", ["-3", "-2", "-1", "0", "1", "2", "3"]],
])("whole numbers %s", (written, expected) => {
  expect(readWhole(written)).toEqual({ values: expected, mistakes: [] });
});

test.each([
  ["0.5, half, 1", [["notANumber", "half"]]],
  ["0.5-1(+0)", [["stepIsZero", "0.5-1(+0)"]]],
  ["0.5-1 [0]", [["countIsZero", "0.5-1 [0]"]]],
  ["..", [["nothingToFill", ".."]]],
  ["0.5, ..", [["nothingToFill", ".."]]],
  ["0.5, 0.4, .., 1", [["nothingToFill", ".."]]],
  ["0-10(+0.001)", [["tooManyValues", "0-10(+0.001)"]]],
  ["100", [["outOfRange", "100"]]],
  ["", [["noValues", ""]]],
])("what is wrong with the strengths %s", (written, expected) => {
  expect(readStrengths(written).mistakes.map(({ code, piece }) => [code, piece])).toEqual(expected);
});

test("one bad item does not take the others with it", () => {
  expect(readStrengths("0.5, half, 1").values).toEqual(["0.5", "1"]);
  expect(readWhole("1.5").mistakes[0]).toMatchObject({ code: "notWhole", piece: "1.5" });
});

test("each -1 is a seed of its own, other seeds come once", () => {
  expect(readSeedsLike("-1, -1, 7, 7")).toEqual({ values: ["-1", "-1", "7"], mistakes: [] });
});

test("quotes, lines, ||, SKIP and escaped commas part a list as plots know it", () => {
  const texts = (written: string) => splitList(written).map(({ text, skip }) => (skip ? `SKIP ${text}` : text));
  expect(texts('"p1, p2","p3"')).toEqual(["p1, p2", "p3"]);
  expect(texts('"p1, p2", "p3"')).toEqual(["p1, p2", "p3"]);
  expect(texts('a "quoted" word, b')).toEqual(['a "quoted" word', "b"]);
  expect(texts('"say ""hi""", x')).toEqual(['say "hi"', "x"]);
  expect(texts('x, ""')).toEqual(["x", ""]);
  expect(texts("a, b || c")).toEqual(["a, b", "c"]);
  expect(texts("a, SKIP: b, c,")).toEqual(["a", "SKIP b", "c"]);
  expect(texts('SKIP:"a, b", c')).toEqual(["SKIP a, b", "c"]);
  expect(texts("one\\, two, three")).toEqual(["one, two", "three"]);
  expect(texts('"no end, b')).toEqual(['"no end', "b"]);
});

test("a range never passes its end, begins at its beginning and has equal steps", () => {
  const hundredths = fc.integer({ min: -300, max: 300 });
  const step = fc.integer({ min: 1, max: 200 });
  const text = (value: number) => decimalText({ units: BigInt(value), scale: 2 });
  fc.assert(
    fc.property(hundredths, hundredths, step, (from, to, by) => {
      const { values, mistakes } = readStrengths(`${text(from)}-${text(to)}(+${text(by)})`);
      expect(mistakes).toEqual([]);
      const numbers = values.map((value) => Math.round(Number(value) * 100));
      expect(numbers[0]).toBe(from);
      expect(numbers.length).toBe(Math.floor(Math.abs(to - from) / by) + 1);
      expect(numbers.every((value) => (from <= to ? value <= to : value >= to))).toBe(true);
      expect(numbers.slice(1).every((value, index) => Math.abs(value - (numbers[index] ?? 0)) === by)).toBe(true);
    }),
  );
});

test("a decimal is written back as the same number", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.integer({ min: 0, max: 8 }), (units, scale) => {
      const text = decimalText({ units, scale });
      expect(readDecimal(text)).not.toBeNull();
      expect(Number(text)).toBeCloseTo(Number(units) / 10 ** scale, 8);
      expect(text).toMatch(/^(?:-(?!0$))?\d+(?:\.\d*[1-9])?$/);
    }),
  );
});

test("any text is read or told what is wrong with it", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { values, mistakes } = readStrengths(text);
      expect(values.length + mistakes.length).toBeGreaterThan(0);
    }),
  );
});
