import { readdir } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { cellsOf, clientOf, untilDone, untilMachines } from "../support/machine-sweep.js";
import { machineWorkers } from "../support/machine-worker.js";
import { redisProgram, startRedis, type TestRedis } from "../support/redis-server.js";
import { sidecars } from "../support/sidecar.js";
import { plantLora, type StandInWebui, startStandInWebui } from "../support/stand-in-webui.js";
import { sweepSettings } from "../support/sweep-drawing.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startSidecar = sidecars();
const startWorker = machineWorkers();
const TOKEN = "token-of-the-test";
// 2 files × 2 strengths × 2 seeds, and 2 controls.
const PICTURES = 10;

const webuis: StandInWebui[] = [];
afterEach(async () => {
  for (const webui of webuis.splice(0)) await webui.stop();
});

async function newWebui(secondsPerPicture = 0): Promise<StandInWebui> {
  const webui = await startStandInWebui({ home: await newFolder(), secondsPerPicture });
  webuis.push(webui);
  return webui;
}

let redis: TestRedis;

/** A studio, and machines with a WebUI each. */
async function studioWith(names: readonly string[], secondsPerPicture: number) {
  const environment = {
    ATELIER_REDIS_URL: redis.url,
    ATELIER_MACHINES_LISTEN: "127.0.0.1:0",
    ATELIER_WORKER_TOKEN: TOKEN,
  };
  const sidecar = await startSidecar(await newFolder(), environment);
  const machines = await Promise.all(
    names.map(async (name) => {
      const webui = await newWebui(secondsPerPicture);
      const start = { home: await newFolder(), redis: redis.url, token: TOKEN, name, webui: webui.url };
      return { name, webui, start, worker: startWorker(start) };
    }),
  );
  const client = await clientOf(sidecar);
  await untilMachines(client, names);
  return { client, machines };
}

/** The same sweep by a studio without machines. */
async function drawnAlone(settings: ReturnType<typeof sweepSettings>): Promise<string[]> {
  const [webui, sidecar] = await Promise.all([newWebui(), newFolder().then((home) => startSidecar(home))]);
  const client = await clientOf(sidecar);
  await client.call("webui/connect", { address: webui.url });
  await client.call("sweep/start", { settings: { ...settings, webuis: [webui.url] } });
  await untilDone(client, 1);
  return cellsOf(client, 1);
}

async function planted(folder: string) {
  const loras = [];
  for (const step of [1, 2])
    loras.push(await plantLora(folder, `okara-step0000${step}000.safetensors`, { kind: "good", seed: step }));
  return sweepSettings({ loras, strengths: "0.5, 1", seeds: "1, 2", batchSize: 1, rehearsal: true });
}

const drawnBy = (sweep: Record<string, unknown>): unknown[] =>
  (Array.isArray(sweep.drawnBy) ? sweep.drawnBy : []).map((one) => Object(one).title).sort();

if (redisProgram === null) test.skip("several machines: no redis-server was found", () => {});
else {
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  test("what two machines draw is what one WebUI draws, cell for cell, and nothing of the studio's stays with them", async () => {
    const settings = await planted(await newFolder());
    const [alone, { client, machines }] = await Promise.all([
      drawnAlone(settings),
      studioWith(["left", "right"], 0.15),
    ]);
    await client.call("sweep/start", { settings: { ...settings, webuis: ["left", "machine-right"] } });
    const sweep = await untilDone(client, 1);
    expect([sweep.state, sweep.counts]).toEqual([
      "done",
      expect.objectContaining({ drawn: PICTURES, wrong: 0, failed: 0 }),
    ]);
    expect(drawnBy(sweep)).toEqual(["left", "right"]);
    expect(await cellsOf(client, 1)).toEqual(alone);

    const lines = (await Promise.all(machines.map((one) => one.webui.drawn()))).flat();
    // One cell is drawn by both, to be compared.
    expect(lines.length).toBe(PICTURES + 1);
    const left = async () => (await Promise.all(machines.map((one) => readdir(one.webui.loraFolder)))).flat();
    while ((await left()).length > 0) await wait(50);
  }, 60_000);
}
