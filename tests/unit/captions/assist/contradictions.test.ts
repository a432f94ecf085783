import { expect, test } from "@jest/globals";
import { contradictions } from "../../../../sidecar/captions/assist/contradictions.js";

test.each([
  [["2girls", "multiple girls"]],
  [["1girl", "1boy", "blue hair", "red hair"]],
  [["long hair", "very long hair"]],
  [["short hair", "very short hair"]],
])("%j go together", (tags) => {
  expect(contradictions(tags)).toEqual([]);
});

test.each([
  ["1girl", "multiple girls"],
  ["short hair", "very long hair"],
  ["very short hair", "long hair"],
  ["short hair", "medium hair"],
])("%s and %s do not, and are told once", (left, right) => {
  expect(contradictions([left, right])).toEqual([[left, right]]);
});

test("nobody is alone in a couple", () => {
  expect(contradictions(["1girl", "1boy", "solo"])).toEqual([["solo", "1boy"]]);
});
