import { expect, test } from "@jest/globals";
import type { TagChoice } from "../../../protocol/validate.js";
import { mcutThreshold } from "../../../sidecar/tagging/choose/above.js";
import { completeChoice } from "../../../sidecar/tagging/choose/choice.js";
import { chooser } from "../../../sidecar/tagging/choose/choose-set.js";
import { labelsOf, scoresOf } from "../../support/scores.js";

const labels = labelsOf(
  "rating:general",
  "rating:sensitive",
  "long_hair",
  "very_long_hair",
  "blue_eyes",
  "smile",
  ">_<",
  "character:okara_(atelier)",
  "character:miku",
  "copyright:atelier",
  "hair",
);
const scores = scoresOf(0.2, 0.7, 0.9, 0.8, 0.5, 0.36, 0.4, 0.95, 0.86, 0.6, 0.004);

/** The caption that a choice gives the one picture. */
function caption(choice: TagChoice = {}): string {
  const choose = chooser(labels, completeChoice(choice));
  return choose.caption(choose.choose(scores), scores);
}

test("characters first, then general tags, each by falling confidence, strictly above the thresholds", () => {
  expect(caption()).toBe("okara (atelier), miku, long hair, very long hair, blue eyes, >_<, smile");
  expect(caption({ thresholds: { general: 0.5, character: 0.86 } })).toBe(
    // 0.86 as the model gives it, in single precision, is a little above 0.86.
    "okara (atelier), miku, long hair, very long hair",
  );
});

test("a category that has no threshold is not taken; one that is given is", () => {
  expect(caption({ thresholds: { copyright: 0.5 } })).toContain("atelier,");
  expect(caption({ thresholds: { character: null } })).not.toContain("okara");
});

test.each<[string, TagChoice, string]>([
  [
    "rating first",
    { rating: "first", thresholds: { general: 0.6 } },
    "sensitive, okara (atelier), miku, long hair, very long hair",
  ],
  ["rating last", { rating: "last", thresholds: { general: 0.85 } }, "okara (atelier), miku, long hair, sensitive"],
  ["at most", { maxTags: 2 }, "okara (atelier), long hair"],
  ["at most, kept ones stay", { maxTags: 2, keep: ["smile"] }, "okara (atelier), smile"],
  [
    "keep below the threshold",
    { thresholds: { general: 0.85 }, keep: ["smile"] },
    "okara (atelier), miku, long hair, smile",
  ],
  ["never scored, not kept", { thresholds: { general: 0.95, character: 0.99 }, keep: ["hair"] }, ""],
  ["literal", { exclude: ["Long Hair", "miku"] }, "okara (atelier), very long hair, blue eyes, >_<, smile"],
  ["wildcard", { exclude: ["*_hair", "?iku"] }, "okara (atelier), blue eyes, >_<, smile"],
  ["regular expression", { exclude: ["/(hair|eyes)$/"] }, "okara (atelier), miku, >_<, smile"],
  [
    "exclude wins over keep",
    { exclude: ["smile"], keep: ["smile"], thresholds: { general: 0.85 } },
    "okara (atelier), miku, long hair",
  ],
  ["overlaps", { dropOverlaps: true }, "okara (atelier), miku, very long hair, blue eyes, >_<, smile"],
  [
    "added",
    { addFirst: ["okara", "miku"], addLast: ["white background"], thresholds: { general: 0.85 } },
    "okara, miku, okara (atelier), long hair, white background",
  ],
  [
    "always first",
    { alwaysFirst: ["smile", "none", "blue_eyes"] },
    "smile, blue eyes, okara (atelier), miku, long hair, very long hair, >_<",
  ],
  ["series", { splitSeries: true, thresholds: { general: 0.85 } }, "okara, atelier, miku, long hair"],
  ["brackets", { escapeBrackets: true, thresholds: { general: 0.95 } }, "okara \\(atelier\\), miku"],
  [
    "underscores",
    { underscores: true, thresholds: { general: 0.6 } },
    "okara_(atelier), miku, long_hair, very_long_hair",
  ],
  [
    "weights",
    { weights: true, thresholds: { general: 0.85, character: 0.9 } },
    "(okara (atelier):0.95), (long hair:0.90)",
  ],
  [
    "model's order",
    { order: "model", charactersFirst: false, thresholds: { general: 0.6 } },
    "long hair, very long hair, okara (atelier), miku",
  ],
  [
    "alphabetical, characters first",
    { order: "alphabetical" },
    "miku, okara (atelier), >_<, blue eyes, long hair, smile, very long hair",
  ],
  ["confidence, mixed", { charactersFirst: false, thresholds: { general: 0.85 } }, "okara (atelier), long hair, miku"],
  ["separator", { separator: "; ", thresholds: { general: 0.95 } }, "okara (atelier); miku"],
])("%s", (_name, choice, expected) => {
  expect(caption(choice)).toBe(expected);
});

test("replacing: the first rule that fits, whole tags, groups, several tags, none", () => {
  const replace = [
    { from: "long hair", to: "hair down" },
    { from: "/^(very) (.+) hair$/", to: "$1 $2" },
    { from: "*eyes", to: "" },
    { from: "smile", to: "happy, grin" },
    { from: "miku", to: "long hair" },
  ];

  expect(caption({ replace })).toBe("okara (atelier), long hair, hair down, very long, >_<, happy, grin");
});

test("an expression that cannot be read is refused by name", () => {
  expect(() => caption({ exclude: ["/(/"] })).toThrow("/(/ cannot be read");
});

test("an expression that would take for ever elsewhere takes no time", () => {
  const choose = chooser(labelsOf(`${"a".repeat(60)}!`), completeChoice({ exclude: ["/^(a+)+$/"] }));

  expect(choose.choose(scoresOf(0.9))).toHaveLength(1);
});

test("MCut cuts in the middle of the largest gap; characters need at least 0.15", () => {
  expect(mcutThreshold([0.1, 0.9, 0.8, 0.2])).toBeCloseTo(0.5);
  expect(mcutThreshold([])).toBe(1);
  const low = scoresOf(0, 0, 0, 0, 0, 0, 0, 0.1, 0, 0, 0);
  const choose = chooser(labels, completeChoice({ mcut: { general: true, character: true } }));
  expect(choose.choose(low)).toEqual([]);
  expect(choose.choose(scoresOf(0, 0, 0.9, 0.8, 0.3)).map(({ label }) => label)).toEqual([2, 3]);
});

test("the minimum share drops what few pictures have, but no kept tag", () => {
  const choose = chooser(labels, completeChoice({ minShare: 0.5, keep: ["smile"], thresholds: { general: 0.5 } }));
  const set = [scoresOf(0, 0, 0.9), scoresOf(0, 0, 0.9, 0.9), scoresOf(0, 0, 0, 0, 0, 0.9), scoresOf(0, 0, 0.9)];

  const pruned = choose.prune(set.map(choose.choose));

  expect(pruned.map((tags, index) => choose.caption(tags, set[index] ?? scores))).toEqual([
    "long hair",
    "long hair",
    "smile",
    "long hair",
  ]);
});

test("the report names tags and ratings as the model does, whatever the choice excludes", () => {
  const { rating, tags } = chooser(labels, completeChoice({ exclude: ["smile"] })).report(scores);

  expect(Object.keys(rating)).toEqual(["general", "sensitive"]);
  expect(tags.map(({ tag }) => tag)).toEqual([
    "okara_(atelier)",
    "miku",
    "long_hair",
    "very_long_hair",
    "blue_eyes",
    ">_<",
    "smile",
  ]);
});
