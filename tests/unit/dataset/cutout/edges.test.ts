import { expect, test } from "@jest/globals";
import { closedFormAlpha } from "../../../../sidecar/dataset/cutout/closed-form.js";
import { foregroundColours } from "../../../../sidecar/dataset/cutout/foreground.js";
import type { Mask } from "../../../../sidecar/dataset/cutout/mask.js";
import { matted } from "../../../../sidecar/dataset/cutout/matte.js";
import { trimapOf, usualMatting } from "../../../../sidecar/dataset/cutout/trimap.js";

const SIDE = 96;
const front = [200, 60, 40];
const back = [30, 120, 220];

/** A disk with an edge that fades over twelve pixels, its colours slightly uneven, on a known background. */
function planted(): { rgb: Uint8Array; alpha: Mask } {
  const rgb = new Uint8Array(SIDE * SIDE * 3);
  const data = new Uint8Array(SIDE * SIDE);
  for (let pixel = 0; pixel < data.length; pixel += 1) {
    const [x, y] = [pixel % SIDE, Math.floor(pixel / SIDE)];
    const far = Math.hypot(x - SIDE / 2, y - SIDE / 2);
    const share = Math.min(1, Math.max(0, (32 - far) / 12 + 0.5));
    data[pixel] = Math.round(share * 255);
    const uneven = 8 * Math.sin(x / 5) + 6 * Math.cos(y / 7);
    for (let channel = 0; channel < 3; channel += 1) {
      const mixed = share * ((front[channel] ?? 0) + uneven) + (1 - share) * ((back[channel] ?? 0) - uneven);
      rgb[pixel * 3 + channel] = Math.round(Math.min(255, Math.max(0, mixed)));
    }
  }
  return { rgb, alpha: { data, width: SIDE, height: SIDE } };
}

const meanError = (left: ArrayLike<number>, right: ArrayLike<number>): number =>
  Array.from(left).reduce((sum, value, index) => sum + Math.abs(value - (right[index] ?? 0)), 0) / left.length;

test("alpha matting recovers a soft edge that the mask had hard", () => {
  const { rgb, alpha } = planted();
  const hard: Mask = { ...alpha, data: alpha.data.map((value) => (value >= 128 ? 255 : 0)) };

  const found = closedFormAlpha(rgb, hard, trimapOf(hard, { ...usualMatting, erode: 20 }));

  expect(meanError(found.data, alpha.data)).toBeLessThan(meanError(hard.data, alpha.data) / 5);
});

test("with more unsure pixels than are solved at once, half the size answers for them", () => {
  const { rgb, alpha } = planted();
  const hard: Mask = { ...alpha, data: alpha.data.map((value) => (value >= 128 ? 255 : 0)) };

  const found = matted(rgb, hard, { ...usualMatting, erode: 20 }, 1500);

  expect(meanError(found.data, alpha.data)).toBeLessThan(meanError(hard.data, alpha.data) / 3);
});

test("where nothing is sure, the mask stays as it is", () => {
  const { rgb, alpha } = planted();
  const all: Mask = { ...alpha, data: alpha.data.map(() => 255) };
  expect(closedFormAlpha(rgb, all, trimapOf(all, usualMatting))).toBe(all);
});

test("decontaminated edges have the subject's colour, not a halo of the old background", () => {
  const { rgb, alpha } = planted();
  const clean = foregroundColours(rgb, alpha);
  const edge = [...alpha.data.keys()].filter(
    (pixel) => (alpha.data[pixel] ?? 0) > 25 && (alpha.data[pixel] ?? 0) < 255,
  );
  const blueOf = (colours: Uint8Array): number =>
    edge.reduce((sum, pixel) => sum + (colours[pixel * 3 + 2] ?? 0), 0) / edge.length;

  expect(blueOf(rgb)).toBeGreaterThan(100);
  expect(Math.abs(blueOf(clean) - 40)).toBeLessThan(15);
  const inside = (SIDE / 2) * SIDE + SIDE / 2;
  expect(clean.slice(inside * 3, inside * 3 + 3)).toEqual(rgb.slice(inside * 3, inside * 3 + 3));
});

test("a trimap is sure only away from edges, and never of a subject at the frame", () => {
  const data = Uint8Array.from({ length: 11 * 11 }, (_, pixel) => (pixel % 11 >= 5 ? 255 : 0));
  const sure = trimapOf({ data, width: 11, height: 11 }, { foreground: 240, background: 10, erode: 3 });
  const row = [...sure.slice(5 * 11, 6 * 11)];
  expect(row).toEqual([0, 0, 0, 0, 128, 128, 255, 255, 255, 255, 128]);
  expect([...trimapOf({ data, width: 11, height: 11 }, { foreground: 240, background: 10, erode: 0 })]).toEqual([
    ...data,
  ]);
});
