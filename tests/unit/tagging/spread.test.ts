import { expect, test } from "@jest/globals";
import { measureSpread } from "../../../sidecar/tagging/spread/measure-spread.js";
import { traitGroups } from "../../../sidecar/tagging/spread/traits.js";

const labels = Object.values(traitGroups).flatMap((group) => Object.values<readonly string[]>(group).flat());

test("a set of smiling fronts lacks back views and is told so", () => {
  const pictures = Array.from({ length: 20 }, (_, index) => ({
    path: `${index}.png`,
    tags: [
      ...(index === 0 ? [] : ["smile"]),
      index < 10 ? "upper_body" : "full_body",
      index === 3 ? "from_side" : "standing",
      ...(index === 7 ? ["web_address"] : []),
    ],
  }));

  const spread = measureSpread(pictures, labels);

  expect(spread?.findings).toEqual(
    expect.arrayContaining([
      { kind: "missing", group: "view", name: "back" },
      { kind: "missing", group: "framing", name: "close" },
      { kind: "lopsided", group: "expression", name: "smiling", pictures: 19, of: 20 },
      { kind: "text", pictures: 1 },
    ]),
  );
  expect(spread?.findings).not.toContainEqual({ kind: "missing", group: "view", name: "side" });
  expect(spread?.texts).toEqual([{ path: "7.png", tags: ["web address"] }]);
  expect(spread?.groups.find(({ group }) => group === "framing")).toEqual({
    group: "framing",
    counts: [
      { name: "close", pictures: 0 },
      { name: "upper", pictures: 10 },
      { name: "thighs", pictures: 0 },
      { name: "full", pictures: 10 },
      { name: "wide", pictures: 0 },
    ],
    unnamed: 0,
  });
});

test("a tagger without such tags can tell nothing", () => {
  expect(measureSpread([{ path: "1.png", tags: ["red theme"] }], ["red_theme", "landscape"])).toBeNull();
});
