import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { atelier, program } from "../support/command.js";
import { drawPictures } from "../support/pictures.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const pictures = 150;

const captionsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith(".txt"));

test("killed halfway and started again, every caption is whole and none is written twice", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, pictures);
  const child = spawn(process.execPath, [program, "tag", folder], {
    env: { ...process.env, ATELIER_HOME: home },
    stdio: "ignore",
  });
  const exited = once(child, "exit");
  while ((await captionsIn(folder)).length < pictures / 5 && child.exitCode === null) await wait(5);
  child.kill("SIGKILL");
  await exited;
  const early = await captionsIn(folder);
  const written = new Map<string, number>();
  for (const name of early) written.set(name, (await stat(join(folder, name))).mtimeMs);

  const { code, stdout } = await atelier(home, ["tag", folder, "--json"]);

  const report = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(early.length).toBeLessThan(pictures);
  expect(report.counts).toEqual({ written: pictures, skipped: 0, failed: 0 });
  for (const image of report.images) {
    expect(await readFile(image.path.replace(/png$/, "txt"), "utf8")).toBe(image.caption);
  }
  for (const [name, time] of written) expect((await stat(join(folder, name))).mtimeMs).toBe(time);
  expect((await readdir(folder)).length).toBe(pictures * 2);
});
