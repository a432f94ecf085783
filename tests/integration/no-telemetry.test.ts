import { readdir } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { execa } from "execa";
import { program } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("the inference engine's own usage reporting is off: it leaves no log of it behind", async () => {
  const [home, temporary] = [await newFolder(), await newFolder()];

  await execa(process.execPath, [program, "doctor"], {
    env: { ATELIER_HOME: home, TMPDIR: temporary, TEMP: temporary },
  });

  expect(await readdir(temporary)).toEqual([]);
});
