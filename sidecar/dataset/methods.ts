import { statSync } from "node:fs";
import { homedir } from "node:os";
import { relative, sep } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Params, Result } from "../../protocol/validate.js";
import type { Settings } from "../host/settings/settings.js";
import { reportError } from "../host/studio-error.js";
import { committedTexts } from "../store/committed-text.js";
import type { Database } from "../store/database.js";
import { recentFolders, rememberFolder } from "../store/recent-folders.js";
import { arrangeMethods } from "./arrange/methods.js";
import { browseFolder } from "./browse.js";
import { bucketMethods } from "./buckets/methods.js";
import { checkMethods } from "./check/methods.js";
import { type CutoutRoom, cutoutMethods } from "./cutout/methods.js";
import { exportMethods } from "./export/methods.js";
import { importMethods } from "./import/methods.js";
import { renameMethods } from "./rename/methods.js";
import { resizeMethods } from "./resize/methods.js";
import { captionPath, type FolderScan, type ScannedImage, scanFolder } from "./scan.js";
import { subjectMethods } from "./subject/methods.js";
import { type LongRequest, verifyImages } from "./verify.js";

type Described = Pick<Result<"dataset/scan">, "images" | "unreadableCaptions"> & {
  /** How many of the pictures were looked at. */
  looked: number;
};

// Files looked at before the event loop gets its turn: a few milliseconds on a local disk.
const FILES_A_TURN = 100;

// An answer in parts stays below half a megabyte; around each picture's texts stand so many characters of JSON.
const ANSWER_CHARACTERS = 400_000;
const CHARACTERS_AROUND = 80;

/** What the wall shows of each picture. One that vanished since the folder was listed is left out; a caption that cannot be read is told. */
async function describeImages(
  folder: string,
  images: readonly ScannedImage[],
  textOf: (path: string) => string | null,
  most: number,
): Promise<Described> {
  const described: Described = { images: [], unreadableCaptions: [], looked: images.length };
  let characters = 0;
  const captionOf = (path: string): string | null => {
    try {
      return textOf(path);
    } catch (error) {
      described.unreadableCaptions.push({ path, message: reportError(error).message });
      return null;
    }
  };
  for (const [index, { path, repeats }] of images.entries()) {
    if (index % FILES_A_TURN === FILES_A_TURN - 1) await nextTurn();
    // Synchronous: over 10,000 files the promises of `fs` cost ten times what the files do.
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) continue;
    const name = relative(folder, path).split(sep).join("/");
    const version = `${found.size}-${Math.round(found.mtimeMs)}`;
    const caption = captionOf(captionPath(path));
    described.images.push({ path, name, repeats, caption, version });
    characters += path.length + name.length + (caption?.length ?? 0) + CHARACTERS_AROUND;
    if (characters < most) continue;
    described.looked = index + 1;
    break;
  }
  return described;
}

interface Listed {
  scan: FolderScan;
  textOf: (path: string) => string | null;
}

/** Lists a folder; the further parts of an answer go on with the list, and the texts to come, of its first one. */
function foldersInParts(database: Database) {
  let last: (Listed & { key: string }) | null = null;
  return async (folder: string, { recursive, first }: { recursive: boolean; first: boolean }): Promise<Listed> => {
    const key = JSON.stringify([folder, recursive]);
    if (first || last?.key !== key) {
      last = { key, scan: await scanFolder(folder, { recursive }), textOf: committedTexts(database) };
    }
    return last;
  };
}

/** The methods of the dataset room. */
export function datasetMethods(room: CutoutRoom & { settings: Pick<Settings, "get"> }) {
  const { database, roots, settings } = room;
  const scanOf = foldersInParts(database);
  return {
    ...renameMethods({ database, roots }),
    ...bucketMethods({ database, roots }),
    ...checkMethods(room),
    ...subjectMethods({ database, roots }),
    ...importMethods(room),
    ...exportMethods(room),
    ...arrangeMethods(room),
    ...resizeMethods(room),
    ...cutoutMethods(room),
    async "dataset/scan"({ folder, recursive, from }: Params<"dataset/scan">): Promise<Result<"dataset/scan">> {
      const opened = await roots.open(folder);
      const { scan, textOf } = await scanOf(opened, { recursive: recursive === true, first: (from ?? 0) === 0 });
      rememberFolder(database, opened);
      const most = from === undefined ? Number.POSITIVE_INFINITY : ANSWER_CHARACTERS;
      const first = from ?? 0;
      const { images, unreadableCaptions, looked } = await describeImages(
        opened,
        scan.images.slice(first),
        textOf,
        most,
      );
      const next = first + looked < scan.images.length ? first + looked : null;
      const captions = images.filter(({ caption }) => caption !== null).length;
      // Told once: they do not belong to a part of the pictures.
      const orphanCaptions = first === 0 ? scan.orphanCaptions : [];
      return { folder: opened, images, captions, orphanCaptions, unreadableCaptions, next };
    },
    async "dataset/verify"(
      { folder, recursive }: Params<"dataset/verify">,
      context: LongRequest,
    ): Promise<Result<"dataset/verify">> {
      const { images } = await scanFolder(await roots.open(folder), { recursive: recursive === true });
      return { unreadable: await verifyImages(images, context) };
    },
    "dataset/browse": async ({ folder }: Params<"dataset/browse">): Promise<Result<"dataset/browse">> =>
      browseFolder(await roots.permit(folder ?? (roots.exposed ? null : settings.get("folders.work")) ?? homedir())),
    async "dataset/recent"(): Promise<Result<"dataset/recent">> {
      const permitted = recentFolders(database).map((folder) => roots.permit(folder).catch(() => null));
      return { folders: (await Promise.all(permitted)).filter((folder) => folder !== null) };
    },
  };
}
