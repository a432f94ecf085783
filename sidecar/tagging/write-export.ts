import { access } from "node:fs/promises";
import PQueue from "p-queue";
import type { Result } from "../../protocol/validate.js";
import { pictureSize } from "../dataset/picture-size.js";
import { StudioError } from "../host/studio-error.js";
import { readBytes, writeText } from "../store/atomic-file.js";
import { type Database, transaction } from "../store/database.js";
import { followJournal, recordChanges } from "../store/journal.js";
import { newStep } from "../store/steps.js";
import { decodeText } from "../store/text-encoding.js";
import { say } from "../words/sentence.js";
import { type ExportFormat, exportable, exportText } from "./scores/export.js";
import type { NewCaption } from "./scores/new-captions.js";

// Only headers are read; more at a time would only queue in the system.
const HEADERS_AT_ONCE = 4;

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/**
 * Writes a set's tags as one file. A file that exists is replaced only when told so, and comes back with undo.
 * @throws StudioError "badArguments" for an existing file, "unreadableText" for one to be replaced that is no text
 */
export async function writeExport(
  database: Database,
  captions: readonly NewCaption[],
  { folder, file, format, overwrite }: { folder: string; file: string; format: ExportFormat; overwrite: boolean },
): Promise<Result<"tagging/export">> {
  if (!overwrite && (await exists(file))) {
    throw new StudioError(
      "badArguments",
      say("{file} exists.", { file }),
      say("Choose another file, or say that it may be replaced."),
    );
  }
  const queue = new PQueue({ concurrency: HEADERS_AT_ONCE });
  const measured = exportable(captions).map((entry) =>
    queue.add(async () => ({ ...entry, size: await pictureSize(entry.path) })),
  );
  const text = exportText(await Promise.all(measured), format);
  const bytes = await readBytes(file);
  if (bytes === null) await writeText(file, text);
  else {
    // Metadata of a large set is longer than any caption.
    const before = decodeText(bytes, { largest: Number.POSITIVE_INFINITY });
    transaction(database, () => {
      recordChanges(database, newStep(database, { folder, name: "Export tags" }), [
        { path: file, before: before.text, after: text, encoding: { before: before.encoding, after: "utf8" } },
      ]);
    });
    await followJournal(database);
  }
  const unscored = captions.filter(({ after }) => after === null).map(({ picture }) => picture.image);
  return { file, images: measured.length, unscored };
}
