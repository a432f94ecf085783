import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { atelier, program } from "../support/command.js";
import { drawSubject } from "../support/subjects.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const PICTURES = 12;

test("killed twice while it cuts out, the same command goes on: every picture once, in one step, and undone whole", async () => {
  const [home, parent] = [await newFolder(), await newFolder()];
  const folder = join(parent, "set");
  await mkdir(folder);
  const originals = new Map<string, Buffer>();
  for (let index = 1; index <= PICTURES; index += 1) {
    const path = await drawSubject(folder, { name: `${index}.png`, width: 40 + index });
    originals.set(path, await readFile(path));
  }
  const made = async (): Promise<string[]> =>
    (await readdir(`${folder}-cutout`).catch(() => [])).filter((name) => name.endsWith(".png"));
  for (const until of [1, 5]) {
    const env = { ...process.env, ATELIER_HOME: home };
    const child = spawn(process.execPath, [program, "dataset", "cutout", folder], { env, stdio: "ignore" });
    const exited = once(child, "exit");
    while ((await made()).length < until && child.exitCode === null) await wait(2);
    child.kill("SIGKILL");
    await exited;
  }

  const { code, stdout, stderr } = await atelier(home, ["dataset", "cutout", folder, "--json"]);
  const { counts } = JSON.parse(stdout);

  expect([code, counts.done, counts.failed]).toEqual([0, PICTURES, 0]);
  expect(stderr).toContain("interrupted run");
  expect((await made()).filter((name) => !name.startsWith("."))).toHaveLength(PICTURES);
  expect((await atelier(home, ["dataset", "undo", folder])).code).toBe(0);
  expect(await readdir(parent)).toEqual(["set"]);
  for (const [path, bytes] of originals) expect(bytes.equals(await readFile(path))).toBe(true);
});
