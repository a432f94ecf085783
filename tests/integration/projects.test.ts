import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import type { MethodName, Params, Result } from "../../protocol/validate.js";
import { localRoots } from "../../sidecar/host/roots.js";
import { route } from "../../sidecar/server/router.js";
import { openStudio, type Studio } from "../../sidecar/server/studio.js";
import { noProgress } from "../../sidecar/training/runs/run-record.js";
import { addRun, changeRun } from "../../sidecar/training/runs/run-table.js";
import { okara } from "../support/exported-sweep.js";
import { writeLora } from "../support/lora-file.js";
import { drawPictures } from "../support/pictures.js";
import { storeSweep } from "../support/stored-sweep.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const open: Studio[] = [];
afterEach(async () => {
  for (const studio of open.splice(0)) await studio.close();
});

interface Machine {
  studio: Studio;
  home: string;
  call<M extends MethodName>(method: M, params: Params<M>): Promise<Result<M>>;
}

async function machine(): Promise<Machine> {
  const home = await newFolder();
  const studio = await openStudio(home, () => {});
  open.push(studio);
  const handlers = studio.handlersFor(localRoots());
  const context = { signal: new AbortController().signal, progress: () => {} };
  return { studio, home, call: (method, params) => route(handlers, method, { params, context }) };
}

const plan: Params<"planning/save">["plan"] = {
  name: "okara",
  family: "sd15",
  length: { by: "steps", value: 60 },
  arguments: { network_dim: 8 },
  datasets: null,
  launch: {},
  samplePrompts: null,
  additional: [],
  origin: null,
};

/** A machine with a project that went the whole way. */
async function worked() {
  const [one, work] = [await machine(), await newFolder()];
  const { studio, home, call } = one;
  const folder = join(work, "okara");
  await mkdir(folder);
  await drawPictures(folder, 3);
  for (const number of [1, 2, 3]) await writeFile(join(folder, `${number}.txt`), `okara, smile, ${number}`);
  await call("dataset/scan", { folder });
  await call("captions/point", { folder, name: "before training" });
  const out = join(work, "out");
  await mkdir(out);
  const lora = join(out, "okara.safetensors");
  await writeLora(lora, { up: 0.5 });
  await call("planning/save", {
    plan: { ...plan, arguments: { ...plan.arguments, output_dir: out } },
    folder,
    concept: "character",
  });
  const meant = {
    plan: { ...plan, origin: null, arguments: { train_data_dir: folder, output_dir: out } },
    concept: "character" as const,
    folder,
    trainer: { kind: "rehearsal" as const, folder: "/opt/trainer", python: "/usr/bin/node", accelerate: null },
    outputFolder: out,
    steps: 60,
    perEpoch: 30,
    epochs: 2,
    files: [],
    from: 0,
    parent: null,
  };
  const run = addRun(studio.database, "okara", meant);
  const saved = [{ name: "okara.safetensors", kind: "last" as const, step: 60, bytes: 100 }];
  const progress = { ...noProgress(meant), step: 60, saved };
  const outcome = { cause: null, values: {}, lines: [], exitCode: 0, signal: null, progress };
  changeRun(studio.database, run, { state: "succeeded", ended: "2026-11-26T03:00:00.000Z", outcome });
  await mkdir(join(home, "runs", String(run)), { recursive: true });
  await writeFile(join(home, "runs", String(run), "stdout.log"), `reading ${folder}\n`);
  await writeFile(
    join(home, "runs", String(run), "command.json"),
    JSON.stringify({ environment: { HF_TOKEN: "hf_secret" } }),
  );
  const resolved = okara({ run, folder, loras: [lora], prompts: ["1girl, okara"], seeds: "1", width: 64, height: 96 });
  const sweep = await storeSweep(
    { database: studio.database, stateFolder: home, scratch: await newFolder() },
    resolved,
  );
  const { projects } = await call("project/list", {});
  const project = projects.find((row) => row.folder === folder);
  if (!project) throw new Error("the folder is no project");
  return { ...one, work, folder, run, sweep, project };
}

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

  const done = await there.call("project/import", { file, into });
  expect(done).toMatchObject({ isNew: false, matched: 2, captions: { written: 1, same: 0, kept: 1 } });
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
