import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { StudioError } from "../../host/studio-error.js";
import { hashOfFile } from "../../machines/hash-of-file.js";
import { writeText } from "../../store/atomic-file.js";
import { type FileStamp, fileStamp } from "../../store/file-content.js";
import { readJson } from "../keeper/run-files.js";
import { placeFile } from "../results/place-file.js";
import { awayFiles } from "./away-file.js";
import { outputOf } from "./mirror-report.js";

/** Files that a machine sent and that lie among the user's, by their names on the way. */
type Came = Record<string, FileStamp>;

export function cameFiles(folder: string): Came {
  const json = Object(readJson(awayFiles(folder).came));
  return Object.fromEntries(
    Object.entries(json).map(([name, stamp]) => {
      const { size, modified } = Object(stamp);
      return [name, { size: Number(size), modified: Number(modified) }];
    }),
  );
}

const write = (folder: string, came: Came): Promise<void> => writeText(awayFiles(folder).came, JSON.stringify(came));

const isOurs = (path: string, stamp: FileStamp | undefined): boolean => {
  const now = fileStamp(path);
  return now !== null && stamp !== undefined && now.size === stamp.size && now.modified === stamp.modified;
};

const isSame = async (one: string, other: string): Promise<boolean> =>
  fileStamp(one)?.size === fileStamp(other)?.size && (await hashOfFile(one)) === (await hashOfFile(other));

const placeOf = (outputFolder: string, name: string): string | null => {
  const output = outputOf(name);
  if (output === null) return null;
  return output.kind === "sample" ? join(outputFolder, "sample", output.name) : join(outputFolder, output.name);
};

interface Run {
  /** The run's folder. */
  folder: string;
  outputFolder: string;
}

/**
 * Puts a file that came among the user's, under its own name. What is there under that name and did not come from this run is not
 * touched: then it lies in the run's folder.
 */
export async function takePlace({ folder, outputFolder }: Run, name: string, source: string): Promise<void> {
  const [came, place] = [cameFiles(folder), placeOf(outputFolder, name)];
  const sent = fileStamp(source);
  // Told twice: it was taken the first time.
  if (place === null || sent === null) return;
  await mkdir(dirname(place), { recursive: true });
  if (isOurs(place, came[name])) {
    // Forgotten first: whatever happens between the two, the machine is asked for it again.
    const { [name]: _, ...others } = came;
    await write(folder, others);
    await rm(place);
  }
  let path = place;
  try {
    await placeFile(source, place);
  } catch (error) {
    if (!(error instanceof StudioError && error.code === "fileExists")) throw error;
    // A studio that was killed had put it there, and not written that down.
    if (!(await isSame(place, source))) {
      path = join(awayFiles(folder).beside, name);
      await mkdir(dirname(path), { recursive: true });
      await rm(path, { force: true });
      await placeFile(source, path);
    }
  }
  const stamp = fileStamp(path);
  if (stamp !== null) await write(folder, { ...came, [name]: stamp });
  await rm(source, { force: true });
}

/** Takes away what the trainer took away there, if it still is the file that came. */
export async function giveUp({ folder, outputFolder }: Run, name: string): Promise<void> {
  const { [name]: stamp, ...others } = cameFiles(folder);
  const place = placeOf(outputFolder, name);
  if (place === null || !isOurs(place, stamp)) return;
  await rm(place, { force: true });
  await write(folder, others);
}
