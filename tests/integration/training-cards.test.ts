import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { standInCards } from "../support/cards.js";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { shortTraining, standIn, trainingRooms, until } from "../support/training.js";

const newFolder = temporaryFolders();
const openRoom = trainingRooms();

const { PATH } = process.env;
let cardsPath = "";
beforeEach(async () => {
  const name = "NVIDIA GeForce RTX 3090";
  cardsPath = await standInCards(await newFolder(), [
    { name, free: 24_000 },
    { name, free: 2_000 },
  ]);
  process.env.PATH = cardsPath;
  Object.assign(process.env, standIn({ secondsPerStep: 0.02 }));
});
afterEach(() => {
  process.env.PATH = PATH;
});

type Room = ReturnType<typeof openRoom>;

/** A room with a plan, whose runs each have a name of their own. */
async function roomWithPlan() {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config } = await shortTraining(work, { max_train_steps: 40, save_every_n_steps: 20 });
  const room = openRoom(home);
  const { plan } = await room["planning/import"]({ path: config });
  const start = async (gpus?: number[]): Promise<number> => {
    const rename = { rehearsal: true, whenThere: "rename" as const };
    return (await room["training/start"]({ plan, ...rename, ...(gpus ? { gpus } : {}) })).runId;
  };
  return { home, config, room, plan, start };
}

const allEnded = (room: Room) =>
  until(async () => {
    const { runs } = await room["training/runs"]({});
    return runs.every(({ state }) => state !== "queued" && state !== "running") ? runs.toReversed() : null;
  });
const timesOf = ({ started, ended }: { started: string | null; ended: string | null }) => ({
  from: Date.parse(started ?? ""),
  to: Date.parse(ended ?? ""),
});

test("two runs on two cards are at work at once, and each sees its own; two on one follow each other", async () => {
  const { home, room, start } = await roomWithPlan();
  await room["training/queue"]({ paused: true });
  for (const gpus of [undefined, [1], [1], undefined]) await start(gpus);
  await room["training/queue"]({ paused: false });
  const runs = await allEnded(room);

  expect(runs.map(({ state }) => state)).toEqual(["succeeded", "succeeded", "succeeded", "succeeded"]);
  const [first, second, third, fourth] = runs.map(timesOf);
  expect(second?.from).toBeLessThan(first?.to ?? 0);
  expect(first?.from).toBeLessThan(second?.to ?? 0);
  expect(third?.from).toBeGreaterThanOrEqual(second?.to ?? Number.POSITIVE_INFINITY);
  expect(fourth?.from).toBeGreaterThanOrEqual(first?.to ?? Number.POSITIVE_INFINITY);
  const environments = await Promise.all(
    [1, 2].map(async (id) => {
      const text = await readFile(join(home, "runs", String(id), "command.json"), "utf8");
      const { CUDA_VISIBLE_DEVICES: cards, CUDA_DEVICE_ORDER: order } = Object(JSON.parse(text)).environment;
      return [cards, order];
    }),
  );
  expect(environments).toEqual([
    [undefined, undefined],
    ["1", "PCI_BUS_ID"],
  ]);
  expect(runs.map(({ scheduling }) => scheduling.gpus)).toEqual([null, [1], [1], null]);
});

test("a paused queue starts nothing on any card; the order is kept when it goes on", async () => {
  const { room, start } = await roomWithPlan();
  const first = await start();
  await until(async () => (await room["training/run"]({ id: first })).state === "running");
  await room["training/queue"]({ paused: true });
  const [second, third] = [await start([1]), await start([1])];
  await room["training/queue"]({ order: [third, second] });
  await until(async () => (await room["training/run"]({ id: first })).state === "succeeded");
  expect((await room["training/queue"]({})).waiting).toEqual([third, second]);
  await room["training/queue"]({ paused: false });
  const runs = await allEnded(room);
  const byId = (id: number) => timesOf(runs.find((run) => run.id === id) ?? { started: null, ended: null });
  expect(byId(second).from).toBeGreaterThanOrEqual(byId(third).to);
});

test("a card that is not there is refused with those there are; what is free is asked of the named one", async () => {
  const { home, config, room, plan } = await roomWithPlan();
  await expect(room["training/start"]({ plan, rehearsal: true, gpus: [4] })).rejects.toThrow(
    "GPU 4 is not here; there are: 0 (NVIDIA GeForce RTX 3090), 1 (NVIDIA GeForce RTX 3090).",
  );
  const rules = async (gpus?: number[]) => {
    const found = await room["training/preflight"]({ plan, ...(gpus ? { gpus } : {}) });
    return found.problems.map(({ rule }) => rule);
  };
  expect(await rules([1])).toContain("memoryTaken");
  for (const gpus of [undefined, [0]]) expect(await rules(gpus)).not.toContain("memoryTaken");

  const environment = { ...standIn(), PATH: cardsPath };
  const listed = await atelier(home, ["train", "cards"], environment);
  expect(listed.stdout).toContain("1  NVIDIA GeForce RTX 3090  2.0 of 24.0 GiB free");
  const shown = await atelier(home, ["train", config, "--gpu", "0,1", "--dry-run", "--json"], environment);
  expect(JSON.parse(shown.stdout).command).toContain("--multi_gpu --num_processes 2");
  const wrong = await atelier(home, ["train", config, "--gpu", "first"], environment);
  expect([wrong.code === 0, wrong.stderr]).toEqual([false, expect.stringContaining("--gpu expects numbers")]);
});

test("without cards a choice is refused, and everything waits for the one processor", async () => {
  process.env.PATH = "/nowhere";
  const { room, plan, start } = await roomWithPlan();
  await expect(room["training/start"]({ plan, rehearsal: true, gpus: [0] })).rejects.toThrow(/nvidia-smi shows none/);
  await start();
  await start();
  const [first, second] = (await allEnded(room)).map(timesOf);
  expect(second?.from).toBeGreaterThanOrEqual(first?.to ?? Number.POSITIVE_INFINITY);
});
