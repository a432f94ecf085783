import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { chunkMarks, clipTokens } from "../../../sidecar/captions/assist/tokens.js";

describe("CLIP tokens", () => {
  // Counts of OpenAI's own tokenizer, without its marks of start and end.
  test.each([
    ["", 0],
    ["1girl", 2],
    ["1girl, solo, long hair", 7],
    ["looking at viewer", 3],
    ["^_^, :d", 5],
    ["it's", 2],
    ["100%, 50", 6],
    ["A  Photo\n of a CAT", 5],
  ])("%j has %d", (text, expected) => {
    expect(clipTokens(text)).toBe(expected);
  });

  test("letters beyond ASCII count by their bytes' parts, never none", () => {
    expect(clipTokens("髪")).toBeGreaterThanOrEqual(1);
    expect(clipTokens("髪")).toBeLessThanOrEqual(3);
    expect(clipTokens("é")).toBe(1);
  });

  test("words apart count as much as together", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(clipTokens(`${left} ${right}`)).toBe(clipTokens(left) + clipTokens(right));
      }),
    );
  });

  test("marks stand where each 75 end", () => {
    const text = Array.from({ length: 200 }, () => "cat").join(" ");
    expect(chunkMarks(text)).toEqual([75 * 4, 150 * 4]);
    expect(chunkMarks("cat")).toEqual([]);
  });
});
