import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { createEmbeddedEngine, runnable } from "../../sidecar/host/jobs/embedded-engine.js";
import type { JobEngine } from "../../sidecar/host/jobs/job-engine.js";
import type { JobKind } from "../../sidecar/host/jobs/job-kind.js";
import { spreadKind } from "../../sidecar/machines/engine/spread-kind.js";
import { openMachines } from "../../sidecar/machines/open-machines.js";
import { redisAddress } from "../../sidecar/machines/redis-address.js";
import { portable } from "../../sidecar/machines/worker/portable-kind.js";
import { startWorker } from "../../sidecar/machines/worker/worker.js";
import type { Database } from "../../sidecar/store/database.js";
import { describeJobEngine } from "../support/job-engine-contract.js";
import { redisProgram, startRedis, type TestRedis } from "../support/redis-server.js";
import { temporaryFolders } from "../support/temporary-folder.js";

let redis: TestRedis;
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
  worksHere: boolean;
  workers: number;
}

/** An engine with a real Redis; its workers are parts of this process, and so of the test. */
const engineWith =
  ({ worksHere, workers }: Made) =>
  (database: Database, kinds: JobKind<{ to: number }, number, number>[]): JobEngine => {
    const address = redisAddress(`${redis.url}?name=contract-${names++}`);
    const sent = kinds.map(travelling);
    const opened = (async () => {
      const machines = await openMachines({
        database,
        stateFolder: await newFolder(),
        redis: address,
        listen: "127.0.0.1:0",
        address: null,
        token: TOKEN,
        worksHere: () => worksHere,
        onRefused: () => {},
      });
      const started = Array.from({ length: workers }, async (_, index) =>
        startWorker({
          redis: address,
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

if (redisProgram === null) test.skip("several machines: no redis-server was found", () => {});
else {
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });
  afterAll(() => redis.stop());
  describeJobEngine("Redis without a worker", engineWith({ worksHere: true, workers: 0 }));
  describeJobEngine("a worker behind Redis", engineWith({ worksHere: false, workers: 1 }), { elsewhere: true });
  test("the address of a Redis without a password is shown whole", () => {
    expect(redisAddress(redis.url).shown).toBe(`${redis.url}/0`);
  });
}
