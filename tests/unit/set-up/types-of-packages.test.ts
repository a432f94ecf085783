import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";

test("the types of a package that users get are theirs too: the program is built on their machines", async () => {
  const listed: Record<string, Record<string, string>> = JSON.parse(await readFile("package.json", "utf8"));
  const { dependencies = {}, devDependencies = {} } = listed;
  const typesOfTheirs = Object.keys(devDependencies).filter(
    (name) => name.startsWith("@types/") && name.slice("@types/".length) in dependencies,
  );

  expect(typesOfTheirs).toEqual([]);
  expect(Object.keys(dependencies)).toContain("@types/node");
});
