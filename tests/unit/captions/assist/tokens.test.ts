import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { CLIP_CHUNK, chunkMarks, clipTokens } from "../../../../sidecar/captions/assist/tokens.js";

const tag = fc.oneof(
  fc.constantFrom("long hair", "^_^", ":d", "1girl", "it's", "o_o", "re:zero", "a (b)", "髪", "100%"),
  fc.stringMatching(/^[a-z0-9'():_-]([a-z0-9'():_ -]{0,12}[a-z0-9])?$/),
);

test("a name that every object has is a word like others", () => {
  expect(clipTokens("constructor")).toBe(2);
});

test("tags count as much apart, with their commas, as together, where each ends with a letter or digit", () => {
  const plain = tag.filter((text) => /^[\p{L}\p{N}].*[\p{L}\p{N}]$/u.test(text));
  fc.assert(
    fc.property(fc.array(plain, { minLength: 1, maxLength: 20 }), (tags) => {
      const apart = tags.reduce((sum, one) => sum + clipTokens(one), 0);
      expect(clipTokens(tags.join(", "))).toBe(apart + tags.length - 1);
    }),
  );
});

test("there is a mark for each 75 tokens that are full before the last; a word on the edge counts on after it", () => {
  fc.assert(
    fc.property(fc.array(tag, { maxLength: 120 }), (tags) => {
      const text = tags.join(", ");
      expect(chunkMarks(text)).toHaveLength(Math.max(0, Math.ceil(clipTokens(text) / CLIP_CHUNK) - 1));
    }),
  );
});
