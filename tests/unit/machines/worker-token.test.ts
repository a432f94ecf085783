import { chmod, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { workerToken } from "../../../sidecar/machines/worker-token.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("a token is made once, for its user's eyes, and stays", async () => {
  const folder = await newFolder();
  const made = await workerToken(folder, {});

  expect(await workerToken(folder, {})).toBe(made);
  expect((await readFile(join(folder, "worker-token"), "utf8")).trim()).toBe(made);
  if (process.platform !== "win32") expect((await stat(join(folder, "worker-token"))).mode & 0o777).toBe(0o600);
});

test("one that was written by hand is closed to others; one that is there and cannot be read is not replaced", async () => {
  const folder = await newFolder();
  await writeFile(join(folder, "worker-token"), "by-hand\n");
  await chmod(join(folder, "worker-token"), 0o644);
  expect(await workerToken(folder, {})).toBe("by-hand");

  const broken = await newFolder();
  await mkdir(join(broken, "worker-token"));
  await expect(workerToken(broken, {})).rejects.toThrow();
  expect((await stat(join(broken, "worker-token"))).isDirectory()).toBe(true);
});
