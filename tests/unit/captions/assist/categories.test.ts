import { expect, test } from "@jest/globals";
import { categoryOf } from "../../../../sidecar/captions/assist/categories.js";

test.each([
  ["parted lips", "expression"],
  ["tank top", "clothes"],
  ["bare legs", "body"],
  ["holding sword", "pose"],
  ["head tilt", "pose"],
  ["collarbone", "body"],
  ["mole under eye", "body"],
  ["hair over shoulder", "hair"],
])("%s is about %s", (tag, category) => {
  expect(categoryOf(tag)).toBe(category);
});
