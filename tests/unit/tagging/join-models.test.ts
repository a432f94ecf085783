import { expect, test } from "@jest/globals";
import { disagreements, type JoinMode, joinModels } from "../../../sidecar/tagging/scores/join-models.js";
import { packScores, unpackScores } from "../../../sidecar/tagging/scores/tag-scores.js";
import { labelsOf, scoresOf } from "../../support/scores.js";

const first = labelsOf("smile", "hat", "dog");
const second = labelsOf("cat", "smile", "hat");

function joined(mode: JoinMode, weights = [1, 1]): Record<string, number> {
  const models = joinModels([first, second], { mode, weights });
  const { labels, probabilities } = models.join([scoresOf(0.8, 0.2, 0.6), scoresOf(0.5, 0.4, 0)]);
  const names = [...labels].map((label) => models.labels[label]?.name ?? "");
  return Object.fromEntries(names.map((name, index) => [name, Number((probabilities[index] ?? 0).toFixed(3))]));
}

test("a tag is joined over the models that know it; what a model did not keep counts 0", () => {
  expect(joined("union")).toEqual({ smile: 0.8, hat: 0.2, dog: 0.6, cat: 0.5 });
  expect(joined("intersection")).toEqual({ smile: 0.4, hat: 0, dog: 0.6, cat: 0.5 });
  expect(joined("mean")).toEqual({ smile: 0.6, hat: 0.1, dog: 0.6, cat: 0.5 });
});

test("weights count in mean and maximum", () => {
  expect(joined("mean", [3, 1])).toEqual({ smile: 0.7, hat: 0.15, dog: 0.6, cat: 0.5 });
  expect(joined("maximum", [1, 0.5])).toEqual({ smile: 0.8, hat: 0.2, dog: 0.6, cat: 0.25 });
});

test("one model alone passes through unchanged", () => {
  const scores = scoresOf(0.8, 0.2, 0.6);

  expect(joinModels([first], { mode: "mean", weights: [1] }).join([scores])).toBe(scores);
});

test("equal names of different categories are different tags", () => {
  const models = joinModels([labelsOf("saber"), labelsOf("character:saber")], { mode: "union", weights: [1, 1] });

  expect(models.labels).toHaveLength(2);
});

test("disagreements: taken by one, far below by another that knows the tag, the widest first", () => {
  const models = joinModels([first, second], { mode: "union", weights: [1, 1] });
  const list = disagreements(models, [scoresOf(0.9, 0.4, 0.9), scoresOf(0.9, 0.1, 0.2)], {
    thresholdOf: () => 0.35,
    margin: 0.1,
  });

  expect(list.map(({ tag }) => tag)).toEqual(["smile", "hat"]);
  expect(list[0]?.probabilities[1]).toBeCloseTo(0.1);
});

test("packed scores come back as they were, also from the middle of a larger buffer", () => {
  const scores = scoresOf(0.9, 0.001, 0.005, 0.3);
  const packed = packScores(scores);
  const shifted = new Uint8Array(packed.length + 3);
  shifted.set(packed, 3);

  expect(scores.labels).toEqual(Uint32Array.from([0, 2, 3]));
  expect(unpackScores(packed)).toEqual(scores);
  expect(unpackScores(shifted.subarray(3))).toEqual(scores);
});
