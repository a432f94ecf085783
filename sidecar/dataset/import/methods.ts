import { createHash, randomUUID } from "node:crypto";
import { copyFile, mkdir, readdir, rm, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import type { Roots } from "../../host/roots.js";
import { StudioError } from "../../host/studio-error.js";
import { type Database, transaction } from "../../store/database.js";
import { recordCreated } from "../../store/file-moves.js";
import { followJournal } from "../../store/journal.js";
import { newStep } from "../../store/steps.js";
import { say } from "../../words/sentence.js";
import { stagingFolder } from "../new-set/staging.js";
import type { LongRequest } from "../verify.js";
import { type Incoming, isWanted, type Placed, placeFiles } from "./plan-import.js";
import { type LeftOut, listArchive, unpack } from "./read-archive.js";
import { uploadFolder } from "./uploads.js";
import { videoFrames } from "./video-frames.js";

const SHOWN = 200;

interface Room {
  database: Database;
  roots: Roots;
  stateFolder: string;
}

const isArchive = (path: string): boolean => extname(path).toLowerCase() === ".zip";

/** Pictures and captions come into a folder: from files, archives, videos, or uploads of the page. */
export function importMethods({ database, roots, stateFolder }: Room) {
  const staging = stagingFolder(stateFolder);

  /** Files that are given, by path; an upload is known by its key, and lies in our own folder. */
  const sources = async ({ files = [], uploads = [] }: Params<"dataset/import">): Promise<Incoming[]> => {
    const given = await Promise.all(files.map((path) => roots.permit(path)));
    const uploaded = await Promise.all(
      uploads.map(async (key) => {
        const folder = uploadFolder(stateFolder, key);
        const names = await readdir(folder).catch(() => []);
        return names.map((name) => join(folder, name));
      }),
    );
    return Promise.all(
      [...given, ...uploaded.flat()].map(async (from) => ({
        from,
        entry: null,
        name: basename(from),
        bytes: (await stat(from)).size,
      })),
    );
  };
  const listed = async (given: readonly Incoming[]): Promise<{ files: Incoming[]; leftOut: LeftOut[] }> => {
    const files: Incoming[] = [];
    const leftOut: LeftOut[] = [];
    for (const file of given) {
      if (isArchive(file.from)) {
        const inside = await listArchive(file.from);
        files.push(...inside.files);
        leftOut.push(...inside.leftOut);
      } else if (isWanted(file.name)) files.push(file);
      else leftOut.push({ name: file.name, reason: "unknown" });
    }
    return { files, leftOut };
  };
  const namesIn = async (folder: string): Promise<string[]> => {
    const entries = await readdir(folder, { recursive: true });
    return entries.map((name) => name.replaceAll("\\", "/"));
  };
  /** Brings files into our own folder under names of their own. */
  const stage = async (
    placed: readonly Placed[],
    { signal, progress }: LongRequest,
  ): Promise<{ staged: string; placed: Placed }[]> => {
    await mkdir(staging, { recursive: true });
    const rows = placed.map((file) => ({ staged: join(staging, randomUUID()), placed: file }));
    let done = 0;
    const tell = (): void => {
      done += 1;
      progress(done / rows.length);
    };
    for (const archive of new Set(placed.filter(({ entry }) => entry !== null).map(({ from }) => from))) {
      const targets = new Map(
        rows.flatMap(({ staged, placed: { from, entry } }) =>
          from === archive && entry !== null ? [[entry, staged] as const] : [],
        ),
      );
      await unpack(archive, targets, { signal, onFile: tell });
    }
    for (const { staged, placed: file } of rows) {
      if (file.entry !== null) continue;
      signal.throwIfAborted();
      await copyFile(file.from, staged);
      tell();
    }
    return rows;
  };
  /** Records staged files as one undoable step, and lets them move into place. */
  const record = async (folder: string, rows: readonly { staged: string; place: string }[]) => {
    const step = transaction(database, () => {
      const made = newStep(database, { folder, name: "Import" });
      recordCreated(
        database,
        made,
        rows.map(({ staged, place }) => ({ from: staged, to: join(folder, ...place.split("/")) })),
      );
      return made;
    });
    const { conflicts } = await followJournal(database);
    const places = new Set(rows.map(({ place }) => join(folder, ...place.split("/"))));
    return { step, problems: conflicts.filter(({ path }) => places.has(path)) };
  };
  return {
    async "dataset/import"(params: Params<"dataset/import">, context: LongRequest): Promise<Result<"dataset/import">> {
      const { dryRun = false, expect, limit = SHOWN } = params;
      const folder = await roots.open(params.folder);
      const { files, leftOut } = await listed(await sources(params));
      const placed = placeFiles(files, await namesIn(folder));
      const digest = createHash("sha256").update(JSON.stringify(placed)).digest("hex");
      if (expect !== undefined && expect !== digest) {
        throw new StudioError(
          "changedElsewhere",
          say("The folder does not hold the files any more that were shown; nothing was added."),
          say("Look at what would come, then do it again."),
        );
      }
      const added = placed.map(({ name, place, bytes }) => ({ name, place, bytes }));
      const shown = { folder, files: placed.length, added: added.slice(0, limit), leftOut, digest };
      if (dryRun || placed.length === 0) return { step: null, ...shown, problems: [] };
      const rows = await stage(placed, context);
      const { step, problems } = await record(
        folder,
        rows.map(({ staged, placed: { place } }) => ({ staged, place })),
      );
      for (const key of params.uploads ?? [])
        await rm(uploadFolder(stateFolder, key), { recursive: true, force: true });
      return { step, ...shown, problems };
    },
    async "dataset/importVideo"(
      params: Params<"dataset/importVideo">,
      { signal, progress }: LongRequest,
    ): Promise<Result<"dataset/importVideo">> {
      const { every = 1, most = 200 } = params;
      const folder = await roots.open(params.folder);
      const video = await roots.permit(params.file);
      const frames = join(staging, `frames-${randomUUID()}`);
      try {
        const names = await videoFrames(video, frames, {
          every,
          most,
          signal,
          onFrame: (done) => progress(Math.min(1, done / most)),
        });
        const stem = basename(video, extname(video));
        const incoming = names.map((name) => ({
          from: join(frames, name),
          entry: null,
          name: `${stem}-${name}`,
          bytes: 0,
        }));
        const placed = placeFiles(incoming, await namesIn(folder));
        const rows = await stage(placed, { signal, progress: () => {} });
        const places = rows.map(({ staged, placed: { place } }) => ({ staged, place }));
        if (places.length === 0) return { step: null, folder, frames: 0, problems: [] };
        return { ...(await record(folder, places)), folder, frames: places.length };
      } finally {
        await rm(frames, { recursive: true, force: true });
      }
    },
  };
}
