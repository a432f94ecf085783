import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { reasonOf, StudioError } from "../../host/studio-error.js";
import { type SentenceValue, say } from "../../words/sentence.js";
import { type Incoming, isWanted } from "./plan-import.js";
import { badName, entryName, isOfTheSystem } from "./safe-name.js";

// Above any set of pictures, and below what fills a disk unnoticed.
const MOST_ENTRIES = 200_000;
const MOST_BYTES = 200 * 2 ** 30;
// Pictures hardly shrink; what unpacks to so many times its size was made to hurt.
const MOST_RATIO = 200;
const RATIO_FROM = 64 * 2 ** 20;

export interface LeftOut {
  name: string;
  /** unknown: no picture or caption; refused: a name that leads elsewhere; encrypted. */
  reason: "unknown" | "refused" | "encrypted";
}

const notAnArchive = (path: string, thrown: unknown): StudioError =>
  new StudioError(
    "badArguments",
    say("{path} is no ZIP archive that can be read: {message}.", { path, message: reasonOf(thrown) }),
    say("Pack the pictures anew as ZIP."),
    thrown,
  );

const tooMuch = (path: string, what: SentenceValue): StudioError =>
  new StudioError(
    "badArguments",
    say("{path} is refused: {what}.", { path, what }),
    say("Unpack it yourself, look at it, and add the files."),
  );

const isEncrypted = ({ generalPurposeBitFlag }: Entry): boolean => (generalPurposeBitFlag & 1) !== 0;

async function eachEntry(
  path: string,
  visit: (entry: Entry, name: string, zip: ZipFile) => Promise<void>,
): Promise<void> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { decodeStrings: false, lazyEntries: true, autoClose: false });
  } catch (error) {
    throw notAnArchive(path, error);
  }
  try {
    if (zip.entryCount > MOST_ENTRIES)
      throw tooMuch(path, say("it holds {entryCount} files", { entryCount: zip.entryCount }));
    const entries = zip.eachEntry();
    for (;;) {
      const next = await entries.next().catch((error: unknown) => {
        throw notAnArchive(path, error);
      });
      if (next.done) return;
      const entry: Entry = next.value;
      const name = entryName(entry);
      if (!name.endsWith("/")) await visit(entry, name, zip);
    }
  } finally {
    zip.close();
  }
}

/** What an archive would bring. @throws StudioError "badArguments" for no archive, or one made to hurt */
export async function listArchive(path: string): Promise<{ files: Incoming[]; leftOut: LeftOut[] }> {
  const files: Incoming[] = [];
  const leftOut: LeftOut[] = [];
  let [packed, unpacked] = [0, 0];
  await eachEntry(path, async (entry, name) => {
    if (badName(name) === null && isOfTheSystem(name)) return;
    const reason =
      badName(name) !== null ? "refused" : isEncrypted(entry) ? "encrypted" : !isWanted(name) ? "unknown" : null;
    if (reason !== null) {
      leftOut.push({ name, reason });
      return;
    }
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    if (unpacked > MOST_BYTES)
      throw tooMuch(path, say("it unpacks to more than {mostBytes} bytes", { mostBytes: MOST_BYTES }));
    if (unpacked > RATIO_FROM && unpacked > packed * MOST_RATIO) {
      throw tooMuch(
        path,
        say("it unpacks to {unpacked} times its size", { unpacked: Math.round(unpacked / Math.max(1, packed)) }),
      );
    }
    files.push({ from: path, entry: name, name, bytes: entry.uncompressedSize });
  });
  return { files, leftOut };
}

/** Unpacks entries to files. @param targets absolute paths by entry name */
export async function unpack(
  path: string,
  targets: ReadonlyMap<string, string>,
  { signal, onFile }: { signal: AbortSignal; onFile: () => void },
): Promise<void> {
  await eachEntry(path, async (entry, name, zip) => {
    const target = targets.get(name);
    if (target === undefined) return;
    // The reader fails when more comes out than the entry says, so the sizes that were looked at can be believed.
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { flags: "wx" }), { signal });
    onFile();
  });
}
