import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";

const root = join(import.meta.dirname, "../../../..");
const texts = [
  "README",
  ...["rooms", "commands", "webui", "settings", "machines", "limits", "comparison", "troubleshooting"].map(
    (name) => `docs/${name}`,
  ),
];
const read = (path: string): string => readFileSync(join(root, path), "utf8");

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

const pictures = (text: string): string[] => all(text, /!\[[^\]]*\]\(([^)]+)\)/g);
const links = (text: string): string[] => all(text, /(?<!!)\[[^\]]*\]\(([^):#]+)[^):]*\)/g);

test.each(texts)(
  "%s: both languages are built alike, and spell the same commands, options, variables and files",
  (text) => {
    const [english, japanese] = [read(`${text}.md`), read(`${text}.ja.md`)];
    // What only explains how to search by a pattern is worded.
    const worded = (one: string): string => one.replace("/expression/", "/正規表現/");

    expect(built(japanese)).toEqual(built(english));
    expect(spelled(japanese)).toEqual(spelled(english).map(worded).sort());
  },
);

test.each(texts)("%s: both languages lead to the same places, which are there, and to each other", (text) => {
  const [english, japanese] = [read(`${text}.md`), read(`${text}.ja.md`)];
  const neutral = (path: string): string => path.replace(/(\.ja)?\.md$/, ".md");

  expect(links(japanese).map(neutral).sort()).toEqual(links(english).map(neutral).sort());
  for (const path of [...links(english), ...links(japanese)])
    expect([path, existsSync(join(root, dirname(text), path))]).toEqual([path, true]);
  expect(english.slice(0, 200)).toMatch(/\(\w+\.ja\.md\)/);
  expect(japanese.slice(0, 200)).toMatch(/\(\w+\.md\)/);
});

test("both READMEs show the same pictures, the Japanese one those of the Japanese page where there are, and each is there", () => {
  const [english, japanese] = [pictures(read("README.md")), pictures(read("README.ja.md"))];

  expect(japanese.map((path) => path.replace("pictures/ja/", "pictures/"))).toEqual(english);
  expect([...japanese, ...english].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
