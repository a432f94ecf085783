import { copyFile, link, mkdir, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { readBytes, writeText } from "../../store/atomic-file.js";
import { hashOfFile } from "../hash-of-file.js";
import type { FileReference } from "../references.js";
import type { FileCache } from "./file-cache.js";

/** The studio's LoRA files among those of this machine's WebUI. */
export interface PlacedLoras {
  /** Fetches what is missing and puts it there, each under its name. @throws as `FileCache.file`; system errors of the folder */
  bring(loraFolder: string, loras: readonly BroughtFile[], signal: AbortSignal): Promise<void>;
  /** Takes away what was put there, but for files with these contents. @returns how many */
  keep(contents: ReadonlySet<string>): Promise<number>;
}

interface BroughtFile {
  /** Without suffix; it contains the content's hash, and so stands for one content for ever. */
  name: string;
  file: FileReference;
}

/** A file that was put there, as this machine remembers it. */
interface Placed {
  folder: string;
  name: string;
  content: string;
}

// As the studio's own: below the WebUI's folder, so that its list stays tidy.
const OUR_FOLDER = "atelier-sweep";

// What a sweep's LoRA may be called: of the studio's making, and nothing that leads elsewhere.
const isLoraName = (name: string): boolean => /^[\p{L}\p{N}_-][\p{L}\p{N}_.-]{0,199}$/u.test(name);

const pathOf = ({ folder, name }: Placed): string => join(folder, `${name}.safetensors`);

function parsePlaced(text: string): Placed[] {
  const list: unknown = JSON.parse(text);
  return (Array.isArray(list) ? list : []).flatMap((one: unknown) => {
    const { folder, name, content } = Object(one);
    return typeof folder === "string" && typeof name === "string" && typeof content === "string"
      ? { folder, name, content }
      : [];
  });
}

/** A hard link costs no disk; where there can be none, a copy. Beside it first: a WebUI sees all of a file or nothing. */
async function putThere(source: string, target: string): Promise<void> {
  const beside = `${target}.part`;
  await rm(beside, { force: true });
  await link(source, beside).catch(() => copyFile(source, beside));
  await rename(beside, target);
}

/** @param record a file of this machine's own, where it remembers what it put where */
export function createPlacedLoras(record: string, cache: FileCache): PlacedLoras {
  // One after the other: two sweeps may want the same file.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  };
  const remembered = async (): Promise<Placed[]> => {
    const bytes = await readBytes(record);
    return bytes === null ? [] : parsePlaced(bytes.toString("utf8"));
  };
  const remember = (placed: readonly Placed[]): Promise<void> => writeText(record, JSON.stringify(placed));

  const bringOne = async (folder: string, { name, file }: BroughtFile, signal: AbortSignal): Promise<void> => {
    if (!isLoraName(name)) throw new TypeError("no name of a LoRA file");
    const one = { folder, name, content: file.hash };
    const target = pathOf(one);
    const there = await stat(target).catch(() => null);
    if (there?.size === file.size && (await hashOfFile(target)) === file.hash) return;
    const source = await cache.file(file, signal);
    const before = await remembered();
    // Before the file is there: what this machine put there is always known.
    if (!before.some((known) => pathOf(known) === target)) await remember([...before, one]);
    await putThere(source, target);
  };
  return {
    bring: (loraFolder, loras, signal) =>
      inTurn(async () => {
        const folder = join(loraFolder, OUR_FOLDER);
        await mkdir(folder, { recursive: true });
        for (const lora of loras) await bringOne(folder, lora, signal);
      }),
    keep: (contents) =>
      inTurn(async () => {
        const all = await remembered();
        const over = all.filter(({ content }) => !contents.has(content));
        if (over.length === 0) return 0;
        for (const one of over) {
          const hash = await hashOfFile(pathOf(one)).catch(() => null);
          // Another file under that name is somebody else's.
          if (hash === one.content) await rm(pathOf(one), { force: true });
        }
        for (const folder of new Set(over.map((one) => one.folder))) {
          const left = await readdir(folder).catch(() => null);
          if (left?.length === 0) await rmdir(folder).catch(() => {});
        }
        await remember(all.filter((one) => !over.includes(one)));
        return over.length;
      }),
  };
}
