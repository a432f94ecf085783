import { test } from "@jest/globals";
import { expectHostileFilesAreNamed } from "../support/hostile-test.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("26 bad files of every kind among 60 good ones: all good ones tagged, all bad ones named", async () => {
  await expectHostileFilesAreNamed([await newFolder(), await newFolder()], { good: 60, bad: 26 });
});
