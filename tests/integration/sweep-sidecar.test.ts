import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { tokenHeader } from "../../sidecar/server/access.js";
import { sidecars } from "../support/sidecar.js";
import { connect } from "../support/socket-client.js";
import { plantLora } from "../support/stand-in-webui.js";
import { sweepSettings } from "../support/sweep-drawing.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const start = sidecars();

const slow = { ATELIER_STAND_IN_WEBUI: "--seconds-per-picture 0.1" };

type Client = Awaited<ReturnType<typeof connect>>;

async function until(
  client: Client,
  done: (sweep: Record<string, unknown>) => boolean,
): Promise<Record<string, unknown>> {
  for (;;) {
    const sweep = await client.call("sweep/get", { id: 1 });
    if (done(sweep)) return sweep;
    await wait(30);
  }
}

const drawnOf = (sweep: Record<string, unknown>): number => Number(Object(sweep.counts).drawn);

test("a sidecar that is killed goes on by itself when it is started again; pause and resume; pictures by their content", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  const lora = await plantLora(folder, "okara-step00001000.safetensors", { kind: "good", seed: 1 });
  const settings = sweepSettings({ loras: [lora], strengths: "0.5, 0.75, 1", seeds: "1, 2, 3", rehearsal: true });
  const first = await start(home, slow);
  const before = await connect(first.port, first.token);
  await before.call("initialize", { protocol: 1, client: "test" });
  await before.call("sweep/start", { settings });
  await until(before, (sweep) => drawnOf(sweep) >= 2);
  await first.kill();

  const second = await start(home, slow);
  const client = await connect(second.port, second.token);
  await client.call("initialize", { protocol: 1, client: "test" });
  await until(client, (sweep) => drawnOf(sweep) >= 5);
  await client.call("sweep/pause", { id: 1 });
  const paused = await client.call("sweep/get", { id: 1 });
  expect(paused).toMatchObject({ state: "paused" });
  await client.call("sweep/resume", { id: 1 });
  const done = await until(client, ({ state }) => state === "done");
  expect(done.counts).toMatchObject({ pictures: 12, drawn: 12, wrong: 0, failed: 0 });
  expect(client.changes.length).toBeGreaterThan(3);

  const { revision, cells } = await client.call("sweep/cells", { id: 1 });
  expect((await client.call("sweep/cells", { id: 1, since: revision })).cells).toEqual([]);
  const [cell] = Array.isArray(cells) ? cells.map(Object) : [];
  const get = (query: string) =>
    fetch(`http://127.0.0.1:${second.port}/files/sweep-picture?${query}`, { headers: { [tokenHeader]: second.token } });
  const whole = await get(`picture=${cell.picture}`);
  expect(whole.headers.get("cache-control")).toContain("immutable");
  const { path } = await client.call("sweep/cell", { id: 1, index: 0 });
  expect(Buffer.from(await whole.arrayBuffer())).toEqual(await readFile(String(path)));
  const small = await sharp(
    Buffer.from(await (await get(`picture=${cell.picture}&size=128`)).arrayBuffer()),
  ).metadata();
  expect([small.format, small.width]).toEqual(["webp", 64]);
  expect((await get(`picture=${"0".repeat(64)}`)).status).toBe(404);
  expect((await get("picture=../../state.sqlite")).status).toBe(400);
  expect(existsSync(join(home, "sweeps", "pictures"))).toBe(true);
});
