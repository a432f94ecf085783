import { copyFile, link, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { openDatabase } from "../../sidecar/store/database.js";
import { digestFile } from "../../sidecar/store/file-content.js";
import { takeStateLock } from "../../sidecar/store/state-lock.js";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

/** A WebUI's folder with one link that a sweep made, one copy, and a file of the user's own. */
async function sweptWebui() {
  const [home, loras, webui] = [await newFolder(), await newFolder(), await newFolder()];
  const source = join(loras, "okara.safetensors");
  const folder = join(webui, "Lora おから", "atelier-sweep");
  await mkdir(folder, { recursive: true });
  await writeFile(source, "weights");
  await link(source, join(folder, "okara-1.safetensors"));
  await copyFile(source, join(folder, "okara-2.safetensors"));
  await writeFile(join(folder, "mine.safetensors"), "mine");
  const database = openDatabase(home);
  const content = await digestFile(source);
  for (const name of ["okara-1", "okara-2"])
    database
      .prepare("INSERT INTO sweep_lora (folder, name, content, placed) VALUES (?, ?, ?, 1)")
      .run(folder, name, content);
  database.close();
  return { home, folder, source };
}

test("uninstall shows what lies in WebUIs, takes only links away that lose nothing, and says where the state is", async () => {
  const { home, folder } = await sweptWebui();
  const [link1, copy] = ["okara-1", "okara-2"].map((name) => join(folder, `${name}.safetensors`));

  const shown = JSON.parse((await atelier(home, ["uninstall", "--json"])).stdout);
  const before = await readdir(folder);
  const done = await atelier(home, ["uninstall", "--yes", "--json"]);

  expect(shown.files.map(({ status }: { status: string }) => status)).toEqual(["there", "there"]);
  expect(before).toHaveLength(3);
  expect(done.code).toBe(3);
  expect(JSON.parse(done.stdout)).toMatchObject({
    files: [
      { path: link1, status: "removed" },
      { path: copy, status: "left" },
    ],
    state: home,
  });
  expect(await readdir(folder)).toEqual(["mine.safetensors", "okara-2.safetensors"]);
});

test("uninstall waits for nobody: a studio that runs is to be closed first", async () => {
  const home = await newFolder();
  const lock = takeStateLock(home);

  const { code, stderr } = await atelier(home, ["uninstall", "--yes"]);
  lock?.release();

  expect(code).toBe(1);
  expect(stderr).toContain("Close the WebUI");
});
