import type { NewSetItem } from "../new-set/new-set-ledger.js";
import type { ResizeSettings } from "./frame.js";

/** What a resize job is asked to do; all paths absolute. */
export interface ResizeOptions {
  folder: string;
  recursive: boolean;
  settings: ResizeSettings;
  /** Folder of the new set; the folder itself when pictures are replaced. */
  output: string;
  /** Where originals go that are replaced; null for a new set. */
  originals: string | null;
  /** A WebUI that enlarges, or null for Lanczos. */
  upscaler: { url: string; name: string } | null;
}

export interface ResizeItem extends NewSetItem {
  picture: string;
  /** Left, top, right, bottom in parts of the picture; null where the crop does not follow it. */
  subject: number[] | null;
}

const numberOrNull = (value: unknown): number | null => (typeof value === "number" ? value : null);

function parseSettings(stored: unknown): ResizeSettings {
  const { size, maxSize, maxSide, multiple, aspect, focus, followSubject, trim, enlarge } = Object(stored);
  const [width, height] = Array.isArray(size) ? size : [];
  return {
    size: Array.isArray(size) ? [Number(width), Number(height)] : null,
    maxSize: numberOrNull(maxSize),
    maxSide: numberOrNull(maxSide),
    multiple: Number(multiple),
    aspect: numberOrNull(aspect),
    focus: { x: Number(Object(focus).x), y: Number(Object(focus).y) },
    followSubject: followSubject === true,
    trim: trim === true,
    enlarge: enlarge === true,
  };
}

/** As a job kept it. */
export function parseResizeOptions(stored: unknown): ResizeOptions {
  const { folder, recursive, settings, output, originals, upscaler } = Object(stored);
  return {
    folder: String(folder),
    recursive: recursive === true,
    settings: parseSettings(settings),
    output: String(output),
    originals: typeof originals === "string" ? originals : null,
    upscaler: upscaler ? { url: String(Object(upscaler).url), name: String(Object(upscaler).name) } : null,
  };
}

export function parseResizeItem(stored: unknown): ResizeItem {
  const { picture, subject, target, caption, staged, replaced } = Object(stored);
  const rows: unknown[] = Array.isArray(replaced) ? replaced : [];
  return {
    picture: String(picture),
    subject: Array.isArray(subject) ? subject.map(Number) : null,
    target: String(target),
    mask: null,
    caption: caption ? { from: String(Object(caption).from), to: String(Object(caption).to) } : null,
    staged: String(staged),
    stagedMask: "",
    replaced: rows.map((row) => ({ path: String(Object(row).path), to: String(Object(row).to) })),
  };
}
