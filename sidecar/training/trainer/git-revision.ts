import { open } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";

// HEAD and refs have a line; packed-refs of a large repository has some thousand.
const MAX_BYTES = 4_000_000;
const MAX_README_BYTES = 200_000;
// A symbolic ref that names itself would never end.
const MAX_LINKS = 5;

const isHash = (text: string): boolean => /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
/** A ref's name may not lead out of the git folder. */
const isRefName = (text: string): boolean => /^refs\/[^\0\\:*?"<>|]+$/.test(text) && !text.split("/").includes("..");

async function readStart(path: string, most = MAX_BYTES): Promise<string | null> {
  try {
    const file = await open(path, "r");
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0);
      return buffer.toString("utf8", 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

/** `.git`, or the folder that a `.git` file names (worktrees, and submodules as kohya_ss has one). */
async function gitFolder(folder: string): Promise<string> {
  const beside = join(folder, ".git");
  const link = /^gitdir:\s*(.+?)\s*$/m.exec((await readStart(beside)) ?? "")?.[1];
  return link === undefined ? beside : resolve(folder, link);
}

/** The hash of a ref in `packed-refs`, whose lines are `HASH NAME`. */
function packedHash(text: string | null, name: string): string | null {
  for (const line of text?.split(/\r?\n/) ?? []) {
    const [hash = "", ref] = line.split(" ");
    if (ref === name && isHash(hash)) return hash;
  }
  return null;
}

/** The commit that is checked out in a folder, read without git; null when the folder is no checkout of its own. */
async function readCommit(folder: string): Promise<string | null> {
  const git = await gitFolder(folder);
  const common = (await readStart(join(git, "commondir")))?.trim();
  // A worktree has its own HEAD and shares the refs.
  const shared = common ? (isAbsolute(common) ? common : join(git, common)) : git;
  let told = (await readStart(join(git, "HEAD")))?.trim();
  for (let links = 0; told !== undefined && links < MAX_LINKS; links++) {
    if (isHash(told)) return told;
    const name = /^ref:\s*(.+)$/.exec(told)?.[1] ?? "";
    if (!isRefName(name)) return null;
    const loose = (await readStart(join(git, name))) ?? (await readStart(join(shared, name)));
    told = loose?.trim() ?? packedHash(await readStart(join(shared, "packed-refs")), name) ?? undefined;
  }
  return null;
}

/** The newest release that a README of sd-scripts tells, as in `**Version 0.10.1 (2026-02-13):**`. */
export const releaseInReadme = (text: string): string | null =>
  /^[\s*#-]*version\s+v?(\d+\.\d+(?:\.\d+)?)/im.exec(text)?.[1] ?? null;

/** Commit of a trainer's checkout, else the release its README tells; null when neither is there. */
export async function trainerRevision(folder: string): Promise<string | null> {
  const commit = await readCommit(folder);
  if (commit !== null) return commit;
  const release = releaseInReadme((await readStart(join(folder, "README.md"), MAX_README_BYTES)) ?? "");
  return release === null ? null : `v${release}`;
}
