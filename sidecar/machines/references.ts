/** What stands for files in JSON that travels between machines. */

/** A file by its content: SHA-256 in hex, size in bytes; `name` gives its suffix, `path` is where the studio has it. */
export interface FileReference {
  hash: string;
  size: number;
  name: string;
  /** For machines that see the same folders. */
  path: string;
}

const FILE = "$file";
const FOLDER = "$folder";
const OUTPUT = "$output";

export const fileMark = (file: FileReference): unknown => ({ [FILE]: file });
export const folderMark = (files: Readonly<Record<string, FileReference>>): unknown => ({ [FOLDER]: files });
/** @param name of letters, digits and one suffix */
export const outputMark = (name: string): unknown => ({ [OUTPUT]: name });

const isHash = (text: unknown): text is string => typeof text === "string" && /^[0-9a-f]{64}$/.test(text);

// What may stand in a path below a folder of ours: no separators, no dots alone, no device's name.
export const isFileName = (text: unknown): text is string =>
  typeof text === "string" &&
  /^[^\\/:*?"<>|\0]{1,200}$/.test(text) &&
  !/^\.+$|[. ]$/.test(text) &&
  !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(text);

/** @throws TypeError for what is none */
export function parseFile(value: unknown): FileReference {
  const { hash, size, name, path } = Object(value);
  if (!isHash(hash) || !Number.isSafeInteger(size) || size < 0 || !isFileName(name))
    throw new TypeError("no reference to a file");
  return { hash, size, name, path: String(path) };
}

/** Makes paths of references. */
export interface PlaceReferences {
  file(reference: FileReference): Promise<string>;
  folder(files: ReadonlyMap<string, FileReference>): Promise<string>;
  output(name: string): string;
}

/** The same JSON with paths in place of all references. @throws TypeError for a reference that is none */
export async function placed(value: unknown, place: PlaceReferences): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((one) => placed(one, place)));
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  const marked = Object(value);
  if (FILE in value) return place.file(parseFile(marked[FILE]));
  if (OUTPUT in value) {
    if (!isFileName(marked[OUTPUT])) throw new TypeError("no name of an output");
    return place.output(marked[OUTPUT]);
  }
  if (FOLDER in value) {
    const files = Object.entries(Object(marked[FOLDER])).map(([name, file]): [string, FileReference] => {
      if (!isFileName(name)) throw new TypeError("no name of a file");
      return [name, parseFile(file)];
    });
    return place.folder(new Map(files));
  }
  const entries = await Promise.all(
    Object.entries(value).map(async ([key, one]): Promise<[string, unknown]> => [key, await placed(one, place)]),
  );
  return Object.fromEntries(entries);
}
