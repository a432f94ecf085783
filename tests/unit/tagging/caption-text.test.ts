import { expect, test } from "@jest/globals";
import { mergeCaption, splitTags, tagText } from "../../../sidecar/tagging/caption-text.js";

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

test("a caption's tags are trimmed, empty ones left out", () => {
  expect(splitTags(" a,, b c ,")).toEqual(["a", "b c"]);
});

test("merging keeps the first of two equal tags; overwriting drops the old text", () => {
  const merge = (existing: string): string => mergeCaption("a,  b , a", "b, c", { existing, separator: ", " });

  expect(merge("append")).toBe("a, b, c");
  expect(merge("prepend")).toBe("b, c, a");
  expect(merge("overwrite")).toBe("b, c");
  expect(mergeCaption(" , ", "c", { existing: "append", separator: ", " })).toBe("c");
  expect(mergeCaption(null, "c", { existing: "append", separator: ", " })).toBe("c");
  expect(mergeCaption("a", "b", { existing: "append", separator: "; " })).toBe("a; b");
});
