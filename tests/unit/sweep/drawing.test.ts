import { existsSync, readdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { oneSweep } from "../../../sidecar/sweep/cells/sweep-table.js";
import type { SweepSettings } from "../../../sidecar/sweep/plan/resolved-sweep.js";
import { type FakeOptions, type FakeWebui, fakeWebui } from "../../support/drawing-link.js";
import { factsOf, sweepSettings, type TestStudio, testStudio, writeLoras } from "../../support/sweep-drawing.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const open: TestStudio[] = [];
afterEach(async () => {
  for (const studio of open.splice(0)) await studio.close();
});

interface Scene {
  studio: TestStudio;
  webuis: FakeWebui[];
  settings: SweepSettings;
  loraFolder: string;
  start(change?: Partial<SweepSettings>): Promise<number>;
}

interface SceneOptions {
  loras?: number;
  isHeld?: () => boolean;
}

async function scene(
  options: Partial<FakeOptions>[],
  { loras = 2, isHeld = () => false }: SceneOptions = {},
): Promise<Scene> {
  const folder = await newFolder();
  const loraFolder = join(folder, "webui", "Lora");
  await mkdir(loraFolder, { recursive: true });
  const webuis = options.map((one, at) => fakeWebui({ id: `http://127.0.0.1:${7860 + at}`, loraFolder, ...one }));
  const studio = await testStudio(join(folder, "state"), webuis, { isHeld });
  open.push(studio);
  const settings = sweepSettings({
    loras: await writeLoras(join(folder, "out"), loras),
    webuis: webuis.length > 1 ? webuis.map(({ id }) => id) : [],
    // Whether a batch is tried hangs on what was looked at by then: tests that count requests are without.
    batchSize: 1,
  });
  return {
    studio,
    webuis,
    settings,
    loraFolder,
    async start(change = {}) {
      const meant = { ...settings, ...change };
      return studio.drawing.control.start({ settings: meant, facts: await factsOf(meant), wanted: null }).id;
    },
  };
}

const cellsOf = ({ studio }: Scene, id: number) => studio.drawing.sweeps.cellsOf(oneSweep(studio.database, id));
const countsOf = (one: Scene, id: number) => cellsOf(one, id).counts();
const problemsOf = (one: Scene, id: number) =>
  cellsOf(one, id)
    .since(0)
    .flatMap(({ problem }) => problem ?? []);

test("every cell is drawn once and proven; controls come first, and each LoRA and strength is merged once", async () => {
  const one = await scene([{}]);
  const id = await one.start();
  expect((await one.studio.settled(id)).state).toBe("done");

  expect(countsOf(one, id)).toEqual({
    // 2 files × (control, 0.5, 1) × 2 seeds; controls are the same for every file.
    cells: 12,
    pictures: 10,
    drawn: 10,
    reused: 0,
    waiting: 0,
    wrong: 0,
    failed: 0,
    left: 0,
  });
  const [webui] = one.webuis;
  expect(webui?.drawn).toHaveLength(10);
  expect(webui?.drawn.slice(0, 2)).toEqual(["1 1girl ", "2 1girl "]);
  expect(webui?.merges).toBe(4);
  expect(problemsOf(one, id)).toEqual([]);
});

test("files lie among the WebUI's under names with their content, and are taken away when the sweep is done", async () => {
  const one = await scene([{}]);
  const id = await one.start();
  await one.studio.settled(id);

  const names = new Set(one.webuis[0]?.drawn.flatMap((drawn) => /<lora:([^:]+)/.exec(drawn)?.[1] ?? []));
  expect([...names].sort()).toEqual([
    expect.stringMatching(/^okara-step00001000-[0-9a-f]{8}$/),
    expect.stringMatching(/^okara-step00002000-[0-9a-f]{8}$/),
  ]);
  while (readdirSync(join(one.loraFolder, "atelier-sweep")).length > 0) await new Promise((go) => setTimeout(go, 5));
  for (const path of one.settings.loras) expect(existsSync(path)).toBe(true);
});

test("the same inputs are never drawn twice: another sweep, and a changed one, use what is there", async () => {
  const one = await scene([{}]);
  await one.studio.settled(await one.start());
  const id = await one.start({ strengths: "0.5, 0.75, 1" });
  await one.studio.settled(id);

  expect(one.webuis[0]?.drawn).toHaveLength(14);
  expect(countsOf(one, id)).toMatchObject({ drawn: 14, reused: 10 });

  const wider = { ...one.settings, strengths: "0.5, 0.75, 1", seeds: "1, 2, 3" };
  await one.studio.drawing.control.change(id, { settings: wider, facts: await factsOf(wider), wanted: null });
  await one.studio.settled(id);
  expect(one.webuis[0]?.drawn).toHaveLength(21);
  expect(countsOf(one, id)).toMatchObject({ drawn: 21, reused: 14 });
});

test("a LoRA that was left out is drawn again, then right", async () => {
  const one = await scene([{ misbehave: (request) => (request === 4 ? "missingLora" : null) }]);
  const id = await one.start();
  await one.studio.settled(id);

  expect(problemsOf(one, id)).toEqual([]);
  expect(one.webuis[0]?.drawn).toHaveLength(11);
});

test("a LoRA that is always left out makes its cells wrong and stops nothing; drawn again when it is asked for", async () => {
  let isBroken = true;
  const one = await scene([
    { misbehave: (_, { prompt }) => (isBroken && prompt.includes("00002000") ? "missingLora" : null) },
  ]);
  const id = await one.start();
  expect((await one.studio.settled(id)).state).toBe("done");
  expect(countsOf(one, id)).toMatchObject({ drawn: 6, wrong: 4 });
  expect(new Set(problemsOf(one, id))).toEqual(new Set(["missingLora"]));

  isBroken = false;
  expect((await one.studio.drawing.control.redraw(id, null)).count).toBe(4);
  await one.studio.settled(id);
  expect(countsOf(one, id)).toMatchObject({ drawn: 10, wrong: 0 });
});

test("a request that fails is tried three times; the cell is told, the others are drawn", async () => {
  const one = await scene([
    { misbehave: (_, { seed, prompt }) => (seed === 2 && prompt.includes(":0.5>") ? "fails" : null) },
  ]);
  const id = await one.start();
  await one.studio.settled(id);

  expect(countsOf(one, id)).toMatchObject({ drawn: 8, failed: 2 });
  const failed = cellsOf(one, id)
    .since(0)
    .filter(({ state }) => state === "failed");
  expect(failed.map(({ problem }) => problem)).toEqual(["webuiFailed", "webuiFailed"]);
});

test("a WebUI that restarts midway is waited for", async () => {
  const one = await scene([{ misbehave: (request) => (request === 3 || request === 7 ? "offline" : null) }]);
  const id = await one.start();
  expect((await one.studio.settled(id)).state).toBe("done");
  expect(countsOf(one, id)).toMatchObject({ drawn: 10, failed: 0 });
});

test("wrong seed, one colour: drawn again once, then told", async () => {
  const one = await scene([
    { misbehave: (request, { seed }) => (request === 2 ? "wrongSeed" : seed === 1 && request > 5 ? "blank" : null) },
  ]);
  const id = await one.start();
  await one.studio.settled(id);
  expect(problemsOf(one, id).every((problem) => problem === "blank")).toBe(true);
  expect(countsOf(one, id).wrong).toBeGreaterThan(0);
});

test("Interrupt in the WebUI: the half-made picture is not kept, the sweep waits at once and says so, and goes on when asked", async () => {
  const one = await scene([{ misbehave: (request) => (request === 4 ? "interrupt" : null) }]);
  const id = await one.start();
  const { state } = await one.studio.settled(id);
  while (oneSweep(one.studio.database, id).problem === null) await new Promise((go) => setTimeout(go, 5));
  expect([state, oneSweep(one.studio.database, id).problem?.code]).toEqual(["paused", "interruptedInWebui"]);
  expect(countsOf(one, id)).toMatchObject({ drawn: 3, waiting: 7, failed: 0 });
  expect(one.webuis[0]?.drawn).toHaveLength(4);

  await one.studio.drawing.control.resume(id);
  expect((await one.studio.settled(id)).problem).toBe(null);
  expect(countsOf(one, id)).toMatchObject({ drawn: 10 });
});

test("stopped after the picture in the making: it is kept, and the sweep waits", async () => {
  const one = await scene([{ misbehave: (request) => (request === 4 ? "stopAfter" : null) }]);
  const id = await one.start();
  expect((await one.studio.settled(id)).state).toBe("paused");
  expect(countsOf(one, id)).toMatchObject({ drawn: 4, waiting: 6 });
});

test("Skip in the WebUI: that picture is left out and told, the others are drawn, and it is drawn when asked for", async () => {
  const one = await scene([{ misbehave: (request) => (request === 4 ? "skip" : null) }]);
  const id = await one.start();
  expect((await one.studio.settled(id)).state).toBe("done");
  expect(countsOf(one, id)).toMatchObject({ drawn: 9, failed: 1 });
  expect(problemsOf(one, id)).toEqual(["skippedInWebui"]);

  expect((await one.studio.drawing.control.redraw(id, null)).count).toBe(1);
  await one.studio.settled(id);
  expect(countsOf(one, id)).toMatchObject({ drawn: 10, failed: 0 });
});

test("an Interrupt in one of two WebUIs pauses the sweep: the other finishes its picture and begins no other", async () => {
  const one = await scene(
    [{ milliseconds: 4 }, { milliseconds: 4, misbehave: (request) => (request === 3 ? "interrupt" : null) }],
    { loras: 4 },
  );
  const id = await one.start({ seeds: "1-6" });
  expect((await one.studio.settled(id)).state).toBe("paused");
  const drawn = one.webuis.map((webui) => webui.drawn.length);
  await new Promise((go) => setTimeout(go, 30));
  expect(one.webuis.map((webui) => webui.drawn.length)).toEqual(drawn);
  expect(countsOf(one, id)).toMatchObject({ wrong: 0, failed: 0 });
});

test("a batch that is only compared and is interrupted counts as an interrupt too, and is compared later", async () => {
  let isMeddled = true;
  const one = await scene(
    [{ milliseconds: 15, misbehave: (_, { batchSize }) => (isMeddled && batchSize > 1 ? "interrupt" : null) }],
    { loras: 8 },
  );
  const id = await one.start({ seeds: "1-4", batchSize: null });
  expect((await one.studio.settled(id)).state).toBe("paused");

  isMeddled = false;
  const before = one.webuis[0]?.batches.length ?? 0;
  await one.studio.drawing.control.resume(id);
  expect((await one.studio.settled(id)).state).toBe("done");
  expect(countsOf(one, id)).toMatchObject({ drawn: 68, wrong: 0 });
  expect(Math.max(...(one.webuis[0]?.batches.slice(before) ?? []))).toBeGreaterThan(1);
});

test("pause after the picture in the making, resume, and nothing is drawn twice", async () => {
  const one = await scene([{ milliseconds: 15 }]);
  const id = await one.start();
  while ((one.webuis[0]?.drawn.length ?? 0) < 3) await new Promise((go) => setTimeout(go, 2));
  await one.studio.drawing.control.pause(id);
  expect(oneSweep(one.studio.database, id).state).toBe("paused");
  const soFar = countsOf(one, id).drawn;
  expect(one.webuis[0]?.drawn).toHaveLength(soFar);

  await one.studio.drawing.control.resume(id);
  expect((await one.studio.settled(id)).state).toBe("done");
  expect(new Set(one.webuis[0]?.drawn).size).toBe(10);
  expect(one.webuis[0]?.drawn).toHaveLength(10);
});

test("an engine that ends in the middle leaves a sweep that the next one goes on with", async () => {
  const one = await scene([{ milliseconds: 15 }]);
  const id = await one.start();
  while ((one.webuis[0]?.drawn.length ?? 0) < 4) await new Promise((go) => setTimeout(go, 2));
  await open.pop()?.close();

  const next = await testStudio(one.studio.folder, one.webuis);
  open.push(next);
  expect((await next.settled(id)).state).toBe("done");
  const drawn = one.webuis[0]?.drawn ?? [];
  // The one in the making was thrown away with the engine; none that was kept is drawn again.
  expect(drawn.length - new Set(drawn).size).toBeLessThanOrEqual(1);
});

test("two WebUIs share the work, each with LoRAs of its own", async () => {
  const one = await scene([{ milliseconds: 4 }, { milliseconds: 4 }], { loras: 4 });
  const id = await one.start({ seeds: "1-6" });
  await one.studio.settled(id);

  expect(countsOf(one, id)).toMatchObject({ drawn: 54, wrong: 0 });
  const [a = 0, b = 0] = one.webuis.map(({ drawn }) => drawn.length);
  // One cell is drawn by both, to be compared.
  expect(a + b).toBe(55);
  expect(Math.min(a, b)).toBeGreaterThan(10);
});

test("a second WebUI that draws the same cell differently takes no part", async () => {
  const one = await scene([{ milliseconds: 4 }, { milliseconds: 4, shift: 15 }]);
  const id = await one.start({ seeds: "1-6" });
  await one.studio.settled(id);
  // Whoever was first draws; the other has drawn the one cell that was compared.
  expect(one.webuis.map(({ drawn }) => drawn.length).sort((a, b) => a - b)).toEqual([1, 30]);
  expect(countsOf(one, id)).toMatchObject({ drawn: 30 });
});

test("a WebUI that goes away gives its work back to the other", async () => {
  const one = await scene([
    { milliseconds: 4 },
    { milliseconds: 4, misbehave: (request) => (request > 3 ? "offline" : null) },
  ]);
  const id = await one.start({ seeds: "1-6" });
  expect((await one.studio.settled(id)).state).toBe("done");
  expect(countsOf(one, id)).toMatchObject({ drawn: 30, failed: 0 });
});

test("seeds that count up are drawn in one request where that gives the same pictures, else alone", async () => {
  const same = await scene([{ milliseconds: 15 }], { loras: 8 });
  const id = await same.start({ seeds: "1-4", batchSize: null });
  await same.studio.settled(id);
  // Controls alone, once more together, then each LoRA and strength in one request.
  expect(same.webuis[0]?.batches.filter((count) => count > 1).length).toBeGreaterThanOrEqual(4);
  expect(countsOf(same, id)).toMatchObject({ drawn: 68 });

  const other = await scene([{ milliseconds: 15, batchDiffers: true }], { loras: 8 });
  const second = await other.start({ seeds: "1-4", batchSize: null });
  await other.studio.settled(second);
  expect(other.webuis[0]?.batches.filter((count) => count > 1)).toHaveLength(1);
  expect(countsOf(other, second)).toMatchObject({ drawn: 68 });
});

test("a WebUI that writes no hashes: pictures that differ from the control are kept, and said not to be proven", async () => {
  const one = await scene([{ writesHashes: false }]);
  const id = await one.start();
  await one.studio.settled(id);
  expect(countsOf(one, id)).toMatchObject({ drawn: 10, wrong: 0 });
  expect(new Set(problemsOf(one, id))).toEqual(new Set(["notProvable"]));
});

test("while something trains on the card, nothing is drawn; then it goes on", async () => {
  let isHeld = true;
  const one = await scene([{}], { isHeld: () => isHeld });
  const id = await one.start();
  await new Promise((go) => setTimeout(go, 60));
  expect(one.webuis[0]?.drawn).toEqual([]);
  expect(one.studio.drawing.live.get(id)?.pool.webuis()).toMatchObject([{ state: "queued" }]);
  isHeld = false;
  expect((await one.studio.settled(id)).state).toBe("done");
});

test("no WebUI: the sweep waits with the reason, and a resume goes on", async () => {
  let isGone = true;
  const one = await scene([{ misbehave: () => (isGone ? "offline" : null) }]);
  const id = await one.start();
  await one.studio.settled(id);
  isGone = false;
  await one.studio.drawing.control.redraw(id, null);
  await one.studio.settled(id);
  expect(countsOf(one, id)).toMatchObject({ drawn: 10 });
});

test("cells by revision: only what changed since", async () => {
  const one = await scene([{}]);
  const id = await one.start();
  await one.studio.settled(id);
  const { revisions } = one.studio.drawing;
  const before = revisions.now();
  expect(cellsOf(one, id).since(before)).toEqual([]);
  const meant = { ...one.settings, seeds: "1, 2, 3" };
  await one.studio.drawing.control.change(id, { settings: meant, facts: await factsOf(meant), wanted: null });
  await one.studio.settled(id);
  expect(cellsOf(one, id).since(before)).toHaveLength(18);
  const after = revisions.now();
  await one.studio.drawing.control.redraw(id, [0]);
  await one.studio.settled(id);
  // The control is one picture that two rows show.
  expect(
    new Set(
      cellsOf(one, id)
        .since(after)
        .map(({ index }) => index),
    ),
  ).toEqual(new Set([0, 9]));
});
