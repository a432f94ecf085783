import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

test.each([
  { words: ["train", "stop", "--help"], first: "train stop ID", lines: 1 },
  { words: ["doctor", "-h"], first: "doctor [--json]", lines: 1 },
  { words: ["models", "--help", "--json"], first: "models list", lines: 3 },
])("$words is answered with its usage", async ({ words, first, lines }) => {
  const { code, stdout, stderr } = await atelier(await newFolder(), words);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.startsWith(first)).toBe(true);
  expect(stdout.split("\n")).toHaveLength(lines);
});

test("train given a folder says what it takes, and how to make one, before it looks at options of another command", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  const { code, stderr } = await atelier(home, ["train", folder, "--steps", "60"]);
  expect(code).toBe(2);
  expect(stderr).toContain(`train takes a CONFIG; "${folder}" is a folder.`);
  expect(stderr).toContain(`plan ${folder} --steps 1000 --output training.toml`);
  const missing = await atelier(home, ["train", join(folder, "none.toml")]);
  expect(missing.stderr).not.toContain("is a folder");
});
