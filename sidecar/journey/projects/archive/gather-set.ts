import { relative, sep } from "node:path";
import { captionPath, scanFolder } from "../../../dataset/scan.js";
import { reportError } from "../../../host/studio-error.js";
import { committedTexts } from "../../../store/committed-text.js";
import type { Database } from "../../../store/database.js";
import { digestFile, fileContents, fileStamp } from "../../../store/file-content.js";
import type { ArchivedPicture } from "./archive-format.js";

interface GatheredPicture extends ArchivedPicture {
  path: string;
}

interface GatheredSet {
  pictures: GatheredPicture[];
  problems: { path: string; message: string }[];
}

/** The pictures of a project's folders with what they contain and say. One that cannot be read is told and left out. */
export async function gatherSet(
  database: Database,
  folders: readonly string[],
  signal: AbortSignal,
): Promise<GatheredSet> {
  const [contents, textOf] = [fileContents(database), committedTexts(database)];
  const gathered: GatheredSet = { pictures: [], problems: [] };
  const seen = new Set<string>();
  for (const [index, folder] of folders.entries()) {
    const scan = await scanFolder(folder).catch(() => null);
    for (const { path } of scan?.images ?? []) {
      signal.throwIfAborted();
      const stamp = fileStamp(path);
      // `10_okara` is read with the folder above it.
      if (stamp === null || seen.has(path)) continue;
      seen.add(path);
      try {
        const content = contents.known(path, stamp) ?? (await digestFile(path));
        contents.remember(path, stamp, content);
        const name = relative(folder, path).split(sep).join("/");
        const caption = textOf(captionPath(path));
        gathered.pictures.push({ path, folder: index, name, content, bytes: stamp.size, caption });
      } catch (error) {
        gathered.problems.push({ path, message: reportError(error).message });
      }
    }
  }
  return gathered;
}
