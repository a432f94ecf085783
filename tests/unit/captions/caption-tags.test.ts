import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isProse, parseCaption, printCaption, tagsOf, withTags } from "../../../sidecar/captions/edits/caption-tags.js";

describe("captions as tags", () => {
  test("printing what was parsed gives every byte back", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab_ ,，、\n\r\t\uFEFF()\\:é髪") }), (text) => {
        expect(printCaption(parseCaption(text))).toBe(text);
      }),
    );
  });

  test("the same tags give the same text, however it is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab ,，\n\r\uFEFF") }), (text) => {
        expect(withTags(text, tagsOf(text))).toBe(text);
      }),
    );
  });

  test("what is written can be read again", () => {
    const tag = fc.stringMatching(/^[a-z][a-z ]{0,8}[a-z]$/);
    fc.assert(
      fc.property(fc.array(tag), fc.array(tag), (before, after) => {
        expect(tagsOf(withTags(before.join(","), after))).toEqual(after);
      }),
    );
  });

  test("a caption keeps its own separator, mark and line end", () => {
    expect(withTags("\uFEFFa,b,c\r\n", ["a", "c", "d"])).toBe("\uFEFFa,c,d\r\n");
    expect(withTags("a, b,c, d", ["a", "c", "d"])).toBe("a, c, d");
    expect(withTags("a, b,\n", ["b"])).toBe("b\n");
    expect(withTags("", ["a", "b"])).toBe("a, b");
  });

  test("sentences are told from tags", () => {
    expect(isProse("1girl, solo, very long hair, looking at viewer")).toBe(false);
    expect(isProse("A girl with long blonde hair stands in a garden, and she smiles at the viewer.")).toBe(true);
    expect(isProse("She smiles. Her hair is blonde.")).toBe(true);
    expect(isProse("少女が立っている。髪は金色です。")).toBe(true);
    expect(isProse("o_o, ..., m.u.g.e.n")).toBe(false);
  });
});
