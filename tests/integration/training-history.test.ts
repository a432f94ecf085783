import { existsSync } from "node:fs";
import { readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { openDatabase } from "../../sidecar/store/database.js";
import { digestFile } from "../../sidecar/store/file-content.js";
import { readSnapshot, snapshotFile } from "../../sidecar/training/history/snapshot.js";
import { finishSnapshot } from "../../sidecar/training/history/take-snapshot.js";
import { atelier } from "../support/command.js";
import { pictureSet } from "../support/planning.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { shortTraining, standIn, trainingRooms, until } from "../support/training.js";

const newFolder = temporaryFolders();
const openRoom = trainingRooms();

const runFolder = (home: string, id: number): string => join(home, "runs", String(id));
const nowComplete = (home: string, id: number) =>
  until(async () => {
    const found = await readSnapshot(runFolder(home, id)).catch(() => null);
    return found?.complete ? found : null;
  });

test("a run keeps what it was trained on and with: pictures, captions, regularisation, versions, command", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  await pictureSet(join(work, "reg"), "1_girl", { count: 2, size: [64, 64], caption: null });
  const { config, pictures } = await shortTraining(work, { reg_data_dir: join(work, "reg") });
  await writeFile(join(pictures, "0005.Png"), "passed over");
  await atelier(home, ["train", config, "--rehearsal", "--json"], standIn());
  const { sets } = await nowComplete(home, 1);
  const environment = JSON.parse(await readFile(join(runFolder(home, 1), "environment.json"), "utf8"));

  expect(
    sets.map(({ folder, repeats, trigger, regularisation }) => [basename(folder), repeats, trigger, regularisation]),
  ).toEqual([
    ["2_okara", 2, "okara", false],
    ["1_girl", 1, "girl", true],
  ]);
  expect(sets.map((set) => set.pictures.map(({ name }) => name))).toEqual([
    ["0001.png", "0002.png", "0003.png", "0004.png"],
    ["0001.png", "0002.png"],
  ]);
  expect(sets[0]?.pictures[0]).toMatchObject({
    sha256: await digestFile(join(pictures, "0001.png")),
    caption: { name: "0001.txt", text: "okara, 1girl, smile", sha256: await digestFile(join(pictures, "0001.txt")) },
  });
  expect(sets[1]?.pictures[0]?.caption).toBeNull();
  expect(environment).toMatchObject({
    trainer: { kind: "rehearsal" },
    seed: 7,
    versions: { node: process.versions.node },
  });
  expect(environment.command.arguments).toContain(join(runFolder(home, 1), "config.toml"));
});

test("a picture that changes before it is read is named, and what one program began another one ends", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config, pictures } = await shortTraining(work);
  await atelier(home, ["train", config, "--rehearsal", "--json"], standIn());
  const whole = await nowComplete(home, 1);
  const begun = {
    ...whole,
    complete: false,
    sets: whole.sets.map((set) => ({ ...set, pictures: set.pictures.map((one) => ({ ...one, sha256: null })) })),
  };
  await writeFile(snapshotFile(runFolder(home, 1)), JSON.stringify(begun));
  await utimes(join(pictures, "0002.png"), 1, 1);
  await rm(join(pictures, "0003.png"));
  const database = openDatabase(await newFolder());
  await finishSnapshot(begun, { database, runFolder: runFolder(home, 1), stopped: () => false });
  database.close();
  const { complete, sets } = await nowComplete(home, 1);

  expect(complete).toBe(true);
  expect(sets[0]?.pictures.map(({ sha256, changed = false }) => [sha256 !== null, changed])).toEqual([
    [true, false],
    [false, true],
    [false, true],
    [true, false],
  ]);
});

