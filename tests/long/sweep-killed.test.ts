import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { protocolVersion } from "../../protocol/validate.js";
import type { DrawnLine } from "../../sidecar/rehearsal/webui/state/webui-state.js";
import { sidecars } from "../support/sidecar.js";
import { connect } from "../support/socket-client.js";
import { plantLora } from "../support/stand-in-webui.js";
import { sweepSettings } from "../support/sweep-drawing.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const start = sidecars();

const KILLS = 8;
// 4 files × 4 strengths × 4 seeds, and 4 controls.
const PICTURES = 68;

test("a sidecar that is killed eight times, a WebUI that restarts each time it has drawn a dozen: no finished cell is drawn again", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  const loras = [];
  for (let step = 1; step <= 4; step += 1) {
    loras.push(await plantLora(folder, `okara-step0000${step}000.safetensors`, { kind: "good", seed: step }));
  }
  const settings = sweepSettings({ loras, strengths: "0.25-1(+0.25)", seeds: "1-4", batchSize: 1, rehearsal: true });
  const log = join(tmpdir(), `atelier-killed-${process.pid}.jsonl`);
  const environment = { ATELIER_STAND_IN_WEBUI: `--log ${log} --seconds-per-picture 0.05 --misbehave restart:13` };
  const drawn = async (): Promise<string[]> => {
    const text = await readFile(log, "utf8").catch(() => "");
    const lines = text.split("\n").filter((line) => line !== "");
    return lines.map((line): DrawnLine => JSON.parse(line)).map(({ seed, prompt }) => `${seed} ${prompt}`);
  };
  const finished = new Map<number, string>();
  for (let life = 0; ; life += 1) {
    const sidecar = await start(home, environment);
    const client = await connect(sidecar.port, sidecar.token);
    await client.call("initialize", { protocol: protocolVersion, client: "test" });
    if (life === 0) await client.call("sweep/start", { settings });
    const cells = async () => {
      const told = (await client.call("sweep/cells", { id: 1 })).cells;
      return Array.isArray(told) ? told.map(Object) : [];
    };
    // What was finished before the kill is there, as it was.
    const now = new Map((await cells()).map(({ index, picture }) => [Number(index), String(picture)]));
    for (const [index, picture] of finished) expect([index, now.get(index)]).toEqual([index, picture]);
    const before = Object((await client.call("sweep/get", { id: 1 })).counts).drawn;
    for (;;) {
      const { state, counts } = await client.call("sweep/get", { id: 1 });
      if (state !== "drawing") break;
      if (life < KILLS && Object(counts).drawn >= before + 3 + (life % 3)) break;
      await wait(20);
    }
    for (const { index, state, picture } of await cells()) if (state === "drawn") finished.set(index, picture);
    const { state, counts } = await client.call("sweep/get", { id: 1 });
    if (state !== "drawing") {
      expect([state, counts]).toEqual(["done", expect.objectContaining({ drawn: PICTURES, wrong: 0, failed: 0 })]);
      break;
    }
    await sidecar.kill();
  }
  const lines = await drawn();
  expect(new Set(lines).size).toBe(PICTURES);
  // At most what was in the making: one that was drawn, and those that were just being looked at.
  expect(lines.length - PICTURES).toBeLessThanOrEqual(KILLS * 3);
}, 600_000);
