import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test } from "@jest/globals";
import { oneSweep } from "../../../sidecar/sweep/cells/sweep-table.js";
import { type FakeOptions, type FakeWebui, fakeWebui } from "../../support/drawing-link.js";
import { factsOf, sweepSettings, type TestStudio, testStudio, writeLoras } from "../../support/sweep-drawing.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const open: TestStudio[] = [];
afterEach(async () => {
  for (const studio of open.splice(0)) await studio.close();
});

// 2 files × 2 strengths × 6 seeds, and 6 controls.
const PICTURES = 30;

async function scene(options: readonly Partial<FakeOptions>[]) {
  const folder = await newFolder();
  const loraFolder = join(folder, "webui", "Lora");
  await mkdir(loraFolder, { recursive: true });
  const make = (one: Partial<FakeOptions>): FakeWebui => fakeWebui({ loraFolder, milliseconds: 4, ...one });
  const webuis = options.map(make);
  const studio = await testStudio(join(folder, "state"), webuis);
  open.push(studio);
  const settings = sweepSettings({ loras: await writeLoras(join(folder, "out"), 2), seeds: "1-6", batchSize: 1 });
  const facts = await factsOf(settings);
  const start = (webuis: string[] = []): number =>
    studio.drawing.control.start({ settings: { ...settings, webuis }, facts, wanted: null }).id;
  const drawn = (id: number): number => studio.drawing.sweeps.cellsOf(oneSweep(studio.database, id)).counts().drawn;
  return { studio, webuis, make, start, drawn };
}

const machine = (id: string): Partial<FakeOptions> => ({ id, kind: "machine" });

test("where nobody was chosen, all machines draw beside the one WebUI that answers", async () => {
  const { studio, webuis, start, drawn } = await scene([{ id: "here" }, { id: "other" }, machine("a"), machine("b")]);
  const id = start();
  await studio.settled(id);
  expect(drawn(id)).toBe(PICTURES);
  const [here = 0, other, a = 0, b = 0] = webuis.map((one) => one.drawn.length);
  expect(other).toBe(0);
  // Each machine draws one cell only to be compared.
  expect(here + a + b).toBe(PICTURES + 2);
});

test("a machine that comes in the middle is compared, and helps; one that nobody meant does not", async () => {
  const { studio, webuis, make, start, drawn } = await scene([{ id: "here", milliseconds: 20 }]);
  const id = start();
  while (drawn(id) < 3) await wait(2);
  const [late, other] = [make(machine("late")), make({ id: "other" })];
  studio.attach(late);
  studio.attach(other);
  await studio.settled(id);
  expect(drawn(id)).toBe(PICTURES);
  expect(late.drawn.length).toBeGreaterThan(1);
  expect((webuis[0]?.drawn.length ?? 0) + late.drawn.length).toBe(PICTURES + 1);
  expect(other.drawn).toEqual([]);
});

test("a machine without the base checkpoint takes no part, and no cell fails by it", async () => {
  const { studio, webuis, start, drawn } = await scene([
    { id: "here" },
    { ...machine("poor"), checkpoint: "another [0000000000]" },
  ]);
  const id = start();
  await studio.settled(id);
  expect(drawn(id)).toBe(PICTURES);
  expect(webuis.map((one) => one.drawn.length)).toEqual([PICTURES, 0]);
});

test("a sweep that goes on when all its controls are drawn: all are compared with one of the record", async () => {
  const { studio, webuis, start, drawn } = await scene([machine("a"), { ...machine("b"), shift: 15 }]);
  const id = start(["a"]);
  while (drawn(id) < 8) await wait(2);
  await studio.drawing.control.pause(id);
  const { settings, facts } = oneSweep(studio.database, id);
  await studio.drawing.control.change(id, { settings: { ...settings, webuis: ["a", "b"] }, facts, wanted: null });
  await studio.settled(id);
  expect(drawn(id)).toBe(PICTURES);
  // Both draw what is compared; what the second draws is another picture.
  expect(webuis.map((one) => one.drawn.length)).toEqual([PICTURES + 1, 1]);
});
