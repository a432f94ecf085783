import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { decodeText, encodeText, LARGEST_TEXT, type TextEncoding } from "../../../sidecar/store/text-encoding.js";

// "日本語、ねこ ①" and its like, as Windows writes them.
const written: [TextEncoding, string, string][] = [
  ["utf8", "e697a5e69cac", "日本"],
  ["utf8", "efbbbf61", "\uFEFFa"],
  ["shift_jis", "93fa967b8cea8141 82cb82b1 8740".replaceAll(" ", ""), "日本語、ねこ①"],
  ["shift_jis", "b6c5 93fa".replaceAll(" ", ""), "ｶﾅ日"],
  ["euc-jp", "c6fccbdcb8eca1a2a4cda4b3", "日本語、ねこ"],
  ["euc-jp", "a4cda4b3a1c1", "ねこ～"],
  ["utf16le", "fffe e565 6100".replaceAll(" ", ""), "\uFEFF日a"],
  ["utf16be", "feff 65e5 0061".replaceAll(" ", ""), "\uFEFF日a"],
];

test.each(written)("%s %s is read as such and written back byte for byte", (encoding, hex, text) => {
  const bytes = Buffer.from(hex, "hex");

  const decoded = decodeText(bytes);

  expect(decoded).toEqual({ text, encoding });
  expect(encodeText(decoded.text, decoded.encoding).toString("hex")).toBe(hex);
});

test.each([
  ["a picture's beginning", Buffer.from("89504e470d0a1a0a0000000d", "hex")],
  ["NUL in UTF-8", Buffer.from("a\u0000b")],
  ["UTF-16 that ends inside a character", Buffer.from("fffe6100e5", "hex")],
  ["a lone surrogate", Buffer.from("fffe00d86100", "hex")],
  ["Windows-1252", Buffer.from("caf\u00E9", "latin1")],
  ["more than is read", Buffer.alloc(LARGEST_TEXT + 1, "a")],
])("%s is refused", (_, bytes) => {
  expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code: "unreadableText" }));
});

test.each([
  ["shift_jis", "cat 🐈"],
  ["shift_jis", "¥100"],
  ["euc-jp", "é 한"],
  ["utf8", "\uD800"],
] as const)("%s refuses the text %s, which it cannot hold", (encoding, text) => {
  expect(() => encodeText(text, encoding)).toThrow(expect.objectContaining({ code: "unwritableText" }));
});

test("a UTF-16 text that lost its mark is still known again", () => {
  expect(decodeText(encodeText("日", "utf16le"))).toEqual({ text: "\uFEFF日", encoding: "utf16le" });
});

test("whatever bytes are read come back when written", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.string({ unit: "binary" }).map((text) => new TextEncoder().encode(text)),
    fc.array(fc.constantFrom(0x82, 0xa4, 0xb1, 0xfe, 0xff, 0x61, 0x8e, 0x8f)).map((list) => Uint8Array.from(list)),
  );
  fc.assert(
    fc.property(bytes, (given) => {
      const all = Buffer.from(given);
      try {
        const { text, encoding } = decodeText(all);
        expect(encodeText(text, encoding).toString("hex")).toBe(all.toString("hex"));
      } catch (error) {
        expect(error).toMatchObject({ code: "unreadableText" });
      }
    }),
    { numRuns: 2000 },
  );
});
