import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { type Database, openDatabase } from "../../../../sidecar/store/database.js";
import { addSweep } from "../../../../sidecar/sweep/cells/sweep-table.js";
import { trainedPictures } from "../../../../sidecar/sweep/plan/trained-pictures.js";
import { sweepToScore } from "../../../../sidecar/sweep/scores/gather-evidence.js";
import { scoreCells } from "../../../../sidecar/sweep/scores/score-cells.js";
import { withHeldOut } from "../../../../sidecar/sweep/scores/training-set.js";
import { snapshotFile } from "../../../../sidecar/training/history/snapshot.js";
import type { MeantRun } from "../../../../sidecar/training/runs/run-record.js";
import { addRun } from "../../../../sidecar/training/runs/run-table.js";
import { madeUpEvidence } from "../../../support/sweep-evidence.js";
import { sweepFacts, sweepSettings } from "../../../support/sweep-settings.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const open: Database[] = [];
afterEach(() => {
  for (const database of open.splice(0)) database.close();
});

const meantRun = (folder: string): MeantRun => ({
  plan: {
    name: "okara",
    family: "sd15",
    length: { by: "steps", value: 4 },
    arguments: {},
    datasets: [
      { options: {}, subsets: [{ folder, repeats: 1, trigger: "okara", regularisation: false, options: {} }] },
    ],
    launch: {},
    samplePrompts: null,
    additional: [],
    origin: null,
  },
  concept: "character",
  folder: null,
  trainer: { kind: "rehearsal", folder: "/trainer", python: "python", accelerate: null },
  outputFolder: folder,
  steps: 4,
  perEpoch: 4,
  epochs: 1,
  files: [],
  from: 0,
  parent: null,
});

/** A set of which the run learnt from two pictures of `trained`, and whose `later` came after it. */
async function trainedSet() {
  const home = await newFolder();
  const [set, trained] = [join(home, "set"), join(home, "set", "1_okara")];
  await mkdir(trained, { recursive: true });
  for (const path of [join(set, "later.png"), ...["a", "b", "new"].map((name) => join(trained, `${name}.png`))]) {
    await writeFile(path, "");
  }
  const database = openDatabase(home);
  open.push(database);
  const run = addRun(database, "okara", meantRun(trained));
  const settings = sweepSettings({ folder: set, run });
  const id = addSweep(database, { settings, facts: sweepFacts(settings), wanted: null, revision: 1 });
  const heldOut = async (): Promise<string[]> =>
    (await sweepToScore({ database, stateFolder: home }, id)).training
      .filter((picture) => picture.heldOut)
      .map(({ path }) => basename(path));
  const record = async (names: readonly string[]): Promise<void> => {
    const file = snapshotFile(join(home, "runs", String(run)));
    await mkdir(join(file, ".."), { recursive: true });
    const pictures = names.map((name) => ({ name, bytes: 0, modified: 0, sha256: null, caption: null }));
    const kept = { folder: trained, dataset: 0, repeats: 1, trigger: null, regularisation: false, pictures };
    await writeFile(file, JSON.stringify({ version: 1, taken: "", complete: true, sets: [kept], missing: [] }));
  };
  return { heldOut, record };
}

test("pictures that the run did not learn from are held out: by what it recorded, else by its folders", async () => {
  const { heldOut, record } = await trainedSet();
  expect(await heldOut()).toEqual(["later.png"]);
  await record(["a.png", "b.png"]);
  expect((await heldOut()).sort()).toEqual(["later.png", "new.png"]);
  await record(["of another set.png"]);
  expect(await heldOut()).toEqual([]);
});

test("a run that went on from another one learnt from that one's pictures too", async () => {
  const home = await newFolder();
  const [first, second] = [join(home, "first"), join(home, "second")];
  const database = openDatabase(home);
  open.push(database);
  for (const folder of [first, second]) {
    await mkdir(folder);
    await writeFile(join(folder, "a.png"), "");
  }
  const parent = addRun(database, "okara", meantRun(first));
  const run = addRun(database, "okara", { ...meantRun(second), parent });
  const isTrained = await trainedPictures({ database, stateFolder: home }, run);
  const found = [first, second, home].map((folder) => isTrained?.(join(folder, "a.png")));
  expect(found).toEqual([true, true, false]);
});

test("a copy of a trained picture is not held out; without a run nothing is", () => {
  const pictures = ["a", "b"].map((content) => ({ path: `/copies/${content}.png`, content }));
  const marks = withHeldOut(pictures, (_path, content) => content === "a").map(({ heldOut }) => heldOut);
  expect(marks).toEqual([false, true]);
  expect(withHeldOut(pictures, null).some(({ heldOut }) => heldOut)).toBe(false);
});

test("traits and copies are of the trained pictures alone, likeness of those held out", () => {
  const evidence = madeUpEvidence({ loras: [{ power: 1 }], strengths: [1], seeds: 2, seed: 4 });
  const drawn = evidence.cells.find(({ strengthIndex }) => strengthIndex === 1);
  expect(drawn).toBeDefined();
  // Eight of twenty look like a drawn cell and wear what the others do not.
  const score = (heldOut: boolean) =>
    scoreCells({
      ...evidence,
      training: evidence.training.map((picture, place) => {
        if (place >= 8 || !drawn) return picture;
        const { tags, ...pixels } = drawn.evidence;
        return { ...picture, heldOut, evidence: { ...pixels, tags: new Map([...tags, ["halo", 0.95]]) } };
      }),
    });
  const [all, split] = [score(false), score(true)];
  const tagsOf = ({ traits }: typeof all) => traits.traits.map(({ tag }) => tag);
  expect(tagsOf(all)).toContain("halo");
  expect(tagsOf(split)).not.toContain("halo");
  expect(tagsOf(split)).toContain("green eyes");
  const cellOf = ({ cells }: typeof all) => cells.find(({ cell }) => cell.index === drawn?.index);
  expect(cellOf(all)?.nearest?.nearness).toBeGreaterThan(0.99);
  expect(cellOf(split)?.nearest?.nearness).toBeLessThan(0.9);
  expect(all.trainingNearness).toHaveLength(20);
  expect(split.trainingNearness).toHaveLength(12);
  expect(cellOf(split)?.likeness).not.toBeCloseTo(cellOf(all)?.likeness ?? 0, 3);
});
