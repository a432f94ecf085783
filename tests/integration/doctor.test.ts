import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("doctor tries each part and names the state folder", async () => {
  const home = await newFolder();

  const { code, stdout } = await atelier(home, ["doctor", "--json"]);

  const { findings } = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(findings.map((finding: { part: string }) => finding.part)).toEqual([
    "node",
    "state",
    "disk",
    "tagger",
    "gpu",
    "trainer",
    "settings",
    "machines",
  ]);
  expect(findings[1].message).toContain(home);
  expect(findings[3].message).toMatch(/89 tags.*cpu/);
});
