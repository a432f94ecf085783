import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { backgroundOf } from "../../../sidecar/dataset/check/measures/background.js";
import { subjectOf } from "../../../sidecar/dataset/check/measures/subject.js";
import { decodeBytes } from "../../../sidecar/dataset/decode.js";
import { storedBox } from "../../../sidecar/dataset/subject/stored-box.js";

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "EXIF orientation %i: a box of the upright picture is found where it is stored",
  async (orientation) => {
    const [width, height] = [200, 100];
    const stored = [0.1, 0.2, 0.45, 0.4];
    const pixels = Buffer.alloc(width * height * 3, 255);
    for (let y = 20; y < 40; y += 1) pixels.fill(20, (y * width + 20) * 3, (y * width + 90) * 3);
    const file = await sharp(pixels, { raw: { width, height, channels: 3 } })
      .png()
      .withMetadata({ orientation })
      .toBuffer();
    const upright = await decodeBytes(file);

    const subject = subjectOf(upright, backgroundOf(upright));

    expect([upright.width, upright.height]).toEqual(orientation >= 5 ? [height, width] : [width, height]);
    const [left = 0, top = 0, right = 0, bottom = 0] = subject ?? [];
    for (const [place, side] of storedBox([left, top, right, bottom], orientation).entries()) {
      expect(side).toBeCloseTo(stored[place] ?? -1, 9);
    }
  },
);
