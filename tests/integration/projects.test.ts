import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Result } from "../../protocol/validate.js";
import { drawPictures } from "../support/pictures.js";
import { type Machine, projectMachines } from "../support/project-machines.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const { machine, worked } = projectMachines();

const untimed = ({ events }: Result<"project/show">) =>
  events.map(({ kind, at, name, state, files }) => ({ kind, at, name, state, files }));

test("a project comes to another machine whole: set, captions, plan, run, sweep with its cells, and no path or secret", async () => {
  const here = await worked();
  const file = join(here.work, "okara.zip");
  const written = await here.call("project/export", { id: here.project.id, to: file, pictures: true, loras: true });
  expect(written.holds).toMatchObject({
    pictures: 3,
    captions: 3,
    plans: 1,
    runs: 1,
    sweeps: 1,
    cells: 5,
    cellPictures: 5,
    loras: 1,
  });

  const there = await machine();
  const into = join(await newFolder(), "from there");
  const seen = await there.call("project/import", { file, into, dryRun: true });
  expect([seen.project, seen.isNew, seen.captions.written, await readdir(join(into, ".."))]).toEqual([
    null,
    true,
    3,
    [],
  ]);
  const done = await there.call("project/import", { file, into });
  expect(done.holds).toEqual(written.holds);

  for (const name of await readdir(here.folder)) {
    expect([name, await readFile(join(into, name))]).toEqual([name, await readFile(join(here.folder, name))]);
  }
  const [before, after] = [
    await here.call("project/show", { id: here.project.id }),
    await there.call("project/show", { id: done.project ?? 0 }),
  ];
  expect(untimed(after)).toEqual(untimed(before));
  expect(after.project).toMatchObject({ key: before.project.key, name: "okara", pictures: 3, captions: 3 });
  expect(after.project.stages).toEqual(before.project.stages);
  const run = await there.call("training/run", { id: 1 });
  expect([run.name, run.steps, run.files.map(({ step }) => step)]).toEqual(["okara", 60, [60]]);
  expect(await readFile(run.files[0]?.path ?? "")).toEqual(await readFile(join(here.work, "out", "okara.safetensors")));
  const cells = async ({ call }: Machine, id: number) =>
    (await call("sweep/cells", { id })).cells.map(({ index, state, picture }) => [index, state, picture]);
  expect(await cells(there, 1)).toEqual(await cells(here, here.sweep));
  expect((await there.call("planning/plans", { folder: into })).plans).toMatchObject([{ name: "okara" }]);

  const told = await readFile(join(there.home, "runs", "1", "stdout.log"), "utf8");
  expect(told).toBe(`reading ${into}\n`);
  const command = await readFile(join(there.home, "runs", "1", "command.json"), "utf8");
  expect(command).not.toContain("hf_secret");
  const again = there.call("project/import", { file, into: `${into} again` });
  await expect(again).rejects.toMatchObject({ code: "fileExists" });
});

test("in a folder that has the pictures captions of the user's own stay, and those that are written can be undone", async () => {
  const here = await worked();
  const file = join(here.work, "light.zip");
  await here.call("project/export", { id: here.project.id, to: file });
  const there = await machine();
  const into = await newFolder();
  await drawPictures(into, 2);
  await writeFile(join(into, "1.txt"), "mine");
  await there.call("captions/point", { folder: into, name: "of my own" });
  const [own] = (await there.call("project/list", {})).projects;
  await there.call("project/rename", { id: own?.id ?? 0, name: "my own" });
  await there.call("planning/save", { plan: { ...here.plan, name: "okara" }, folder: into, concept: "character" });

  const done = await there.call("project/import", { file, into });
  expect(done).toMatchObject({ isNew: false, matched: 2, captions: { written: 1, same: 0, kept: 1 } });
  expect([done.joined, done.project]).toEqual([{ id: own?.id, name: "my own" }, own?.id]);
  expect((await there.call("project/list", {})).projects.map(({ name }) => name)).toEqual(["my own"]);
  // Both are there: a plan of the same name is not written over.
  expect((await there.call("planning/plans", { folder: into })).plans.map(({ name }) => name)).toEqual([
    "okara",
    "okara",
  ]);
  expect(await readFile(join(into, "1.txt"), "utf8")).toBe("mine");
  expect(await readFile(join(into, "2.txt"), "utf8")).toBe("okara, smile, 2");
  await there.call("captions/undo", { folder: into });
  expect((await readdir(into)).sort()).toEqual(["1.png", "1.txt", "2.png"]);
});

test("an archive that cannot be read leaves nothing behind; a name and an archived project come back", async () => {
  const here = await worked();
  const file = join(here.work, "bad.zip");
  await here.call("project/export", { id: here.project.id, to: file, pictures: true });
  const bytes = await readFile(file);
  // One byte of a picture.
  const at = bytes.indexOf(Buffer.from("IDAT"));
  bytes.writeUInt8(bytes.readUInt8(at + 8) ^ 1, at + 8);
  await writeFile(file, bytes);
  const there = await machine();
  const parent = await newFolder();

  await expect(there.call("project/import", { file, into: join(parent, "new") })).rejects.toMatchObject({
    code: "badArguments",
  });
  expect(await readdir(parent)).toEqual([]);
  expect((await there.call("project/list", {})).projects).toEqual([]);

  const { id } = here.project;
  expect((await here.call("project/rename", { id, name: "okara v2" })).project.name).toBe("okara v2");
  expect((await here.call("project/archive", { id, archived: true })).project.archived).not.toBeNull();
  expect((await here.call("project/archive", { id, archived: false })).project.archived).toBeNull();
  await expect(here.call("project/locate", { id, folder: parent })).rejects.toThrow("is where it was");
});
