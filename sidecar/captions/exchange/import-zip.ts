import { buffer } from "node:stream/consumers";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { badName, entryName, isOfTheSystem } from "../../dataset/import/safe-name.js";
import { reasonOf, StudioError } from "../../host/studio-error.js";
import { type SentenceValue, say } from "../../words/sentence.js";
import { type Imported, rowOf, wrongShape } from "./imported-rows.js";

export interface ZipLimits {
  entries: number;
  /** Bytes of one caption, unpacked. */
  caption: number;
  /** Bytes of all captions, unpacked. */
  total: number;
  /** Unpacked by packed bytes of all captions, looked at above a mebibyte. */
  ratio: number;
}

/** Far above any set of captions, far below what hurts. */
const defaultLimits: ZipLimits = { entries: 200_000, caption: 1 << 20, total: 256 << 20, ratio: 200 };

const captionSuffix = /\.(?:txt|caption)$/i;

const reason = (error: unknown): string =>
  typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    // The mark stays: it is part of what the caption's file holds.
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const refused = (expected: SentenceValue, found: SentenceValue): StudioError =>
  new StudioError(
    "badArguments",
    say("The archive is refused: expected {expected}, found {found}.", { expected, found }),
    say("Make an archive of the caption files alone."),
  );

async function readCaption(archive: ZipFile, entry: Entry, limits: ZipLimits): Promise<string> {
  if (entry.uncompressedSize > limits.caption) {
    throw refused(say("at most {caption} bytes a caption", { caption: limits.caption }), `${entry.uncompressedSize}`);
  }
  // The reader fails when more comes out than the entry says, so the sizes above can be believed.
  const text = decoded(await buffer(await archive.openReadStreamPromise(entry)), "utf-8");
  if (text === null) throw wrongShape(say("UTF-8 text"), say("another encoding"), say("Save the file as UTF-8."));
  return text;
}

/**
 * Captions from an archive of text files (`.txt`, `.caption`), named by their pictures' stems, sub-folders kept.
 * Everything else in it, pictures for instance, is passed over unread. Names that lead outside are problems.
 * @throws StudioError "badArguments" for a file that is no archive, and for one that unpacks beyond the limits
 */
export async function importZip(bytes: Buffer, limits: ZipLimits = defaultLimits): Promise<Imported> {
  const archive = await fromBufferPromise(bytes, { decodeStrings: false, lazyEntries: true }).catch(notAnArchive);
  if (archive.entryCount > limits.entries)
    throw refused(say("at most {entries} files", { entries: limits.entries }), `${archive.entryCount}`);
  const imported: Imported = { rows: [], problems: [] };
  let packed = 0;
  let unpacked = 0;
  const entries = archive.eachEntry();
  for (;;) {
    // Nothing after a damaged entry of the directory can be found.
    const next = await entries.next().catch(notAnArchive);
    if (next.done) return imported;
    const entry: Entry = next.value;
    const name = entryName(entry);
    const invalid = badName(name);
    if (invalid !== null)
      imported.problems.push({ line: null, message: say("{name}: refused, {why}.", { name, why: invalid }) });
    if (invalid !== null || isOfTheSystem(name) || !captionSuffix.test(name)) continue;
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.total)
      throw refused(say("at most {total} bytes of captions", { total: limits.total }), say("more"));
    if (unpacked > 1 << 20 && unpacked > packed * limits.ratio) {
      throw refused(
        say("text packed at most {ratio} times", { ratio: limits.ratio }),
        say("{unpacked} times", { unpacked: Math.round(unpacked / Math.max(packed, 1)) }),
      );
    }
    try {
      const caption = await readCaption(archive, entry, limits);
      imported.rows.push(rowOf(name.replace(captionSuffix, ""), caption, null));
    } catch (error) {
      imported.problems.push({
        line: null,
        message: say("{path}: {message}", { path: name, message: reasonOf(error) }),
      });
    }
  }
}

const notAnArchive = (error: unknown): never => {
  throw wrongShape(
    say("a ZIP archive"),
    say("a file that is not one ({error})", { error: reason(error) }),
    say("Choose a .zip file."),
  );
};
