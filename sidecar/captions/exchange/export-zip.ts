import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import type { ExportedCaption } from "./export-text.js";

/**
 * One UTF-8 text file a caption, at its picture's place below the folder. The same captions give the same bytes: order
 * and times are fixed, and nothing is compressed, since compressed bytes differ between releases of zlib.
 * @throws StudioError "badArguments" when two pictures would write different captions to one file
 */
export async function exportZip(captions: readonly ExportedCaption[], suffix = ".txt"): Promise<Buffer> {
  const files = new Map<string, string>();
  for (const { name, caption } of captions) {
    if (caption === null) continue;
    const file = name.replaceAll("\\", "/").replace(/\.[^./]*$/, "") + suffix;
    if ((files.get(file) ?? caption) !== caption) {
      throw new StudioError(
        "badArguments",
        say("Expected one caption for {file}; found two.", { file }),
        say("Two pictures differ by their suffix alone. Rename one, or export JSON, JSONL or CSV."),
      );
    }
    files.set(file, caption);
  }
  const archive = new ZipFile();
  // The earliest time the format knows, in its own time without zone.
  const mtime = new Date(1980, 0, 1);
  const inOrder = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [file, caption] of inOrder) {
    archive.addBuffer(Buffer.from(caption), file, { mtime, mode: 0o100644, compress: false, forceDosTimestamp: true });
  }
  archive.end();
  return buffer(archive.outputStream);
}
