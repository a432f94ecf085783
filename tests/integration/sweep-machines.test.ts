import { readdir } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { cellsOf, clientOf, untilDone, untilMachines } from "../support/machine-sweep.js";
import { machinesEnvironment, testMachines } from "../support/machines.js";
import { redisProgram, startRedis, type TestRedis } from "../support/redis-server.js";
import { sidecars } from "../support/sidecar.js";
import { plantLora, type StandInWebui, startStandInWebui } from "../support/stand-in-webui.js";
import { sweepSettings } from "../support/sweep-drawing.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startSidecar = sidecars();
const startMachine = testMachines();
// 2 files × 2 strengths × 4 seeds, and 4 controls.
const PICTURES = 20;

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
  const sidecar = await startSidecar(await newFolder(), machinesEnvironment(redis.url));
  const machines = await Promise.all(
    names.map(async (name) => {
      const webui = await newWebui(secondsPerPicture);
      const words = ["--name", name, "--roles", "sweep", "--webui", webui.url];
      return { webui, machine: await startMachine(await newFolder(), redis.url, { words }) };
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
  return sweepSettings({ loras, strengths: "0.5, 1", seeds: "1-4", batchSize: 1, rehearsal: true });
}

if (redisProgram === null) test.skip("several machines: no redis-server was found", () => {});
else {
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  test("what two machines draw, one killed in the middle, is what one WebUI draws, cell for cell; nothing of the studio's stays", async () => {
    const settings = await planted(await newFolder());
    const [alone, { client, machines }] = await Promise.all([drawnAlone(settings), studioWith(["left", "right"], 0.3)]);
    const [left, right] = machines;
    await client.call("sweep/start", { settings: { ...settings, webuis: ["left", "machine-right"] } });
    while (((await right?.webui.drawn()) ?? []).length < 1) await wait(20);
    await right?.machine.kill();
    const sweep = await untilDone(client, 1);
    expect([sweep.state, sweep.counts]).toEqual([
      "done",
      expect.objectContaining({ drawn: PICTURES, wrong: 0, failed: 0 }),
    ]);
    expect(await cellsOf(client, 1)).toEqual(alone);
    const [first] = Array.isArray(sweep.drawnBy) ? sweep.drawnBy : [];
    expect(first).toMatchObject({ title: "left" });
    // Of the machine that is there; the other's are taken away after a later sweep.
    while ((await readdir(left?.webui.loraFolder ?? "")).length > 0) await wait(50);
  }, 90_000);
}
