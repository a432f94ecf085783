import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** One hash over names, sizes and times: enough to see that something changed, cheap enough for every start. */
export function fingerprint(paths) {
  const hash = createHash("sha256").update(process.versions.node);
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest("hex");
}

const place = (name) => join(root, ".setup", `${name}.stamp`);

export const hasStamp = (name) => existsSync(place(name));
export const isStamped = (name, value) => hasStamp(name) && readFileSync(place(name), "utf8") === value;
export const removeStamps = (names) => {
  for (const name of names) rmSync(place(name), { force: true });
};

export function stamp(name, value) {
  mkdirSync(join(root, ".setup"), { recursive: true });
  writeFileSync(place(name), value);
}
