import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "@jest/globals";
import { removeCutOff } from "../../../../sidecar/journey/projects/archive/cut-off.js";
import { moveInto, recordStaged } from "../../../../sidecar/journey/projects/archive/staged-folders.js";
import { addProject } from "../../../../sidecar/journey/projects/project-table.js";
import { openDatabase } from "../../../../sidecar/store/database.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const key = "0b1c8a52-1d6c";

/** An import that was killed after it had moved its first folder to its place, and not its second. */
async function killed(wasThere = false) {
  const [home, parent] = [await newFolder(), await newFolder()];
  const [place, second] = [join(parent, "okara"), join(parent, "okara-closer")];
  const folderOf = (at: string) => ({ stage: join(parent, `.import-1-${at.slice(parent.length + 1)}`), place: at });
  const files = { "1.png": 3, "10_okara/1.txt": 5 };
  const folders = [place, second].map((at) => ({ ...folderOf(at), files, wasThere }));
  const work = join(home, "imports", "one");
  await mkdir(work, { recursive: true });
  await recordStaged(work, { key, folders });
  for (const { stage } of folders) {
    await mkdir(join(stage, "10_okara"), { recursive: true });
    await writeFile(join(stage, "1.png"), "png");
    await writeFile(join(stage, "10_okara", "1.txt"), "okara");
  }
  if (wasThere) await mkdir(place);
  moveInto(folders[0]?.stage ?? "", place);
  await mkdir(join(home, "imported", key), { recursive: true });
  return { home, parent, place, database: openDatabase(home) };
}

let studio: Awaited<ReturnType<typeof killed>>;
beforeEach(async () => {
  studio = await killed();
});

test("what was moved is taken back, so that the same archive comes whole the next time", async () => {
  const { database, home, parent } = studio;
  await removeCutOff(database, home);
  expect(await readdir(parent)).toEqual([]);
  expect([await readdir(join(home, "imported")), existsSync(join(home, "imports"))]).toEqual([[], false]);
  database.close();
});

test("an empty folder that was the user's is there again", async () => {
  const { database, home, place } = await killed(true);
  await removeCutOff(database, home);
  expect(await readdir(place)).toEqual([]);
  database.close();
});

test.each([
  ["a file more", "2.png", "mine"],
  ["a caption changed", "10_okara/1.txt", "okara, mine"],
])("a folder in which somebody has worked since stays: %s", async (_, name, text) => {
  const { database, home, place } = studio;
  await writeFile(join(place, name), text);
  await removeCutOff(database, home);
  expect(await readFile(join(place, name), "utf8")).toBe(text);
  expect(await readFile(join(place, "1.png"), "utf8")).toBe("png");
  database.close();
});

test("a project that is recorded keeps its folders: only the import's own was left", async () => {
  const { database, home, place } = studio;
  addProject(database, { folder: place, key });
  await removeCutOff(database, home);
  expect(await readFile(join(place, "1.png"), "utf8")).toBe("png");
  expect([await readdir(join(home, "imported")), existsSync(join(home, "imports"))]).toEqual([[key], false]);
  database.close();
});
