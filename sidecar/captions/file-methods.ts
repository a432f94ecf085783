import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import type { Params, Result } from "../../protocol/validate.js";
import { companions } from "../dataset/companions.js";
import type { Roots } from "../host/roots.js";
import type { Database } from "../store/database.js";
import { moveAsStep } from "../store/move-step.js";
import { captionChooser } from "./set/chooser.js";

const TRASH = ".lora-atelier-trash";
const MOVES_SHOWN = 100;

// A time that every file system takes as a name, and that sorts.
const timeName = (time: Date): string => time.toISOString().slice(0, 19).replaceAll(":", "-");
const timeOf = (name: string): string => `${name.slice(0, 11)}${name.slice(11).replaceAll("-", ":")}Z`;

/** Pictures with all that belongs to them: moved, copied, thrown away, brought back. */
export function fileMethods({ database, roots }: { database: Database; roots: Roots }) {
  const choose = captionChooser({ database, roots });

  return {
    async "captions/move"(params: Params<"captions/move">): Promise<Result<"captions/move">> {
      const { to, copy = false, dryRun = false } = params;
      const { set, chosen } = await choose(params);
      const target = to === null ? join(set.folder, TRASH, timeName(new Date())) : await roots.permitNew(to);
      const belonging = companions(chosen.map(({ path }) => path));
      // The trash keeps where a file was; another folder gets the files side by side.
      const place = (file: string): string => (to === null ? relative(set.folder, file) : basename(file));
      const moves = chosen.flatMap(({ path }) =>
        [path, ...(belonging.get(path) ?? [])].map((from) => ({ from, to: join(target, place(from)) })),
      );
      const taken = moves.filter(({ from, to: file }) => from !== file && existsSync(file));
      const problems = taken.map(({ to: file }) => ({
        path: file,
        code: "fileNotWritten",
        message: `${file} is there already; nothing is overwritten.`,
        hint: "Rename one of the two, or choose another folder.",
      }));
      const shown = { pictures: chosen.length, files: moves.length, moves: moves.slice(0, MOVES_SHOWN) };
      if (dryRun || moves.length === 0 || problems.length > 0) return { step: null, ...shown, problems };
      const name = to === null ? "Delete" : copy ? `Copy: ${basename(target)}` : `Move: ${basename(target)}`;
      const step = copy ? { moves: [], copies: moves } : { moves };
      return { ...shown, ...(await moveAsStep(database, { folder: set.folder, name, ...step })) };
    },
    async "captions/trash"({ folder }: Params<"captions/trash">): Promise<Result<"captions/trash">> {
      return { files: await trashed(await roots.open(folder)) };
    },
    async "captions/restore"({ folder, paths }: Params<"captions/restore">): Promise<Result<"captions/restore">> {
      const opened = await roots.open(folder);
      const wanted = paths === undefined ? null : new Set(paths);
      const files = (await trashed(opened)).filter(({ path }) => wanted === null || wanted.has(path));
      if (files.length === 0) return { step: null, files: 0, problems: [] };
      const moves = files.map(({ path, name }) => ({ from: path, to: join(opened, ...name.split("/")) }));
      const done = await moveAsStep(database, { folder: opened, name: "Restore", moves });
      return { ...done, files: moves.length - done.problems.length };
    },
  };
}

async function trashed(folder: string): Promise<Result<"captions/trash">["files"]> {
  const trash = join(folder, TRASH);
  const times = await readdir(trash).catch(() => []);
  const lists = await Promise.all(
    times.map(async (time) => {
      const entries = await readdir(join(trash, time), { recursive: true, withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => {
          const path = join(entry.parentPath, entry.name);
          return { path, name: relative(join(trash, time), path).split(sep).join("/"), deleted: timeOf(time) };
        });
    }),
  );
  return lists.flat().sort((left, right) => (left.deleted < right.deleted ? 1 : -1));
}
