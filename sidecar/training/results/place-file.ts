import { constants } from "node:fs";
import { copyFile, link, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { StudioError, systemCode } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";

const exists = (path: string): StudioError =>
  new StudioError(
    "fileExists",
    say("{path} is there already.", { path }),
    say("Give another name; what is there is not touched."),
  );

/** Takes the name only if it is free, in one step. */
async function takeName(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    const code = systemCode(error);
    if (code === "EEXIST") throw exists(path);
    // FAT and some network shares know no hard links: there a copy that refuses to replace has to do.
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS" && code !== "EOPNOTSUPP") throw error;
    await copyFile(temporary, path, constants.COPYFILE_EXCL).catch((refusal: unknown) => {
      throw systemCode(refusal) === "EEXIST" ? exists(path) : refusal;
    });
  }
}

/**
 * Copies a file to a name that is free; readers see nothing or all of it. Not a hard link to the source: the trainer writes
 * into a file that it saves again, which would change this one too. Where the file system can, both share their blocks.
 * @throws StudioError "fileExists"
 */
export async function placeFile(source: string, path: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await copyFile(source, temporary, constants.COPYFILE_FICLONE);
    await takeName(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
}
