import { expect, test } from "@jest/globals";
import { captionFromTags, mergeCaption, tagText } from "../../../sidecar/tagging/caption-text.js";
import { parseLabels } from "../../../sidecar/tagging/labels.js";
import { selectTags } from "../../../sidecar/tagging/select.js";

const labels = parseLabels(
  "tag_id,name,category,count\n1,general,9,0\n2,smile,0,0\n3,hat,0,0\n4,okara,4,0\n5,miku,4,0\n",
);

test("takes tags strictly above their own threshold, characters first, then by probability", () => {
  const probabilities = Float32Array.from([0.9, 0.5, 0.75, 0.9, 0.8]);

  const { rating, tags } = selectTags(probabilities, labels, { general: 0.5, character: 0.85 });

  expect(Object.keys(rating)).toEqual(["general"]);
  expect(tags.map(({ tag }) => tag)).toEqual(["okara", "hat"]);
});

test("a tag list without its columns or without rows is refused by name", () => {
  expect(() => parseLabels("name\nsmile\n")).toThrow("expected the columns name and category");
  expect(() => parseLabels("name,category\n")).toThrow("no tags");
});

test("underscores become spaces, kaomoji stay", () => {
  expect(["long_hair", "okara_(atelier)", ">_<", "||_||"].map(tagText)).toEqual([
    "long hair",
    "okara (atelier)",
    ">_<",
    "||_||",
  ]);
});

test("added tags come first, excluded ones are left out in either spelling, none stands twice", () => {
  const tags = ["long_hair", "blue_eyes", "okara"].map((tag) => ({ tag }));

  expect(captionFromTags(tags, { add: ["okara"], exclude: ["blue_eyes"] })).toBe("okara, long hair");
});

test("append and prepend keep the first of equal tags", () => {
  expect(mergeCaption("a, b", "b, c", "append")).toBe("a, b, c");
  expect(mergeCaption("a, b", "b, c", "prepend")).toBe("b, c, a");
  expect(mergeCaption("a, b", "b, c", "overwrite")).toBe("b, c");
});
