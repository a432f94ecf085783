import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { cutoutModels, guessedPreprocessing, namedCutout } from "../../../../sidecar/dataset/cutout/cutout-models.js";
import { despeckled } from "../../../../sidecar/dataset/cutout/despeckle.js";
import { edgeDoubt } from "../../../../sidecar/dataset/cutout/edge-doubt.js";
import { type Mask, thresholded, toMask } from "../../../../sidecar/dataset/cutout/mask.js";

/** A mask drawn with letters: `#` subject, `+` half, `.` background. */
function drawn(...rows: string[]): Mask {
  const values: Record<string, number> = { "#": 255, "+": 128, ".": 0 };
  const data = Uint8Array.from(rows.join(""), (letter) => values[letter] ?? 0);
  return { data, width: rows[0]?.length ?? 0, height: rows.length };
}

test("a model's numbers become shares as each model needs it", () => {
  const size = { width: 2, height: 1 };
  expect([...toMask(Float32Array.of(-3, 1), { ...size, output: "stretch" }).data]).toEqual([0, 255]);
  expect([...toMask(Float32Array.of(0, 0), { ...size, output: "sigmoidStretch" }).data]).toEqual([127, 127]);
  expect([...toMask(Float32Array.of(0.25, 2), { ...size, output: "asIs" }).data]).toEqual([64, 255]);
  const planes = Float32Array.of(1, 0, 0, 0, 0, 3, 0.5, 1);
  expect([...toMask(planes, { ...size, output: "classes" }).data]).toEqual([0, 255]);
  expect([...toMask(Float32Array.of(Number.NaN, 1), { ...size, output: "asIs" }).data]).toEqual([0, 255]);
});

test("stretched masks span the whole range, whatever the numbers", () => {
  const numbers = fc.array(fc.float({ noNaN: true, min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(numbers, (given) => {
      fc.pre(Math.max(...given) - Math.min(...given) > 1e-3);
      const { data } = toMask(Float32Array.from(given), { width: given.length, height: 1, output: "stretch" });
      expect([Math.min(...data), Math.max(...data)]).toEqual([0, 255]);
    }),
  );
});

test("specks go, small holes are filled, the largest island and what reaches the frame stay", () => {
  const mask = drawn("........#.", ".#####....", ".#.###....", ".#####....", "######....", "....##..#.");
  const clean = despeckled(mask, 0.05);
  expect(clean).toEqual(drawn("..........", ".#####....", ".#####....", ".#####....", "######....", "....##...."));
  expect(despeckled(drawn("....", ".#..", "...."), 0.9)).toEqual(drawn("....", ".#..", "...."));
  expect(despeckled(mask, 0)).toBe(mask);
});

test("a threshold leaves hard edges only", () => {
  expect(thresholded(drawn("#+."), 0.5)).toEqual(drawn("##."));
  expect(thresholded(drawn("#+."), 0.6)).toEqual(drawn("#.."));
  expect(thresholded(drawn("#+."), 0)).toEqual(drawn("##."));
});

test("doubt: a clean cut-out has next to none, and each flaw its reason", () => {
  const box = (inside: (x: number, y: number) => string): Mask =>
    drawn(...Array.from({ length: 40 }, (_, y) => Array.from({ length: 40 }, (_, x) => inside(x, y)).join("")));
  const within = (x: number, y: number, from: number, to: number): boolean =>
    x >= from && x < to && y >= from && y < to;
  const clean = edgeDoubt(box((x, y) => (within(x, y, 10, 30) ? "#" : ".")));
  const soft = edgeDoubt(box((x, y) => (within(x, y, 18, 22) ? "#" : within(x, y, 8, 32) ? "+" : ".")));
  const two = edgeDoubt(box((x, y) => (within(x, y, 4, 14) || within(x, y, 20, 36) ? "#" : ".")));
  const cut = edgeDoubt(box((x, y) => (y >= 10 && x >= 5 ? "#" : ".")));
  expect(clean).toEqual({ doubt: 0, reasons: [] });
  expect(soft.reasons).toContain("softEdges");
  expect(two.reasons).toEqual(["islands"]);
  expect(cut.reasons).toEqual(["touchesFrame"]);
  expect(edgeDoubt(box(() => "."))).toEqual({ doubt: 1, reasons: ["empty"] });
  expect(edgeDoubt(box(() => "#"))).toEqual({ doubt: 1, reasons: ["full"] });
  for (const { doubt } of [soft, two, cut]) expect(doubt).toBeGreaterThan(clean.doubt);
});

test("every model of the list has a checksum of its kind, and a file's name tells its preprocessing", () => {
  expect(cutoutModels).toHaveLength(15);
  for (const { checksum } of cutoutModels) {
    expect(checksum.digest).toMatch(checksum.algorithm === "md5" ? /^[\da-f]{32}$/ : /^[\da-f]{64}$/);
  }
  expect(guessedPreprocessing("u2net_cloth_seg.onnx")).toBe(namedCutout("u2net_cloth_seg"));
  expect(guessedPreprocessing("my ISNet-anime v2.onnx")).toBe(namedCutout("isnet-anime"));
  expect(guessedPreprocessing("BiRefNet-general-epoch_244.onnx")).toBe(namedCutout("birefnet-general"));
  expect(guessedPreprocessing("ToonOut-BiRefNet.onnx")).toMatchObject({ size: 1024, output: "sigmoidStretch" });
  expect(guessedPreprocessing("x.onnx")).toMatchObject({ size: 320, output: "stretch" });
});
