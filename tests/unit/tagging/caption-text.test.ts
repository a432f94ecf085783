import { expect, test } from "@jest/globals";
import { captionFromTags, mergeCaption, tagText } from "../../../sidecar/tagging/caption-text.js";

const kaomoji = "0_0 (o)_(o) +_+ +_- ._. <o>_<o> <|>_<|> =_= >_< 3_3 6_9 >_o @_@ ^_^ o_o u_u x_x |_| ||_||".split(" ");

test.each(kaomoji)("%s keeps its underscore", (face) => {
  expect(tagText(face)).toBe(face);
});

test("underscores become spaces, all of them; brackets stay", () => {
  expect(["long_hair", "o_o_o", "okara_(atelier)", "a__b"].map(tagText)).toEqual([
    "long hair",
    "o o o",
    "okara (atelier)",
    "a  b",
  ]);
});

test("added tags stand first, excluded ones go in either spelling, each tag once", () => {
  const tags = ["long_hair", "dark", "red_theme", ">_<"].map((tag) => ({ tag }));

  expect(captionFromTags(tags, { add: ["okara", "dark"], exclude: ["red theme"] })).toBe("okara, dark, long hair, >_<");
  expect(captionFromTags(tags, { add: [], exclude: ["long_hair", ">_<"] })).toBe("dark, red theme");
});

test("merging keeps the first of two equal tags; overwriting drops the old text", () => {
  expect(mergeCaption("a,  b , a", "b, c", "append")).toBe("a, b, c");
  expect(mergeCaption("a, b", "b, c", "prepend")).toBe("b, c, a");
  expect(mergeCaption("a, b", "c", "overwrite")).toBe("c");
  expect(mergeCaption(" , ", "c", "append")).toBe("c");
});
