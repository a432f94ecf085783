import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  emptyPrompt,
  printPrompt,
  printPromptLines,
  promptsOf,
  readPromptLine,
  readPromptLines,
} from "../../../sidecar/planning/samples/prompt-lines.js";
import { proposePrompts } from "../../../sidecar/planning/samples/propose-prompts.js";

test.each([
  ["a cat", { text: "a cat" }],
  [
    "a cat --n bad, worse --w 512 --h 768 --d 0 --s 20 --l 7.5",
    { text: "a cat", negative: "bad, worse", width: 512, height: 768, seed: 0, steps: 20, scale: 7.5 },
  ],
  ["a cat --ss euler_a --g 3.5", { text: "a cat", others: ["ss euler_a", "g 3.5"] }],
  // As the trainer: letters of either case, the last word wins, what follows a number is passed over.
  ["a cat --W 64 --w 128 wide", { text: "a cat", width: 128 }],
  ["a well--known cat", { text: "a well--known cat" }],
])("a line is read as the trainer reads it: %s", (line, expected) => {
  expect(readPromptLine(line)).toEqual({ kind: "prompt", raw: line, prompt: { ...emptyPrompt, ...expected } });
});

test("comments and empty lines are kept and do not count", () => {
  const text = "# mine\n\na cat --d 1\n # a hash that is no comment\n";

  expect(readPromptLines(text).map(({ kind }) => kind)).toEqual(["other", "other", "prompt", "prompt"]);
  expect(promptsOf(text).map((prompt) => prompt.text)).toEqual(["a cat", "# a hash that is no comment"]);
  expect(printPromptLines(readPromptLines(text))).toBe(text);
  expect(printPromptLines([])).toBeNull();
});

test("what is printed is read back, whatever was typed, and stays one line", () => {
  const number = fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: null });
  const word = fc.string({ unit: fc.constantFrom("a", "#", "-", " ", "\n", ",", "猫", "1") });
  fc.assert(
    fc.property(word, word, number, number, number, (text, negative, width, seed, scale) => {
      const line = printPrompt({
        ...emptyPrompt,
        text: `x${text}`.replaceAll(" --", " "),
        negative: negative.replaceAll(/--/g, ""),
        width,
        seed,
        scale,
      });
      expect(line).not.toMatch(/\n/);
      const read = readPromptLine(line);
      if (read.kind !== "prompt") throw new Error(`${line} is read as a comment.`);
      expect(read.prompt).toMatchObject({ width, seed, scale });
      expect(readPromptLine(printPrompt(read.prompt))).toMatchObject({ kind: "prompt", prompt: read.prompt });
    }),
  );
});

test("a prompt that begins with a hash does not become a comment", () => {
  expect(readPromptLine(printPrompt({ ...emptyPrompt, text: "#1 cat" }))).toMatchObject({ prompt: { text: "#1 cat" } });
});

test("prompts are proposed from the trigger and the most common tags, in the training's size, with one seed", () => {
  const captions = ["okara, 1girl, smile, hat", "okara, 1girl, smile", "okara, 1girl, rain"];
  const found = proposePrompts({ trigger: "okara", captions, family: "sdxl", resolution: [1000, 1500] });

  expect(found.prompts.map(({ text }) => text)).toEqual([
    "okara, 1girl, smile, hat, rain",
    "okara",
    "okara, 1girl, smile",
  ]);
  expect(found.tags.slice(0, 2)).toEqual([
    { tag: "1girl", pictures: 3 },
    { tag: "smile", pictures: 2 },
  ]);
  expect(new Set(found.prompts.map(({ width, height, seed }) => `${width}x${height} ${seed}`))).toEqual(
    new Set(["1024x1472 1"]),
  );
  expect(promptsOf(found.text)).toEqual(found.prompts);
});

test("of prose no tags are made, and families that read no negative prompt get none", () => {
  const captions = ["A girl walks through the rain. She smiles, for she likes it."];
  const { prompts, tags } = proposePrompts({ trigger: "okara", captions, family: "flux", resolution: [1024, 1024] });

  expect(prompts.map(({ text, negative }) => [text, negative])).toEqual([
    ["okara", null],
    [captions[0], null],
  ]);
  expect(tags).toEqual([]);
});

test("brackets of tags are no weights", () => {
  const captions = ["okara, margins (sides)", "okara, margins \\(sides\\)"];
  const of = (family: "sdxl" | "flux") =>
    proposePrompts({ trigger: "okara", captions, family, resolution: [512, 512] }).prompts.map(({ text }) => text);
  expect(of("sdxl").join()).toContain("margins \\(sides\\)");
  expect(of("sdxl").join()).not.toMatch(/[^\\]\(/);
  expect(of("flux").join()).toContain("margins (sides)");
});
