import { expect, test } from "@jest/globals";
import { loraHashes, parseInfotext } from "../../../sidecar/sweep/proof/infotext.js";

// As Forge dfdcbab6 wrote it.
const forge = `1girl, tinytrigger <lora:tiny:1>
Negative prompt: bad, worse
and a second line
Steps: 2, Sampler: Euler a, Schedule type: Automatic, CFG scale: 7.0, Seed: 1, Size: 64x64, Model hash: a46814c440, Model: tiny-sd15, Lora hashes: "tiny: 1a2b3c4d5e6f, other: 000000000000", Version: f2.0.1v1.10.1-previous-669-gdfdcbab6`;

test("prompt, negative prompt of several lines, and fields with their quotes taken off", () => {
  const told = parseInfotext(forge);

  expect(told?.prompt).toBe("1girl, tinytrigger <lora:tiny:1>");
  expect(told?.negativePrompt).toBe("bad, worse\nand a second line");
  expect(Object.fromEntries(told?.fields ?? [])).toMatchObject({
    Steps: "2",
    Seed: "1",
    Size: "64x64",
    "Model hash": "a46814c440",
    "Schedule type": "Automatic",
  });
  expect(told && [...(loraHashes(told) ?? [])]).toEqual([
    ["tiny", "1a2b3c4d5e6f"],
    ["other", "000000000000"],
  ]);
});

test("values with commas, colons and quotes are JSON strings", () => {
  const told = parseInfotext('cat\nSteps: 2, Seed: 1, X Values: "a, \\"b\\": c", Size: 8x8');

  expect(told?.fields.get("X Values")).toBe('a, "b": c');
  expect(told?.fields.get("Size")).toBe("8x8");
});

test("a last line with fewer than three fields belongs to the prompt; no settings, no text", () => {
  expect(parseInfotext("1girl, eyes: green, hair: long")).toBeNull();
  expect(parseInfotext("")).toBeNull();
  expect(parseInfotext("Steps: 2, Seed: 1, Size: 8x8")?.prompt).toBe("");
});

test("no hashes are something else than none that are ours", () => {
  const told = parseInfotext("cat\nSteps: 2, Seed: 1, Size: 8x8");
  expect(told && loraHashes(told)).toBeNull();
});
