import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { checkPlace } from "../../../../sidecar/training/installer/check-place.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("several looks at one folder at the same time do not stand in each other's way, and leave nothing", async () => {
  const above = await newFolder();
  const looks = Array.from({ length: 20 }, () => checkPlace(join(above, "sd-scripts"), 0, process.platform));
  const problems = (await Promise.all(looks)).flatMap((place) => place.problems);

  expect(problems).toEqual([]);
  expect(readdirSync(above)).toEqual([]);
});
