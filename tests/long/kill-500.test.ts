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
const pictures = 500;

const captionsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith(".txt"));

test("500 pictures, killed four times at different moments: every caption whole, none written twice", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, pictures);
  const written = new Map<string, number>();
  for (const until of [1, 120, 250, 400]) {
    const env = { ...process.env, ATELIER_HOME: home };
    const child = spawn(process.execPath, [program, "tag", folder], { env, stdio: "ignore" });
    const exited = once(child, "exit");
    while ((await captionsIn(folder)).length < until && child.exitCode === null) await wait(2);
    child.kill("SIGKILL");
    await exited;
    for (const name of await captionsIn(folder)) {
      const { mtimeMs } = await stat(join(folder, name));
      expect([name, written.get(name) ?? mtimeMs]).toEqual([name, mtimeMs]);
      written.set(name, mtimeMs);
    }
  }

  const { code, stdout } = await atelier(home, ["tag", folder, "--json"]);

  const report = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(report.counts).toEqual({ written: pictures, skipped: 0, failed: 0 });
  for (const image of report.images) {
    expect(await readFile(image.path.replace(/png$/, "txt"), "utf8")).toBe(image.caption);
  }
  for (const [name, time] of written) expect((await stat(join(folder, name))).mtimeMs).toBe(time);
}, 300_000);
