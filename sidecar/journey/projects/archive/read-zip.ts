import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { badName, entryName } from "../../../dataset/import/safe-name.js";
import { reportError, StudioError } from "../../../host/studio-error.js";
import { say } from "../../../words/sentence.js";
import { archiveNames, noProjectIn } from "./archive-format.js";

// Above any project, and below what fills a disk unnoticed.
const MOST_ENTRIES = 500_000;
const MOST_BYTES = 200 * 2 ** 30;
const MOST_TEXT = 512 * 2 ** 20;
// Records are texts and shrink well; what unpacks to so many times its size was made to hurt.
const MOST_RATIO = 200;
const RATIO_FROM = 64 * 2 ** 20;

/** An archive whose names and sizes were looked at. */
export interface OpenArchive {
  /** Uncompressed bytes by name. */
  sizes: ReadonlyMap<string, number>;
  /** A whole entry as text; "" where there is none. @throws StudioError "badArguments" where it is damaged or too long */
  text(name: string): Promise<string>;
  /** Writes an entry to a new file, its folder made. @returns SHA-256, hex */
  unpack(name: string, target: string, signal: AbortSignal): Promise<string>;
  close(): void;
}

const refused = (file: string, found: string): StudioError =>
  new StudioError(
    "badArguments",
    say("{file} is refused: {what}.", { file, what: found }),
    say("It was not written by this program as it is; export the project again."),
  );

function check(file: string, entries: ReadonlyMap<string, Entry>): void {
  let [packed, unpacked] = [0, 0];
  for (const { compressedSize, uncompressedSize } of entries.values()) {
    packed += compressedSize;
    unpacked += uncompressedSize;
  }
  if (unpacked > MOST_BYTES) throw refused(file, `it unpacks to ${unpacked} bytes`);
  if (unpacked > RATIO_FROM && unpacked > packed * MOST_RATIO) {
    throw refused(file, `it unpacks to ${Math.round(unpacked / Math.max(1, packed))} times its size`);
  }
}

async function entriesOf(file: string, zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw refused(file, `it holds ${zip.entryCount} files`);
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = entryName(entry);
    if (name.endsWith("/")) continue;
    const bad = badName(name);
    if (bad !== null) throw refused(file, bad);
    if (entries.has(name)) throw refused(file, `it holds ${name} twice`);
    if ((entry.generalPurposeBitFlag & 1) !== 0) throw refused(file, `${name} is encrypted`);
    entries.set(name, entry);
  }
  return entries;
}

/** @throws StudioError "badArguments" for what is no ZIP, half of one, or made to hurt */
export async function openArchive(file: string): Promise<OpenArchive> {
  let zip: ZipFile;
  try {
    zip = await openPromise(file, { decodeStrings: false, lazyEntries: true, autoClose: false });
  } catch (error) {
    throw noProjectIn(file, reportError(error).message);
  }
  try {
    const entries = await entriesOf(file, zip);
    check(file, entries);
    if (!entries.has(archiveNames.manifest)) throw noProjectIn(file, `it has no ${archiveNames.manifest}`);
    return archiveOf(file, zip, entries);
  } catch (error) {
    zip.close();
    throw reportError(error).code === "internal" ? noProjectIn(file, reportError(error).message) : error;
  }
}

function archiveOf(file: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>): OpenArchive {
  const streamOf = async (name: string) => {
    const entry = entries.get(name);
    return entry ? zip.openReadStreamPromise(entry) : null;
  };
  const damaged = (name: string, error: unknown): StudioError =>
    noProjectIn(file, `${name}: ${reportError(error).message}`);
  return {
    sizes: new Map([...entries].map(([name, { uncompressedSize }]) => [name, uncompressedSize])),
    async text(name) {
      if ((entries.get(name)?.uncompressedSize ?? 0) > MOST_TEXT) throw refused(file, `${name} is too long`);
      try {
        const parts: Buffer[] = [];
        // The reader fails when more comes out than the entry says.
        for await (const part of (await streamOf(name)) ?? []) parts.push(part);
        return Buffer.concat(parts).toString("utf8");
      } catch (error) {
        throw damaged(name, error);
      }
    },
    async unpack(name, target, signal) {
      const hash = createHash("sha256");
      try {
        await mkdir(dirname(target), { recursive: true });
        const stream = await streamOf(name);
        if (stream === null) throw new Error("it is not in the archive");
        const hashed = async function* (parts: AsyncIterable<Buffer>) {
          for await (const part of parts) {
            hash.update(part);
            yield part;
          }
        };
        await pipeline(stream, hashed, createWriteStream(target, { flags: "wx" }), { signal });
      } catch (error) {
        signal.throwIfAborted();
        throw damaged(name, error);
      }
      return hash.digest("hex");
    },
    close: () => zip.close(),
  };
}
