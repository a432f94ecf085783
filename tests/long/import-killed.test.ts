import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { program } from "../support/command.js";
import { projectMachines } from "../support/project-machines.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const { machine, worked } = projectMachines();
const preload = fileURLToPath(new URL("../support/die-at.js", import.meta.url));
// More than an import has.
const MOST_MOMENTS = 400;

/** What lies in a folder, by the way there. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.sort().map(async (path) => [path.slice(folder.length), (await readFile(path)).toString("base64")]);
  return Object.fromEntries(await Promise.all(read));
}

test("an import that is killed at any moment is not there, or whole; brought again, it is the same as one that was not", async () => {
  const here = await worked();
  const second = `${here.folder}-closer`;
  await cp(here.folder, second, { recursive: true });
  await writeFile(join(second, "1.txt"), "okara, closer");
  here.studio.database
    .prepare("INSERT INTO project_folder (folder, project) VALUES (?, ?)")
    .run(second, here.project.id);
  const file = join(here.work, "okara.zip");
  await here.call("project/export", { id: here.project.id, to: file, pictures: true, loras: true });

  const outcomes = new Map<string, number>();
  let isOver = false;
  for (let moment = 0; !isOver && moment < MOST_MOMENTS; moment += 1) {
    const [home, parent] = [await newFolder(), await newFolder()];
    const into = join(parent, "okara");
    // Every other time an empty folder of the user's is there.
    if (moment % 4 > 1) await mkdir(into);
    const words = ["--import", preload, program, "projects", "import", file, "--into", into];
    const below = [parent, ...["imports", "imported", "runs"].map((name) => join(home, name))].join("|");
    const environment = { ATELIER_HOME: home, DIE_AT: String(moment), DIE_BELOW: below };
    const child = spawn(process.execPath, words, { env: { ...process.env, ...environment }, stdio: "ignore" });
    await once(child, "exit");
    isOver = child.signalCode === null;

    const { call, close } = await machine(home);
    const { projects } = await call("project/list", {});
    const left = (await readdir(parent)).sort();
    if (projects.length === 0) {
      expect([moment, left.filter((name) => name !== "okara")]).toEqual([moment, []]);
      expect([moment, left.includes("okara") ? await readdir(into) : []]).toEqual([moment, []]);
      expect([moment, await readdir(join(home, "imported")).catch(() => [])]).toEqual([moment, []]);
      const done = await call("project/import", { file, into });
      expect([moment, done.isNew, done.holds.pictures]).toEqual([moment, true, 3]);
    }
    expect([moment, await filesOf(parent)]).toEqual([
      moment,
      Object.fromEntries(
        (await Promise.all([filesOf(here.folder), filesOf(second)])).flatMap((files, number) =>
          Object.entries(files).map(([way, bytes]) => [`${number === 0 ? "/okara" : "/okara-closer"}${way}`, bytes]),
        ),
      ),
    ]);
    const [one] = (await call("project/list", {})).projects;
    expect([moment, one?.key, one?.pictures]).toEqual([moment, here.project.key, 3]);
    expect([moment, await readdir(join(home, "runs"))]).toEqual([moment, ["1"]]);
    expect([moment, await readdir(join(home, "imports")).catch(() => [])]).toEqual([moment, []]);
    const [run] = (await call("training/runs", {})).runs;
    expect([moment, (await call("training/run", { id: run?.id ?? 0 })).files.length]).toEqual([moment, 1]);
    const outcome = projects.length === 0 ? "not there" : "whole";
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    await close();
    await rm(home, { recursive: true, force: true });
  }
  expect(isOver).toBe(true);
  expect(outcomes.get("not there")).toBeGreaterThan(20);
  expect(outcomes.get("whole")).toBeGreaterThan(1);
}, 900_000);
