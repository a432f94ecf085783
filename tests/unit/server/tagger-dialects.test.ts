import { expect, test } from "@jest/globals";
import { captionOf, isOld, usualName } from "../../../sidecar/server/tagger-dialects.js";

const interrogation = {
  model: "wd-vit-tagger-v3",
  rating: { general: 0.9, explicit: 0.01 },
  tags: [
    { tag: "1girl", category: "general", probability: 0.97 },
    { tag: "smile", category: "general", probability: 0.35 },
    { tag: "hat", category: "general", probability: 0.34 },
  ],
  seconds: 1,
};

test("the caption has ratings whatever their probability and tags that reach the threshold, apart or in one object", () => {
  expect(captionOf(interrogation, 0.35, false)).toEqual({
    tag: { "1girl": 0.97, smile: 0.35 },
    rating: { general: 0.9, explicit: 0.01 },
  });
  expect(captionOf(interrogation, 0.35, true)).toEqual({ general: 0.9, explicit: 0.01, "1girl": 0.97, smile: 0.35 });
});

test("toriato's and picobyte's names mean the same models; toriato's programs read one flat object", () => {
  const names = ["wd14-vit-v2-git", "wd14-vit.v2", "wd-v1-4-moat-tagger.v2", "wd-vit-tagger-v3"];

  expect(names.map(usualName)).toEqual([
    "wd-v1-4-vit-tagger-v2",
    "wd-v1-4-vit-tagger-v2",
    "wd-v1-4-moat-tagger-v2",
    "wd-vit-tagger-v3",
  ]);
  expect(names.map((name) => isOld({}, name))).toEqual([true, false, false, false]);
  expect([isOld({ queue: "" }, "wd14-vit-v2-git"), isOld({}, "wd14-swinv2-v1")]).toEqual([false, false]);
});
