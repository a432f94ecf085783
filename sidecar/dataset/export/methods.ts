import { randomUUID } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { Params, Result } from "../../../protocol/validate.js";
import type { Roots } from "../../host/roots.js";
import { reportError, StudioError } from "../../host/studio-error.js";
import { committedTexts } from "../../store/committed-text.js";
import type { Database } from "../../store/database.js";
import { say } from "../../words/sentence.js";
import { captionPath, scanFolder } from "../scan.js";
import type { LongRequest } from "../verify.js";

/** A whole set as one archive. */
export function exportMethods({ database, roots }: { database: Database; roots: Roots }) {
  return {
    async "dataset/export"(
      { folder: given, recursive = false, to, replace = false }: Params<"dataset/export">,
      { signal, progress }: LongRequest,
    ): Promise<Result<"dataset/export">> {
      const { folder, images } = await scanFolder(await roots.open(given), { recursive });
      const target = await roots.permitNew(to);
      if (existsSync(target) && !replace) {
        throw new StudioError(
          "fileExists",
          say("{target} exists already.", { target }),
          say("Choose another name, or allow replacing it."),
        );
      }
      if (!existsSync(dirname(target))) {
        throw new StudioError(
          "notFound",
          say("There is no folder {target}.", { target: dirname(target) }),
          say("Make it first, or choose another."),
        );
      }
      const nameOf = (path: string): string => relative(folder, path).split(sep).join("/");
      const textOf = committedTexts(database);
      const archive = new ZipFile();
      const problems: { path: string; message: string }[] = [];
      let captions = 0;
      const written = new Set<string>();
      for (const { path } of images) {
        // Pictures are packed already.
        archive.addFile(path, nameOf(path), { compress: false });
        const caption = captionPath(path);
        if (written.has(caption)) continue;
        written.add(caption);
        try {
          const text = textOf(caption);
          if (text === null) continue;
          archive.addBuffer(Buffer.from(text), nameOf(caption));
          captions += 1;
        } catch (error) {
          problems.push({ path: caption, message: reportError(error).message });
        }
      }
      archive.end();
      const part = join(dirname(target), `.export-${randomUUID()}`);
      const total = Math.max(1, images.length);
      let bytes = 0;
      const sizes = await Promise.all(images.map(({ path }) => stat(path).then(({ size }) => size)));
      const all = sizes.reduce((sum, size) => sum + size, 0) + total;
      archive.outputStream.on("data", (data: Buffer) => {
        bytes += data.length;
        progress(Math.min(1, bytes / all));
      });
      try {
        await pipeline(archive.outputStream, createWriteStream(part), { signal });
        await rename(part, target);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
      return { file: target, pictures: images.length, captions, problems };
    },
  };
}
