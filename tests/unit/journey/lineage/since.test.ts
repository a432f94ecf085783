import { expect, test } from "@jest/globals";
import type { TrainingPlan } from "../../../../protocol/generated/methods.js";
import { captionState, pictureState } from "../../../../sidecar/journey/lineage/of/picture-since.js";
import { standingReasons } from "../../../../sidecar/journey/lineage/of/plan-reasons.js";

const trained = { name: "1.png", bytes: 5, modified: 100, sha256: "aa", caption: null };
const now = { bytes: 5, modified: 100, content: null };

test.each([
  ["untouched", trained, now, null, "same"],
  ["written again with the same bytes", trained, { ...now, modified: 200, content: "aa" }, null, "same"],
  ["another picture at its place", trained, { ...now, modified: 200, content: "bb" }, null, "changed"],
  ["another at its place, itself elsewhere", trained, { ...now, modified: 200, content: "bb" }, "/b.png", "moved"],
  ["moved", trained, null, "/b.png", "moved"],
  ["taken away", trained, null, null, "gone"],
  ["changed while it was recorded", { ...trained, changed: true }, now, null, "uncertain"],
] as const)("a picture that is %s", (_what, before, after, elsewhere, state) => {
  expect(pictureState(before, after, elsewhere)).toBe(state);
});

test("a caption by its bytes", () => {
  const caption = { name: "1.txt", text: "okara", sha256: "cc" };

  expect(captionState(null, null)).toBe("none");
  expect(captionState(caption, null)).toBe("gone");
  expect(captionState(caption, "cc")).toBe("same");
  expect(captionState(caption, "dd")).toBe("changed");
});

test("a stored plan's reasons hold only for numbers that the run really had", () => {
  const plan = (given: Partial<TrainingPlan>): TrainingPlan => ({
    name: "okara",
    family: "sd15",
    length: { by: "steps", value: 100 },
    arguments: { network_dim: 8, network_alpha: 4 },
    datasets: null,
    launch: {},
    samplePrompts: null,
    additional: [],
    origin: null,
    ...given,
  });
  const reasons = ["network_dim", "network_alpha", "steps", "family"].map((argument) => ({
    argument,
    reason: "because",
    values: {},
    message: "",
    source: "",
  }));
  const stored = plan({});
  const run = plan({ length: { by: "steps", value: 200 }, arguments: { network_dim: 16, network_alpha: 4 } });

  expect(standingReasons(reasons, { stored, trained: run }).map(({ argument }) => argument)).toEqual([
    "network_alpha",
    "family",
  ]);
});
