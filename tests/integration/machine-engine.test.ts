import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { createEmbeddedEngine, runnable } from "../../sidecar/host/jobs/embedded-engine.js";
import type { JobEngine } from "../../sidecar/host/jobs/job-engine.js";
import type { JobKind } from "../../sidecar/host/jobs/job-kind.js";
import { spreadKind } from "../../sidecar/machines/engine/spread-kind.js";
import { openMachines } from "../../sidecar/machines/open-machines.js";
import { openQueueServer } from "../../sidecar/machines/queue/open-queue-server.js";
import { queueAddress } from "../../sidecar/machines/queue/queue-address.js";
import { openTaskQueue } from "../../sidecar/machines/queue/task-queue.js";
import { portable } from "../../sidecar/machines/worker/portable-kind.js";
import { startWorker } from "../../sidecar/machines/worker/worker.js";
import type { Database } from "../../sidecar/store/database.js";
import { describeJobEngine } from "../support/job-engine-contract.js";
import { postgresPrograms, startPostgres, type TestPostgres } from "../support/postgres-server.js";
import { redisProgram, startRedis, type TestRedis } from "../support/redis-server.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { until } from "../support/training.js";

let redis: TestRedis;
let postgres: TestPostgres;
const newFolder = temporaryFolders();
const ends: (() => Promise<void>)[] = [];
const TOKEN = "token-of-the-test";

/** Numbers travel as they are. */
const travelling = <P>(kind: JobKind<P, number, number>): JobKind<P, number, number> => ({
  ...kind,
  travel: {
    role: "tag",
    travels: () => true,
    packParams: async (params) => params,
    packItem: async (item) => item,
    parseResult: (_item, came) => Number(came),
  },
});

let names = 0;

interface Made {
  url(): string;
  worksHere: boolean;
  workers: number;
}

/** An engine with a real queue's server; its workers are parts of this process, and so of the test. */
const engineWith =
  ({ url, worksHere, workers }: Made) =>
  (database: Database, kinds: JobKind<{ to: number }, number, number>[]): JobEngine => {
    const address = queueAddress(`${url()}?name=contract-${names++}`);
    const sent = kinds.map(travelling);
    const opened = (async () => {
      const machines = await openMachines({
        database,
        stateFolder: await newFolder(),
        server: address,
        listen: "127.0.0.1:0",
        address: null,
        token: TOKEN,
        worksHere: () => worksHere,
        onRefused: () => {},
      });
      const started = Array.from({ length: workers }, async (_, index) =>
        startWorker({
          queue: address,
          token: TOKEN,
          studio: machines.address,
          id: `worker-${index}`,
          roles: ["tag"],
          kinds: sent.map(portable),
          card: null,
          webui: null,
          folder: await newFolder(),
          cacheBytes: 1e9,
          mapped: () => null,
          restMs: 20,
          say: () => {},
        }),
      );
      const all = await Promise.all(started);
      return { machines, all };
    })();
    ends.push(async () => {
      const { machines, all } = await opened;
      for (const worker of all) await worker.close();
      await machines.close();
    });
    return createEmbeddedEngine(
      database,
      sent.map((kind) =>
        runnable(
          database,
          spreadKind(kind, async () => (await opened).machines),
        ),
      ),
    );
  };

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

if (redisProgram === null) test.skip("several machines: no redis-server was found", () => {});
else {
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  describeJobEngine("Redis without a worker", engineWith({ url: () => redis.url, worksHere: true, workers: 0 }));
  describeJobEngine("a worker behind Redis", engineWith({ url: () => redis.url, worksHere: false, workers: 1 }), {
    elsewhere: true,
  });
  test("the address of a Redis without a password is shown whole", () => {
    expect(queueAddress(redis.url).shown).toBe(`${redis.url}/0`);
  });
}

if (postgresPrograms === null) test.skip("several machines: no PostgreSQL was found", () => {});
else {
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());
  describeJobEngine(
    "PostgreSQL without a worker",
    engineWith({ url: () => postgres.url, worksHere: true, workers: 0 }),
  );
  describeJobEngine(
    "a worker behind PostgreSQL",
    engineWith({ url: () => postgres.url, worksHere: false, workers: 1 }),
    {
      elsewhere: true,
    },
  );

  test("a PostgreSQL that is away at first is found later, by the studio and by a worker", async () => {
    await postgres.end();
    const address = queueAddress(`${postgres.url}?name=away`);
    const queue = await openTaskQueue(address);
    const server = await openQueueServer(address);
    const taken: string[] = [];
    const options = { name: "worker", concurrency: 1, lockDuration: 10_000, stalledInterval: 5000 };
    const worker = server.worker("tag", async (task) => void taken.push(task), options);
    worker.on("error", () => {});
    const refused = await queue.put("tag", "early").then(
      () => null,
      () => queue.trouble(),
    );
    await postgres.begin();

    await queue.put("tag", "late");
    await until(() => taken.length > 0);
    await worker.close();
    await server.close();
    const trouble = queue.trouble();
    await queue.close();

    expect(refused).toContain("ECONNREFUSED");
    expect(taken).toEqual(["late"]);
    expect(trouble).toBeNull();
  });
}
