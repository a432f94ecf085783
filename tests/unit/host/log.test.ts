import { readdir, readFile, readlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { openLog } from "../../../sidecar/host/log.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

/** Files below a folder that this process has open; none where the system does not tell. */
async function openBelow(folder: string): Promise<string[]> {
  const numbers = await readdir("/proc/self/fd").catch(() => []);
  const links = await Promise.all(numbers.map((number) => readlink(`/proc/self/fd/${number}`).catch(() => "")));
  return links.filter((link) => link.startsWith(folder));
}

test("a log that is closed has all its lines, and its file is let go", async () => {
  const folder = await newFolder();
  const { log, close } = await openLog(folder);
  log.info({ token: "secret" }, "ready");
  log.info("ended");
  await close();
  log.info("too late");

  const lines = (await readFile(join(folder, "log", "sidecar.log"), "utf8")).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(["ready", "ended"]);
  expect(lines.join()).not.toContain("secret");
  expect(await openBelow(folder)).toEqual([]);
});

test("where no log can be written, closing it ends all the same", async () => {
  const folder = await newFolder();
  const { log, close } = await openLog(join(folder, "log\0"));
  log.info("ready");
  await expect(close()).resolves.toBeUndefined();
});
