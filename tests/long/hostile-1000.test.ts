import { test } from "@jest/globals";
import { expectHostileFilesAreNamed } from "../support/hostile-test.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("130 bad files among 1,000 good ones: all good ones tagged, all bad ones named, no crash", async () => {
  await expectHostileFilesAreNamed([await newFolder(), await newFolder()], { good: 1000, bad: 130 });
});
