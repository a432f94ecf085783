import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { cellsOf, clientOf, untilDone, untilMachines } from "../support/machine-sweep.js";
import { machinesEnvironment, type TestMachine, testMachines } from "../support/machines.js";
import { redisProgram, startRedis, type TestRedis } from "../support/redis-server.js";
import { sidecars } from "../support/sidecar.js";
import { plantLora, type StandInWebui, startStandInWebui } from "../support/stand-in-webui.js";
import { sweepSettings } from "../support/sweep-drawing.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startSidecar = sidecars();
const startMachine = testMachines();
// 6 files × 7 strengths × 7 seeds, and 7 controls.
const PICTURES = 301;
const NAMES = ["one", "two", "three"] as const;
const FREEZE_MS = 12_000;

const webuis: StandInWebui[] = [];
afterEach(async () => {
  for (const webui of webuis.splice(0)) await webui.stop();
});

async function newWebui(secondsPerPicture: number): Promise<StandInWebui> {
  const webui = await startStandInWebui({ home: await newFolder(), secondsPerPicture });
  webuis.push(webui);
  return webui;
}

let redis: TestRedis;

async function planted() {
  const [folder, loras]: [string, string[]] = [await newFolder(), []];
  for (let step = 1; step <= 6; step += 1)
    loras.push(await plantLora(folder, `okara-step0000${step}000.safetensors`, { kind: "good", seed: step }));
  return sweepSettings({ loras, strengths: "0.4-1(+0.1)", seeds: "1-7", batchSize: 1, rehearsal: true });
}

type Settings = Awaited<ReturnType<typeof planted>>;

async function drawnAlone(settings: Settings): Promise<string[]> {
  const [webui, sidecar] = [await newWebui(0), await startSidecar(await newFolder())];
  const client = await clientOf(sidecar);
  await client.call("webui/connect", { address: webui.url });
  await client.call("sweep/start", { settings: { ...settings, webuis: [webui.url] } });
  await untilDone(client, 1);
  return cellsOf(client, 1);
}

if (redisProgram === null) test.skip("several machines: no redis-server was found", () => {});
else {
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  test("300 cells on three machines that are killed and frozen, with a Redis that forgets and a studio that is killed: what one WebUI draws, cell for cell", async () => {
    const settings = await planted();
    const alone = await drawnAlone(settings);
    const home = await newFolder();
    let sidecar = await startSidecar(home, machinesEnvironment(redis.url));
    const machines = await Promise.all(
      NAMES.map(async (name) => {
        const [webui, folder] = [await newWebui(0.25), await newFolder()];
        const words = ["--name", name, "--roles", "sweep", "--webui", webui.url];
        const start = (): Promise<TestMachine> => startMachine(folder, redis.url, { words });
        return { webui, start, machine: await start() };
      }),
    );
    const [one, two] = machines;
    let client = await clientOf(sidecar);
    await untilMachines(client, NAMES);
    await client.call("sweep/start", { settings: { ...settings, webuis: NAMES.map((name) => `machine-${name}`) } });

    const faults: (() => Promise<void>)[] = [
      async () => {
        await one?.machine.kill();
        if (one) one.machine = await one.start();
      },
      async () => {
        two?.machine.signal("SIGSTOP");
        await wait(FREEZE_MS);
        two?.machine.signal("SIGCONT");
      },
      () => redis.restart(),
      async () => {
        await sidecar.kill();
        sidecar = await startSidecar(home, machinesEnvironment(redis.url));
        client = await clientOf(sidecar);
      },
    ];
    let done = 0;
    for (let drawn = 0; ; ) {
      const { state, counts } = await client.call("sweep/get", { id: 1 });
      if (state !== "drawing") break;
      // Each after some dozens of pictures, so that all of them come while there is something to draw.
      if (done < 2 * faults.length && Object(counts).drawn >= drawn + 25) {
        await faults[done % faults.length]?.();
        done += 1;
        drawn = Object((await client.call("sweep/get", { id: 1 })).counts).drawn;
      }
      await wait(100);
    }
    const sweep = await untilDone(client, 1);
    expect([sweep.state, sweep.counts, sweep.problem]).toEqual([
      "done",
      expect.objectContaining({ pictures: PICTURES, drawn: PICTURES, wrong: 0, failed: 0, waiting: 0 }),
      null,
    ]);
    expect(await cellsOf(client, 1)).toEqual(alone);
    const lines = (await Promise.all(machines.map(({ webui }) => webui.drawn()))).flat();
    expect(new Set(lines.map(({ seed, prompt }) => `${seed} ${prompt}`)).size).toBe(PICTURES);
    process.stderr.write(
      `${done} faults; drawn ${lines.length} times for ${PICTURES} pictures; ${JSON.stringify(sweep.drawnBy)}\n`,
    );
    // What was in the making at a fault, and what is compared when a machine comes back.
    expect(lines.length - PICTURES).toBeLessThanOrEqual(done * 2 * NAMES.length);
  }, 900_000);
}
