import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { hubStandIns } from "../support/hub-stand-in.js";
import { drawPictures } from "../support/pictures.js";
import { sidecars } from "../support/sidecar.js";
import { connect } from "../support/socket-client.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startHub = hubStandIns();
const start = sidecars();
const name = "wd-vit-tagger-v3";
const weights = randomBytes(2_000_000);
const files = {
  [`SmilingWolf/${name}/model.onnx`]: weights,
  [`SmilingWolf/${name}/selected_tags.csv`]: Buffer.from("tag_id,name,category,count\n1,general,9,0\n"),
};

type Client = Awaited<ReturnType<typeof connect>>;

async function client(home: string, environment: NodeJS.ProcessEnv, headers = {}) {
  const sidecar = await start(home, environment);
  const connection = await connect(sidecar.port, sidecar.token, headers);
  await connection.call("initialize", { protocol: 1, client: "test" });
  return { ...connection, kill: sidecar.kill };
}

/** Asks for the job until it is as wanted. */
async function until(
  { call }: Pick<Client, "call">,
  jobId: unknown,
  wanted: (job: Record<string, unknown>) => boolean,
): Promise<Record<string, unknown>> {
  for (;;) {
    const job = await call("job/get", { jobId });
    if (wanted(job)) return job;
    // It would be waited for in vain.
    if (ended(job)) throw new Error(`the job is not as wanted, and ended: ${JSON.stringify(job)}`);
    await wait(20);
  }
}

const ended = ({ state }: Record<string, unknown>): boolean => state !== "running";
const bytesOf = ({ amount }: Record<string, unknown>): number => Number(Object(amount).done ?? 0);

test("a download tells its bytes, lets a tagging job run beside it, can be cancelled and goes on where it was", async () => {
  const hub = await startHub({ files, pauseMs: 2000 });
  const [home, cache, folder] = [await newFolder(), await newFolder(), await newFolder()];
  await drawPictures(folder, 1);
  const studio = await client(home, { HF_ENDPOINT: hub.endpoint, HF_HOME: cache });

  const { jobId } = await studio.call("tagging/download", { model: name });
  const again = await studio.call("tagging/download", { model: `SmilingWolf/${name}` });
  const tagging = await studio.call("tagging/start", { folder });
  const tagged = await until(studio, tagging.jobId, ended);
  // Slow enough until here, however busy this machine is.
  hub.options.pauseMs = 300;
  const running = await until(studio, jobId, (job) => bytesOf(job) > 500_000);
  await studio.call("job/cancel", { jobId });
  const cancelled = await until(studio, jobId, ended);
  hub.options.pauseMs = 0;
  const next = await studio.call("tagging/download", { model: name });
  const done = await until(studio, next.jobId, ended);

  expect(again).toEqual({ jobId });
  expect(tagged).toMatchObject({ state: "done", done: 1 });
  expect(running).toMatchObject({ state: "running", kind: "download", amount: { unit: "bytes" } });
  expect(studio.changes.some((change) => change.jobId === jobId && Object(change).amount?.done > 0)).toBe(true);
  expect(cancelled).toMatchObject({ state: "cancelled" });
  expect(done).toMatchObject({ state: "done", done: 2, total: 2 });
  expect(Number(/\d+/.exec(String(hub.seen.at(-1)?.range))?.[0])).toBeGreaterThan(500_000);
});

test("a sidecar that was killed takes its download up again when it is back", async () => {
  const hub = await startHub({ files, pauseMs: 300 });
  const [home, cache] = [await newFolder(), await newFolder()];
  const environment = { HF_ENDPOINT: hub.endpoint, HF_HOME: cache };
  const first = await client(home, environment);
  const { jobId } = await first.call("tagging/download", { model: name });
  await until(first, jobId, (job) => bytesOf(job) > 500_000);
  await first.kill();
  hub.options.pauseMs = 0;

  const second = await client(home, environment);
  const done = await until(second, jobId, ended);

  const { models } = await second.call("tagging/models", {});
  const model = Array.isArray(models) ? models.find((one) => one.name === name) : null;
  const sent = hub.seen.filter(({ server }) => server === "cdn");
  expect(done).toMatchObject({ state: "done", done: 2 });
  expect(sent).toHaveLength(2);
  expect(sent[1]?.bytes).toBeLessThan(weights.length - 500_000);
  expect(weights.equals(await readFile(join(model.where, "model.onnx")))).toBe(true);
});

test("a client that may be anybody downloads nothing and learns no folder", async () => {
  const hub = await startHub({ files });
  const [home, cache, folder] = [await newFolder(), await newFolder(), await newFolder()];
  await drawPictures(folder, 1);
  const environment = { HF_ENDPOINT: hub.endpoint, HF_HOME: cache, ATELIER_ROOTS: folder };
  const visitor = await client(home, environment, { "x-atelier-exposed": "1" });
  const refusal = (method: string, params: object): Promise<unknown> =>
    visitor.call(method, params).then(
      () => "it worked",
      (error: unknown) => Object(error).data?.code,
    );

  const { models } = await visitor.call("tagging/models", {});

  expect(await refusal("tagging/download", { model: name })).toBe("notAllowed");
  expect(await refusal("tagging/start", { folder, models: [{ model: name }] })).toBe("notAllowed");
  expect(JSON.stringify(models)).toContain(name);
  expect(JSON.stringify(models)).not.toContain("where");
  expect(hub.seen).toEqual([]);
  expect(await readdir(cache)).toEqual([]);
});
