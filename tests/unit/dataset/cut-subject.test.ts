import { expect, test } from "@jest/globals";
import { cutSides } from "../../../sidecar/dataset/buckets/cut-subject.js";
import { backgroundOf } from "../../../sidecar/dataset/check/measures/background.js";
import { subjectOf } from "../../../sidecar/dataset/check/measures/subject.js";

/** A dark rectangle on white, in pixels of 100 × 200. */
function figure(left: number, top: number, right: number, bottom: number) {
  const [width, height] = [100, 200];
  const data = new Uint8Array(width * height * 3).fill(255);
  for (let y = top; y < bottom; y += 1) data.fill(30, (y * width + left) * 3, (y * width + right) * 3);
  return { data, width, height, channels: 3 as const };
}

test("a head that the trainer cuts off is told, a margin is not", () => {
  const tall = figure(30, 10, 70, 190);
  const subject = subjectOf(tall, backgroundOf(tall));
  expect(subject).toEqual([0.3, 0.05, 0.7, 0.95]);
  // A square bucket: of 100 × 200 pixels the middle 100 stay.
  expect(cutSides(subject ?? [], [100, 200], [0, 50, 100, 150])).toEqual(["top", "bottom"]);
  expect(cutSides(subject ?? [], [100, 200], [0, 8, 100, 192])).toEqual([]);
  expect(cutSides(subject ?? [], [100, 200], [40, 0, 60, 200])).toEqual(["left", "right"]);
});

test("before a busy background nothing is said", () => {
  const noise = figure(0, 0, 0, 0);
  for (let at = 0; at < noise.data.length; at += 1) noise.data[at] = (at * 7919) % 251;
  expect(subjectOf(noise, backgroundOf(noise))).toBeNull();
});