test("two runs are compared: plan, pictures, captions and results; a run without a record says so", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config, pictures } = await shortTraining(work);
  await atelier(home, ["train", config, "--rehearsal", "--json"], standIn());
  const other = await sharp({ create: { width: 64, height: 64, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  await writeFile(join(pictures, "0001.png"), other);
  await writeFile(join(pictures, "0002.txt"), "okara, grin, 1girl");
  await rm(join(pictures, "0004.png"));
  await rename(pictures, join(work, "img", "3_okara"));
  await writeFile(config, (await readFile(config, "utf8")).replace("network_dim = 4", "network_dim = 8"));
  await atelier(home, ["train", config, "--rehearsal", "--rename", "--json"], standIn());
  const { stdout, code } = await atelier(home, ["train", "compare", "1", "2", "--json"]);
  const found = JSON.parse(stdout);

  expect(code).toBe(0);
  expect(
    found.plan.map(({ argument, values }: { argument: string; values: unknown[] }) => [argument, ...values]),
  ).toEqual([
    ["network_dim", 4, 8],
    ["output_name", "okara", "okara-2"],
  ]);
  // The pictures of these sets are copies of each other: the changed one is the one whose bytes are new.
  expect(found.pictures).toMatchObject({ before: 4, after: 3, uncertain: [] });
  expect(found.pictures.changed.map(({ after }: { after: { name: string } }) => after.name)).toEqual(["0001.png"]);
  expect(
    found.folders.map(({ before, after }: Record<string, { repeats: number }>) => [before?.repeats, after?.repeats]),
  ).toEqual([[2, 3]]);
  expect(found.captions.tags).toEqual([
    { tag: "grin", added: 1, removed: 0 },
    { tag: "smile", added: 0, removed: 1 },
  ]);
  expect(found.results.find(({ name }: { name: string }) => name === "steps").values).toEqual([6, 6]);
  expect(found.results.find(({ name }: { name: string }) => name === "seed").values).toEqual([7, 7]);

  await rm(snapshotFile(runFolder(home, 1)));
  const without = JSON.parse((await atelier(home, ["train", "compare", "1", "2", "--json"])).stdout);
  expect(without).toMatchObject({ pictures: null, captions: null, runs: [{ pictures: false }, { pictures: true }] });
  const printed = await atelier(home, ["train", "compare", "1", "2"]);
  expect(printed.stdout).toContain("Run 1 was made before its pictures were recorded");
  expect((await atelier(home, ["train", "compare", "1", "1"])).code).toBe(2);
});

test("sample pictures are drawn as the plan asks, and belong to their own run", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const prompts = join(work, "mine.txt");
  await writeFile(prompts, "# mine\nokara, 1girl --w 64 --h 96 --d 5\nokara --w 64 --h 64\n");
  const { config, out } = await shortTraining(work, {
    sample_every_n_steps: 3,
    sample_at_first: true,
    sample_prompts: prompts,
  });
  const none = await atelier(home, ["train", config, "--rehearsal", "--json"], standIn());
  expect(none.code).toBe(0);
  await atelier(home, ["train", config, "--rehearsal", "--rename", "--json"], standIn());
  const room = openRoom(home);
  const { asked, rows, prompts: read } = await room["training/samples"]({ id: 1 });

  expect(asked).toBe(true);
  expect(read.map(({ text, seed }) => [text, seed])).toEqual([
    ["okara, 1girl", 5],
    ["okara", null],
  ]);
  expect(
    rows.map(({ step, epoch, pictures }) => [step, epoch, pictures.map(({ prompt, seed }) => [prompt, seed])]),
  ).toEqual([
    [
      0,
      0,
      [
        [0, 5],
        [1, null],
      ],
    ],
    [
      3,
      null,
      [
        [0, 5],
        [1, null],
      ],
    ],
    [
      6,
      null,
      [
        [0, 5],
        [1, null],
      ],
    ],
  ]);
  for (const { path, name } of rows.flatMap(({ pictures }) => pictures)) {
    expect([path.startsWith(join(out, "sample")), name.startsWith("okara_")]).toEqual([true, true]);
    expect((await sharp(path).metadata()).format).toBe("png");
  }
  const shown = JSON.parse((await atelier(home, ["train", "show", "1", "--json"])).stdout);
  expect(shown.samples.rows).toHaveLength(3);
  expect((await atelier(home, ["train", "show", "1"])).stdout).toContain("step 3, prompt 1 (okara, 1girl): ");
});

test("a failed run's cause stands in the list; a plan without samples says so", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config, out } = await shortTraining(work);
  await atelier(home, ["train", config, "--rehearsal", "--json"], standIn({ misbehave: "oom" }));
  const room = openRoom(home);

  expect((await room["training/runs"]({})).runs).toMatchObject([{ id: 1, state: "failed", cause: "cudaOutOfMemory" }]);
  expect(await room["training/samples"]({ id: 1 })).toMatchObject({ asked: false, rows: [] });
  expect(existsSync(join(out, "sample"))).toBe(false);
});
