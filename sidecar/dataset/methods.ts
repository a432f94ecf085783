import { stat } from "node:fs/promises";
import { homedir } from "node:os";
import { relative, sep } from "node:path";
import PQueue from "p-queue";
import type { Params, Result } from "../../protocol/validate.js";
import type { Roots } from "../host/roots.js";
import { readText } from "../store/atomic-file.js";
import type { Database } from "../store/database.js";
import { recentFolders, rememberFolder } from "../store/recent-folders.js";
import { browseFolder } from "./browse.js";
import { captionPath, type ScannedImage, scanFolder } from "./scan.js";
import { verifyImages } from "./verify.js";

// Files looked at together; more only queue up in the system.
const FILES_AT_ONCE = 32;

async function described(folder: string, { path, repeats }: ScannedImage) {
  const [{ size, mtimeMs }, caption] = await Promise.all([stat(path), readText(captionPath(path))]);
  const name = relative(folder, path).split(sep).join("/");
  return { path, name, repeats, caption, version: `${size}-${Math.round(mtimeMs)}` };
}

/** The methods of the dataset room. */
export function datasetMethods({ database, roots }: { database: Database; roots: Roots }) {
  return {
    async "dataset/scan"({ folder, recursive }: Params<"dataset/scan">): Promise<Result<"dataset/scan">> {
      const opened = await roots.open(folder);
      const scan = await scanFolder(opened, { recursive: recursive === true });
      rememberFolder(database, opened);
      const queue = new PQueue({ concurrency: FILES_AT_ONCE });
      const images = await Promise.all(scan.images.map((image) => queue.add(() => described(opened, image))));
      const captions = images.filter(({ caption }) => caption !== null).length;
      return { folder: opened, images, captions, orphanCaptions: scan.orphanCaptions };
    },
    async "dataset/verify"({ folder, recursive }: Params<"dataset/verify">): Promise<Result<"dataset/verify">> {
      const { images } = await scanFolder(await roots.open(folder), { recursive: recursive === true });
      return { unreadable: await verifyImages(images) };
    },
    "dataset/browse": async ({ folder }: Params<"dataset/browse">): Promise<Result<"dataset/browse">> =>
      browseFolder(await roots.permit(folder ?? homedir())),
    async "dataset/recent"(): Promise<Result<"dataset/recent">> {
      const permitted = recentFolders(database).map((folder) => roots.permit(folder).catch(() => null));
      return { folders: (await Promise.all(permitted)).filter((folder) => folder !== null) };
    },
  };
}
