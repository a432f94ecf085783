import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { placeLora } from "../../../../sidecar/sweep/plan/prompts/lora-place.js";

const own = new Set(["okara", "okara-000005"]);
const place = (prompt: string): string => {
  const { before, after } = placeLora(prompt, own);
  return `${before}@${after}`;
};

test.each([
  ["1girl, okara", "1girl, okara @"],
  ["", "@"],
  ["1girl,\nBREAK\nsky,\n\n<lora:okara:n>", "1girl,\nBREAK\nsky,\n\n@"],
  ["<lora:okara-000005:0.5>, 1girl", "@, 1girl"],
  ["<lora:okara:1:0.5> 1girl <lora:okara-000010:1>", "@ 1girl "],
  ["<lora:okara-NUM:STRENGTH>, 1girl", "@, 1girl"],
  ["1girl {lora} AND sky", "1girl @ AND sky"],
  ["{lora} a <lora:okara:1> b", "@ a  b"],
  ["a, <lora:detail:0.4>, b", "a, <lora:detail:0.4>, b @"],
  ["a, <lora:okaraXL:0.4>", "a, <lora:okaraXL:0.4> @"],
  ["(a:1.2), [b:c:0.5], \\(d\\) BREAK e", "(a:1.2), [b:c:0.5], \\(d\\) BREAK e @"],
  ["[a <lora:okara:1>::10] b", "[a ::10] b @"],
  ["\\( <lora:okara:1> b", "\\( @ b"],
])("the tag's place in %j", (prompt, expected) => {
  expect(place(prompt)).toBe(expected);
});

test("what is not the tag stays byte for byte", () => {
  const piece = fc.constantFrom(
    "1girl",
    ", ",
    "(a:1.2)",
    "[x|y]",
    "BREAK",
    " AND ",
    "\n",
    "\\(",
    "<lora:other:1>",
    "　",
    "{a|b}",
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const prompt = pieces.join("");
      const { before, after } = placeLora(prompt, own);
      expect(after).toBe("");
      expect([prompt, `${prompt} `]).toContain(before);
    }),
  );
});
