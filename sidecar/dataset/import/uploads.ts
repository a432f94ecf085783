import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";

// More than any picture, and an archive of a few thousand of them.
const MOST_BYTES = 16 * 2 ** 30;

const keyPattern = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Folder of all uploads that were not imported yet. */
export const uploadsFolder = (stateFolder: string): string => join(stateFolder, "uploads");

/** Folder of one upload. @throws StudioError "badArguments" for what is no key */
export function uploadFolder(stateFolder: string, key: string): string {
  if (keyPattern.test(key)) return join(uploadsFolder(stateFolder), key);
  throw new StudioError("badArguments", say('"{key}" is no upload.', { key }), say("Upload the file again."));
}

/** Keeps what a browser sends until it is imported; the upload's key. @param name the file's own; its folders are dropped */
export async function keepUpload(stateFolder: string, name: string, body: Readable): Promise<string> {
  const plain = basename(name.replaceAll("\\", "/"));
  if (plain === "" || plain.startsWith(".")) {
    throw new StudioError(
      "badArguments",
      say('A file called "{name}" cannot be added.', { name }),
      say("Rename it first."),
    );
  }
  const key = randomUUID();
  const folder = uploadFolder(stateFolder, key);
  await mkdir(folder, { recursive: true });
  let bytes = 0;
  const counted = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of source) {
      bytes += part.length;
      if (bytes > MOST_BYTES) {
        throw new StudioError(
          "badArguments",
          say("{plain} is larger than {mostBytes} bytes.", { plain, mostBytes: MOST_BYTES }),
          say("Add it by its path."),
        );
      }
      yield part;
    }
  };
  try {
    await pipeline(body, counted, createWriteStream(join(folder, plain), { flags: "wx" }));
    return key;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
