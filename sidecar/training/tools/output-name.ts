import { existsSync } from "node:fs";
import { link, rename, unlink } from "node:fs/promises";
import { basename, dirname, join, parse } from "node:path";
import { StudioError, systemCode } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import type { ToolRequest } from "./tool.js";

const MOST_TRIES = 10_000;

/** What a new file is called where the user named none: beside what it was made of. */
export function usualOutput({ tool, loras, files, values }: ToolRequest): string {
  const source = files.tuned ?? loras[0] ?? "lora";
  const endings: Record<string, string> = {
    resize: `-dim${values.new_rank ?? 4}`,
    extract: `-dim${values.dim ?? 4}`,
    mergeInto: "-merged-model",
  };
  return join(dirname(source), `${parse(source).name}${endings[tool] ?? "-merged"}.safetensors`);
}

/** The path itself where it is free, else the first of name-2, name-3 … that is. */
export function freePath(path: string): string {
  const { dir, name, ext } = parse(path);
  for (let number = 2, free = path; number < MOST_TRIES; number += 1) {
    if (!existsSync(free)) return free;
    free = join(dir, `${name}-${number}${ext}`);
  }
  throw new StudioError("fileExists", say("No free name was found for {path}.", { path }), say("Choose another name."));
}

export const fileThere = (path: string): StudioError =>
  new StudioError(
    "fileExists",
    say("{path} is there already, and is not written over.", { path }),
    say("Choose another name, such as {freePath}, or --rename for a free one.", { freePath: basename(freePath(path)) }),
  );

/**
 * Gives a whole file its name, and never takes that of another: where somebody took it meanwhile, it gets a free one.
 * @returns the path it has now
 */
export async function publish(temporary: string, wanted: string): Promise<string> {
  for (;;) {
    const path = freePath(wanted);
    try {
      // A link fails where the name is taken; a rename would write over it.
      await link(temporary, path);
      await unlink(temporary);
      return path;
    } catch (error) {
      const code = systemCode(error);
      if (code === "EEXIST") continue;
      // Some file systems have no links.
      if (!["EPERM", "ENOTSUP", "ENOSYS", "EMLINK", "EOPNOTSUPP", "EXDEV"].includes(code)) throw error;
      await rename(temporary, path);
      return path;
    }
  }
}
