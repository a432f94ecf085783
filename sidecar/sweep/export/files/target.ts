import { existsSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { Roots } from "../../../host/roots.js";
import { StudioError } from "../../../host/studio-error.js";
import { say } from "../../../words/sentence.js";

// What Windows forbids in names, and what ends one.
const unusable = /[<>:"/\\|?*\p{Cc}]+/gu;
const LONGEST_NAME = 80;

/** A text as a part of a file name that every system takes. */
export function fileNamePart(text: string): string {
  const name = text
    .replace(unusable, " ")
    .trim()
    .replace(/\s+/g, "-")
    .replace(/^[.-]+|[.-]+$/g, "");
  return Array.from(name).slice(0, LONGEST_NAME).join("") || "sweep";
}

/** The path, or the next one that is free: `name-2.png`. */
export function freePath(path: string, isThere: (path: string) => boolean = existsSync): string {
  const suffix = extname(path);
  const stem = path.slice(0, path.length - suffix.length);
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? path : `${stem}-${number}${suffix}`;
    if (!isThere(tried)) return tried;
  }
}

export function fileExists(path: string): StudioError {
  const free = basename(freePath(path));
  return new StudioError(
    "fileExists",
    say("{path} exists already.", { path }),
    say("Choose another name, for instance {free}.", { free }),
  );
}

/**
 * Where an export goes: the path that was named, or a free name in the folder that was named.
 * @param proposed name in a folder, with its suffix
 * @throws StudioError "fileExists" | "notFound" | "outsideRoots"
 */
export async function exportTarget(roots: Roots, to: string, proposed: string): Promise<string> {
  const target = await roots.permitNew(to);
  if (existsSync(target)) {
    if (statSync(target).isDirectory()) return freePath(join(target, proposed));
    throw fileExists(target);
  }
  if (existsSync(dirname(target))) return target;
  throw new StudioError(
    "notFound",
    say("There is no folder {target}.", { target: dirname(target) }),
    say("Make it first, or choose another."),
  );
}
