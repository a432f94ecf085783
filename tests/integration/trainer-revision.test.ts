import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { trainerRevision } from "../../sidecar/training/trainer/git-revision.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

describe("the revision of a trainer's folder", () => {
  const hash = "48d368fa5a07d1ba5a0a3b9b7dcfd49b0b4d0d4e";
  const write = async (folder: string, files: Readonly<Record<string, string>>): Promise<string> => {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(join(folder, name, ".."), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    return folder;
  };

  test.each<[string, Record<string, string>, string | null]>([
    ["a loose ref", { ".git/HEAD": "ref: refs/heads/main\n", ".git/refs/heads/main": `${hash}\n` }, hash],
    [
      "a packed ref",
      {
        ".git/HEAD": "ref: refs/heads/sd3\n",
        ".git/packed-refs": `# pack-refs with: peeled\n${"0".repeat(40)} refs/heads/sd3-old\r\n${hash} refs/heads/sd3\r\n^${"1".repeat(40)}\n`,
      },
      hash,
    ],
    ["a detached HEAD", { ".git/HEAD": `${hash}\n` }, hash],
    [
      "a ref of a ref",
      {
        ".git/HEAD": "ref: refs/heads/a",
        ".git/refs/heads/a": "ref: refs/heads/b",
        ".git/refs/heads/b": hash,
      },
      hash,
    ],
    ["a ref without a commit", { ".git/HEAD": "ref: refs/heads/main" }, null],
    ["a ref that leads round", { ".git/HEAD": "ref: refs/heads/a", ".git/refs/heads/a": "ref: refs/heads/a" }, null],
    ["a ref that leads out", { ".git/HEAD": "ref: refs/../../secret", secret: hash }, null],
    ["a release", { "README.md": "# sd-scripts\n- **Version 0.9.1 (2025-01-01):**\n" }, "v0.9.1"],
    ["no sign", { "README.md": "# something" }, null],
  ])("%s", async (_, files, expected) => {
    expect(await trainerRevision(await write(await newFolder(), files))).toBe(expected);
  });

  test("a worktree shares the refs of its repository", async () => {
    const folder = await write(await newFolder(), {
      "repo/.git/refs/heads/main": hash,
      "repo/.git/worktrees/tree/HEAD": "ref: refs/heads/main\n",
      "repo/.git/worktrees/tree/commondir": "../..\n",
    });
    await write(folder, { "tree/.git": `gitdir: ${join(folder, "repo/.git/worktrees/tree")}\n` });
    expect(await trainerRevision(join(folder, "tree"))).toBe(hash);
  });

  test("a submodule, as kohya_ss has one", async () => {
    const folder = await write(await newFolder(), {
      ".git/modules/sd-scripts/HEAD": hash,
      "sd-scripts/.git": "gitdir: ../.git/modules/sd-scripts\n",
    });
    expect(await trainerRevision(join(folder, "sd-scripts"))).toBe(hash);
  });
});
