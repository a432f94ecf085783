import { createHash } from "node:crypto";
import { expect, test } from "@jest/globals";
import { prepareImage } from "../../../sidecar/tagging/prepare.js";

// SHA-256 of Pillow 13.0.0's alpha_composite on white of every grey value (rows) at every alpha (columns), as RGB bytes.
const pillowDigest = "065b1ca5635427a3b1199c4dd2f24c2c223cd3d39377388e1b9ac3c7d54f5535";

test("every value at every alpha over white rounds as Pillow does", () => {
  const side = 256;
  const data = new Uint8Array(side * side * 4);
  for (let index = 0; index < side * side; index += 1) {
    const value = Math.floor(index / side);
    data.set([value, value, value, index % side], index * 4);
  }

  const prepared = prepareImage({ data, width: side, height: side, channels: 4 }, side);

  expect(createHash("sha256").update(Uint8Array.from(prepared)).digest("hex")).toBe(pillowDigest);
});
