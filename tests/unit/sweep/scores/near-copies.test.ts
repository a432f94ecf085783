import { expect, test } from "@jest/globals";
import { changeBetween, linesOf, nearestAmong, unlikeness } from "../../../../sidecar/sweep/scores/near-copies.js";
import { thresholds } from "../../../../sidecar/sweep/verdict/thresholds.js";
import { randomNumbers } from "../../../support/random-numbers.js";

const SIDE = 24;

/** A drawing of a few discs. @param look where of it each pixel lies, 0–1 */
function drawing(seed: number, look = (x: number, y: number): [number, number] => [x, y]): Uint8Array {
  const random = randomNumbers(seed);
  const discs = Array.from({ length: 9 }, () => [
    random(),
    random(),
    0.08 + 0.2 * random(),
    random(),
    random(),
    random(),
  ]);
  const thumb = new Uint8Array(SIDE * SIDE * 3);
  for (let pixel = 0; pixel < SIDE * SIDE; pixel += 1) {
    const [x, y] = look(((pixel % SIDE) + 0.5) / SIDE, (Math.floor(pixel / SIDE) + 0.5) / SIDE);
    for (const [left = 0, top = 0, size = 0, ...colour] of discs) {
      if (Math.hypot(x - left, y - top) > size) continue;
      for (const [channel, value] of colour.entries()) thumb[pixel * 3 + channel] = 255 * value;
    }
  }
  return thumb;
}

const looked = (thumb: Uint8Array) => ({ thumb, lines: linesOf(thumb) });
const set = [1, 2, 3, 4, 5].map((seed) => drawing(seed));
const nearest = nearestAmong(set);

test.each([
  ["the same", drawing(3)],
  ["with grain", drawing(3).map((value, at) => Math.min(255, value + ((at * 7) % 13)))],
  ["mirrored", drawing(3, (x, y) => [1 - x, y])],
])("a copy is found: %s", (_, thumb) => {
  const found = nearest(looked(thumb));
  expect(found?.picture).toBe(2);
  expect(found?.nearness).toBeGreaterThan(thresholds.copy);
});

test("a part of a picture is nearer to it than to any other", () => {
  const found = nearest(looked(drawing(4, (x, y) => [0.1 + 0.8 * x, 0.1 + 0.8 * y])));
  expect(found?.picture).toBe(3);
  expect(found?.nearness).toBeGreaterThan(0.6);
});

test("another drawing is no copy, nor is a picture one of itself when it is left out", () => {
  for (let seed = 100; seed < 130; seed += 1) {
    expect(nearest(looked(drawing(seed)))?.nearness).toBeLessThan(thresholds.copy);
  }
  expect(nearest(looked(drawing(1)), 0)?.picture).not.toBe(0);
  expect(nearestAmong([])(looked(drawing(1)))).toBeNull();
});

test("seeds that give one picture are alike, other drawings are not", () => {
  expect(unlikeness([drawing(1), drawing(1)].map(looked)).every((value) => value < 0.01)).toBe(true);
  expect(unlikeness(set.map(looked)).every((value) => value > 0.5)).toBe(true);
  expect(changeBetween(drawing(1), drawing(1))).toBe(0);
});
