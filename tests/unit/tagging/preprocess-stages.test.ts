import { expect, test } from "@jest/globals";
import { parseStages } from "../../../sidecar/tagging/layouts/deepghs.js";

const normalize = { type: "normalize", mean: [0.5, 0.25, 0], std: [0.5, 0.5, 1] };

test("a stretched picture, as PixAI's; scale and shift of each colour from mean and deviation", () => {
  const input = parseStages({ stages: [{ type: "resize", size: [448, 448] }, { type: "maybe_to_tensor" }, normalize] });

  expect(input).toMatchObject({ size: 448, order: "NCHW", channels: "RGB", fit: "stretch" });
  // (255 / 255 − mean) / deviation for each colour
  const atWhite = input.multiply.map((scale, colour) => 255 * scale + (input.add[colour] ?? 0));
  expect(atWhite.map((value) => Number(value.toFixed(6)))).toEqual([1, 1.5, 1]);
});

test("a padded square that is resized and cropped, as timm's, in the list `test`", () => {
  const test = [
    { type: "pad_to_size", size: [512, 512], background_color: "black" },
    { type: "resize", size: 384 },
    { type: "center_crop", size: [384, 384] },
    { type: "maybe_to_tensor" },
    normalize,
  ];

  expect(parseStages({ val: [], test })).toMatchObject({ size: 384, fit: "pad", ground: [0, 0, 0] });
});

test.each([
  { what: "no list", json: { val: [] }, message: /stages.*test/ },
  { what: "an unknown stage", json: { stages: [{ type: "blur" }] }, message: /"blur"/ },
  { what: "shorter side", json: { stages: [{ type: "resize", size: 448 }] }, message: /shorter side/ },
  { what: "two means", json: { stages: [{ ...normalize, mean: [1, 2] }] }, message: /mean/ },
  { what: "no side", json: { stages: [{ type: "resize", size: [0, 0] }] }, message: /side of 0,0/ },
])("what is not known is refused, not guessed: $what", ({ json, message }) => {
  expect(() => parseStages(json)).toThrow(message);
});
