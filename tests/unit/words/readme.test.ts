import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

const root = join(import.meta.dirname, "../../../..");
const english = readFileSync(join(root, "README.md"), "utf8");
const japanese = readFileSync(join(root, "README.ja.md"), "utf8");

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((found) => found[1] ?? "");

/** Commands, options, variables and file names: what stands in backticks, each line of blocks too. */
const spelled = (text: string): string[] => {
  const blocks = all(text, /^```\n(.*?)^```/gms).flatMap((block) => block.trim().split("\n"));
  const inline = all(text.replace(/^```\n.*?^```/gms, ""), /`([^`]+)`/g).map((one) => one.replace(/\s+/g, " "));
  return [...new Set([...blocks, ...inline])].sort();
};

/** Levels of headings, kinds of lists and their lengths: how a text is built. */
const built = (text: string): string[] =>
  text
    .replace(/^```\n.*?^```/gms, "```")
    .split("\n")
    .flatMap((line) => /^(#+|-|\d+\.|\||```)(?=\s|$)/.exec(line)?.[1] ?? []);

test("both READMEs are built alike: sections, steps, points and tables", () => {
  expect(built(japanese)).toEqual(built(english));
});

test("both READMEs spell the same commands, options, variables and files", () => {
  // What only explains how to search by a pattern is worded.
  const worded = (one: string): string => one.replace("/expression/", "/正規表現/");

  expect(spelled(japanese)).toEqual(spelled(english).map(worded).sort());
});

test("both READMEs show the same pictures, the Japanese one those of the Japanese page where there are, and each is there", () => {
  const shown = (text: string): string[] => all(text, /!\[[^\]]*\]\(([^)]+)\)/g);

  expect(shown(japanese).map((path) => path.replace("pictures/ja/", "pictures/"))).toEqual(shown(english));
  expect([...shown(japanese), ...shown(english)].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("each README leads to the other", () => {
  expect(english.slice(0, 200)).toContain("(README.ja.md)");
  expect(japanese.slice(0, 200)).toContain("(README.md)");
});
