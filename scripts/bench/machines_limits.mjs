// What one studio can take from many machines, each part by itself: pictures written into its database, ids put into Redis, files
// fetched from its door and results brought to it. Prints JSON. Build first: npm run build.
//   node scripts/bench/machines_limits.mjs [--redis redis://127.0.0.1:6379] [--rows 100000] [--tasks 20000]
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createJob, itemTable } from "../../dist/sidecar/host/jobs/job-store.js";
import { ownProcessors } from "../../dist/sidecar/host/own-processors.js";
import { openDoor } from "../../dist/sidecar/machines/door/door.js";
import { createMachines } from "../../dist/sidecar/machines/door/machines.js";
import { createOfferedFiles } from "../../dist/sidecar/machines/door/offered-files.js";
import { createShares } from "../../dist/sidecar/machines/door/shares.js";
import { createTasks } from "../../dist/sidecar/machines/door/tasks.js";
import { queueAddress } from "../../dist/sidecar/machines/queue/queue-address.js";
import { shardLine } from "../../dist/sidecar/machines/queue/shard-line.js";
import { openTaskQueue } from "../../dist/sidecar/machines/queue/task-queue.js";
import { openDatabase, transaction } from "../../dist/sidecar/store/database.js";
import { putPicture } from "../../dist/sidecar/sweep/cells/picture-table.js";

const { values } = parseArgs({
  options: {
    redis: { type: "string" },
    rows: { type: "string", default: "100000" },
    tasks: { type: "string", default: "20000" },
  },
});
const MACHINES = 1000;
const [ROWS, TASKS] = [values.rows, values.tasks].map(Number);
const folder = mkdtempSync(join(tmpdir(), "machines-limits-"));
const perSecond = (count, began) => Math.round(count / ((performance.now() - began) / 1000));
const infotext = `okara, 1girl, ${"long hair, ".repeat(20)}\nNegative prompt: ${"lowres, ".repeat(20)}\nSteps: 20, Sampler: Euler a, Seed: 1`;

/** As a sweep's ledger does it: the picture and its item in one transaction. */
function rows() {
  const state = join(folder, "state");
  mkdirSync(state);
  const database = openDatabase(state);
  const job = createJob(
    database,
    "sweep",
    {},
    Array.from({ length: ROWS }, (_, index) => ({ item: { index, key: `${index}`, group: 0 } })),
  );
  const table = itemTable(database, job);
  const began = performance.now();
  for (let index = 0; index < ROWS; index += 1) {
    const key = createHash("sha256").update(String(index)).digest("hex");
    transaction(database, () => {
      putPicture(
        database,
        {
          key,
          state: "drawn",
          content: key,
          width: 512,
          height: 768,
          infotext,
          proof: null,
          problem: null,
          detail: null,
          webui: "machine-1",
          drawn: new Date(0).toISOString(),
          seconds: 3,
          own: 5,
          attempts: 1,
          revision: index,
        },
        null,
      );
      table.settle(index, { state: "done", result: { state: "drawn" } });
    });
  }
  const rate = perSecond(ROWS, began);
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  const bytes = statSync(join(state, "state.sqlite"), { throwIfNoEntry: false })?.size ?? null;
  database.close();
  return { picturesASecond: rate, megabytesAMillion: bytes === null ? null : Math.round(bytes / ROWS) };
}

async function redis() {
  if (!values.redis) return null;
  const { Redis } = await import("ioredis");
  const address = queueAddress(`${values.redis}?name=limits-${process.pid}`);
  const client = new Redis(address.connection);
  const used = async () => Number(/used_memory:(\d+)/.exec(await client.info("memory"))?.[1]);
  const queue = await openTaskQueue(address);
  // A line of its own for each machine and role.
  const lines = Array.from({ length: MACHINES }, (_, index) => shardLine("tag", `machine${index}`));
  const before = await used();
  for (const line of lines) await queue.put(line, "first");
  const lineBytes = Math.round(((await used()) - before) / MACHINES);
  const filled = await used();
  const began = performance.now();
  const lanes = Array.from({ length: 50 }, async (_, lane) => {
    for (let task = lane; task < TASKS; task += 50) await queue.put(lines[task % MACHINES], `0123456789ab-0-${task}`);
  });
  await Promise.all(lanes);
  const rate = perSecond(TASKS, began);
  const bytes = Math.round(((await used()) - filled) / TASKS);
  const clients = (await client.client("LIST")).trim().split("\n").length - 1;
  await queue.close();
  const keys = await client.keys(`${address.name}:*`);
  for (let at = 0; at < keys.length; at += 1000) await client.del(...keys.slice(at, at + 1000));
  client.disconnect();
  return { putsASecond: rate, bytesATask: bytes, bytesALine: lineBytes, connectionsOfTheStudio: clients };
}

async function door() {
  const state = join(folder, "door");
  mkdirSync(state);
  const database = openDatabase(state);
  const [tasks, files] = [createTasks(join(state, "incoming")), createOfferedFiles(database)];
  const machines = createMachines();
  const open = await openDoor({
    host: "127.0.0.1",
    port: 0,
    token: "token-of-the-bench",
    machines,
    tasks,
    files,
    shares: createShares({ machines, tasks, studio: { processors: ownProcessors(), worksHere: () => false } }),
    onRefused: () => {},
  });
  const url = `http://127.0.0.1:${open.port}`;
  const headers = { authorization: "Bearer token-of-the-bench" };
  const picture = join(folder, "picture.png");
  writeFileSync(picture, randomBytes(1_500_000));
  const { hash } = await files.offer(picture, {});
  const times = async (count, ask) => {
    const began = performance.now();
    await Promise.all(
      Array.from({ length: 16 }, async (_, lane) => {
        for (let one = lane; one < count; one += 16) await ask(one);
      }),
    );
    return perSecond(count, began);
  };
  const fetched = await times(800, async () => (await fetch(`${url}/files/${hash}`, { headers })).arrayBuffer());
  const bytes = randomBytes(500_000);
  const sent = { ...headers, "x-content-sha256": createHash("sha256").update(bytes).digest("hex") };
  tasks.offer("t", {
    body: "{}",
    outputs: new Map(Array.from({ length: 800 }, (_, index) => [`${index}.png`, 1e9])),
    onResult: async () => {},
  });
  const brought = await times(800, async (one) =>
    (await fetch(`${url}/tasks/t/outputs/${one}.png`, { method: "PUT", body: bytes, headers: sent })).arrayBuffer(),
  );
  const beat = JSON.stringify({ id: "m", host: "h", pid: 1, roles: ["tag"], doing: [] });
  const beats = await times(4000, async () =>
    (
      await fetch(`${url}/beat`, {
        method: "POST",
        body: beat,
        headers: { ...headers, "content-type": "application/json" },
      })
    ).arrayBuffer(),
  );
  await open.close();
  database.close();
  return {
    picturesFetchedASecond: fetched,
    picturesBroughtASecond: brought,
    beatsASecond: beats,
    megabytes: { fetched: 1.5, brought: 0.5 },
  };
}

try {
  console.log(JSON.stringify({ rows: rows(), redis: await redis(), door: await door() }, null, 2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
