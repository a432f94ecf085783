import { expect, test } from "@jest/globals";
import { renameLora } from "../../../../sidecar/sweep/send/rename-lora.js";

const to = { from: "okara-1a2b3c4d", to: "okara", tag: "<lora:okara:0.5>" };

test("the tag gets the name that the WebUI knows, and its hash no longer says otherwise", () => {
  const text = `1girl, okara-1a2b3c4d <lora:okara-1a2b3c4d:0.25:0.5> <lora:okara-1a2b3c4d5:1>
Steps: 2, Seed: 1, Size: 8x8, Lora hashes: "style: 00, okara-1a2b3c4d: 1a2b", Version: 1`;

  expect(renameLora(text, to)).toBe(`1girl, okara-1a2b3c4d <lora:okara:0.25:0.5> <lora:okara-1a2b3c4d5:1>
Steps: 2, Seed: 1, Size: 8x8, Lora hashes: "style: 00", Version: 1`);
  expect(
    renameLora(`a <lora:okara-1a2b3c4d:1>\nSteps: 2, Seed: 1, Size: 8x8, Lora hashes: "okara-1a2b3c4d: 1a2b"`, to),
  ).toBe("a <lora:okara:1>\nSteps: 2, Seed: 1, Size: 8x8");
});

test("a prompt whose tag the WebUI took away gets one", () => {
  const fields = "Negative prompt: bad\nSteps: 2, Seed: 1, Size: 8x8";

  expect(renameLora(`1girl\n${fields}`, to)).toBe(`1girl <lora:okara:0.5>\n${fields}`);
  expect(renameLora(fields, to)).toBe(`<lora:okara:0.5>\n${fields}`);
});
