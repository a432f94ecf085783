import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeText } from "../../store/atomic-file.js";
import type { JobAmount } from "../jobs/job-kind.js";
import { isThere, placeInSnapshot } from "./cache-link.js";
import { fetchBlob, partOf } from "./fetch-blob.js";
import { cacheOf, makeFolder, requireSpace } from "./hub-cache.js";
import { connectHub } from "./hub-connection.js";
import { isOffline } from "./hub-environment.js";
import { offlineByChoice } from "./hub-errors.js";
import { type HubFile, hubFiles } from "./hub-files.js";
import { type Surroundings, surroundings } from "./model-places.js";
import { oneAtATime } from "./one-at-a-time.js";
import type { RepositoryModel } from "./repository-model.js";
import { type Patience, usualPatience } from "./retry.js";

export interface DownloadOptions {
  signal: AbortSignal;
  onAmount?: (amount: JobAmount) => void;
  around?: Surroundings;
  patience?: Patience;
}

export interface ModelDownload {
  /** The folder that will hold the files. */
  folder: string;
  /** Downloads one of the model's files, unless it is there. @throws as `fetchBlob` */
  fetch(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Asks the hub what a model's files are, without downloading any: says at once what would fail. */
export async function askHub(model: RepositoryModel, around: Surroundings = surroundings()): Promise<void> {
  if (isOffline(around)) throw offlineByChoice({ endpoint: "", repository: model.repository });
  const connection = await connectHub(around);
  try {
    await hubFiles(connection, model);
  } finally {
    await connection.close();
  }
}

/**
 * Opens a download into Hugging Face's cache, which other programs share.
 * @throws StudioError "offline" | "accessRefused" | "notFound" | "downloadFailed" | "diskFull" | "fileNotWritten"
 */
export async function openDownload(
  model: RepositoryModel,
  { signal, onAmount = () => {}, around = surroundings(), patience = usualPatience }: DownloadOptions,
): Promise<ModelDownload> {
  if (isOffline(around)) throw offlineByChoice({ endpoint: "", repository: model.repository });
  const connection = await connectHub(around);
  try {
    const { commit, files } = await hubFiles(connection, model, signal);
    const cache = cacheOf(model, commit, around);
    for (const folder of [join(cache.entry, "blobs"), cache.locks]) await makeFolder(folder);
    const here = new Map<HubFile, number>();
    for (const file of files) {
      const whole = (await isThere(cache.place(file), file.bytes)) || (await isThere(cache.blob(file), file.bytes));
      here.set(file, whole ? file.bytes : 0);
    }
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    const done = (): number => [...here.values()].reduce((sum, bytes) => sum + bytes, 0);
    const tell = (): void => onAmount({ done: done(), total, unit: "bytes" });
    await requireSpace(cache.entry, total - done());
    tell();

    const fetchOne = async (file: HubFile): Promise<void> => {
      const [blob, place] = [cache.blob(file), cache.place(file)];
      const onBytes = (bytes: number): void => {
        here.set(file, bytes);
        tell();
      };
      const work = async (): Promise<void> => {
        const known = await isThere(blob, file.bytes);
        if (!known && !(await isThere(place, file.bytes))) {
          await fetchBlob({ connection, model, commit, file, blob, signal, patience, onBytes });
        }
        await placeInSnapshot({ blob, place, bytes: file.bytes, fresh: !known });
        onBytes(file.bytes);
      };
      const look = async (): Promise<void> => {
        const { size = 0 } = (await stat(partOf(blob)).catch(() => null)) ?? {};
        onBytes(Math.min(size, file.bytes));
      };
      await oneAtATime(join(cache.locks, `${file.etag}.atelier`), { signal, work, look });
      const whole = await Promise.all(files.map((one) => isThere(cache.place(one), one.bytes)));
      // Other programs follow `main` offline, so it moves only when all is there.
      if (whole.every(Boolean)) await writeText(join(cache.entry, "refs", "main"), commit);
    };
    const folder = dirname(cache.place(files[0] ?? { file: "", path: "x", bytes: 0, etag: "" }));
    return {
      folder,
      async fetch(name) {
        const file = files.find((one) => one.file === name);
        if (file) await fetchOne(file);
      },
      close: () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Downloads what is missing of a model; the folder that then holds it. @throws as `openDownload` */
export async function downloadModel(model: RepositoryModel, options: DownloadOptions): Promise<string> {
  const download = await openDownload(model, options);
  try {
    for (const file of model.files) await download.fetch(file);
    return download.folder;
  } finally {
    await download.close();
  }
}
