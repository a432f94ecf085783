import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { reportError, StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";

const MOST_BYTES = 20_000_000;

/**
 * The bytes of base64 text, with or without a `data:…;base64,` prefix and line breaks.
 * @throws StudioError "badArguments" for anything else, nothing, or more than 20 MB
 */
export function pictureBytes(data: string): Buffer {
  const text = data.slice(0, 100).startsWith("data:") ? data.slice(data.indexOf(",") + 1) : data;
  const bytes = Buffer.from(text, "base64");
  // Node skips what is not base64; then fewer bytes come out than the letters stand for.
  const letters = text.replaceAll(/[\s=]/g, "").length;
  if (bytes.length === 0 || bytes.length !== Math.floor((letters * 3) / 4)) {
    throw new StudioError(
      "badArguments",
      say("The picture is not base64."),
      say("Expected a picture file's bytes in base64."),
    );
  }
  if (bytes.length > MOST_BYTES) {
    throw new StudioError(
      "badArguments",
      say("The picture has {size} MB; expected at most {mostBytes} MB.", {
        size: (bytes.length / 1e6).toFixed(1),
        mostBytes: MOST_BYTES / 1e6,
      }),
      say("Send it smaller: taggers look at it in less than a megapixel."),
    );
  }
  return bytes;
}

/** Puts bytes into a file of `folder` for the time of `work`. Errors name no path that the client did not give. */
export async function withPictureFile<T>(
  bytes: Uint8Array,
  folder: string,
  work: (path: string) => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  try {
    await writeFile(path, bytes, { mode: 0o600 });
    return await work(path);
  } catch (error) {
    const { code, message } = reportError(error);
    if (code !== "unreadableImage") throw error;
    throw new StudioError(
      "unreadableImage",
      message.replaceAll(path, "The picture"),
      say("Send another picture file."),
    );
  } finally {
    await rm(path, { force: true });
  }
}
