import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { drawPictures } from "../support/pictures.js";
import { sidecars } from "../support/sidecar.js";
import { connect } from "../support/socket-client.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const start = sidecars();

async function initialized(port: number, token: string) {
  const client = await connect(port, token);
  await client.call("initialize", { protocol: 1, client: "test" });
  return client;
}

async function untilDone(
  client: Awaited<ReturnType<typeof initialized>>,
  jobId: unknown,
  enough = Number.POSITIVE_INFINITY,
) {
  for (;;) {
    const state = await client.call("job/get", { jobId });
    if (state.state !== "running" || Number(state.done) >= enough) return state;
    await wait(10);
  }
}

test("a job goes on when the page closes, and when the sidecar is killed and started again", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 120);
  const first = await start(home);
  const page = await initialized(first.port, first.token);
  const { jobId } = await page.call("tagging/start", { folder });
  page.close();
  const reloaded = await initialized(first.port, first.token);
  await untilDone(reloaded, jobId, 20);
  // What is committed is followed by its file a moment later.
  while (!existsSync(join(folder, "1.txt"))) await wait(5);
  await first.kill();
  const early = (await stat(join(folder, "1.txt"))).mtimeMs;

  const second = await start(home);
  const client = await initialized(second.port, second.token);
  const state = await untilDone(client, jobId);

  expect(state).toMatchObject({ state: "done", done: 120, failed: 0, total: 120 });
  expect((await stat(join(folder, "1.txt"))).mtimeMs).toBe(early);
  expect((await readFile(join(folder, "120.txt"), "utf8")).length).toBeGreaterThan(0);
  expect(client.changes.length).toBeGreaterThan(0);
});

test("a cancelled job stops, says so, and the same request goes on with it", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 120);
  const { port, token } = await start(home);
  const client = await initialized(port, token);
  const { jobId } = await client.call("tagging/start", { folder });
  await untilDone(client, jobId, 5);

  await client.call("job/cancel", { jobId });
  const cancelled = await untilDone(client, jobId);
  const again = await client.call("tagging/start", { folder });
  const finished = await untilDone(client, again.jobId);

  expect(cancelled.state).toBe("cancelled");
  expect(Number(cancelled.done)).toBeLessThan(120);
  expect(again.jobId).toBe(jobId);
  expect(finished).toMatchObject({ state: "done", done: 120 });
});

test("a command joins the running sidecar, and a second sidecar hands out the first", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 2);
  const first = await start(home);

  const command = await atelier(home, ["tag", folder, "--json"]);
  const second = await start(home);
  const client = await initialized(first.port, first.token);

  expect(JSON.parse(command.stdout).counts.written).toBe(2);
  expect((await client.call("job/list", {})).jobs).toHaveLength(1);
  expect([second.port, second.token]).toEqual([first.port, first.token]);
});
