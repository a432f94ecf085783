import { availableParallelism } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { machinesEnvironment, testMachines } from "../support/machines.js";
import { redisProgram, startRedis, type TestRedis } from "../support/redis-server.js";
import { sidecars } from "../support/sidecar.js";
import { connect } from "../support/socket-client.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startSidecar = sidecars();
const startMachine = testMachines();
let redis: TestRedis;

// Of a machine with more, two, by the system's own tool.
const twoProcessors = availableParallelism() > 2 ? ["taskset", "-c", "0,1"] : [];

if (redisProgram === null || process.platform !== "linux")
  test.skip("a share of processors: Linux and Redis", () => {});
else {
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  test("two workers on one machine compute with a processor each; when one ends, the other has both", async () => {
    const home = await newFolder();
    await atelier(home, ["settings", "set", "machines.workHere", "false"]);
    const { port, token } = await startSidecar(home, machinesEnvironment(redis.url));
    const client = await connect(port, token);
    await client.call("initialize", { protocol: 1, client: "page" });
    const start = async (name: string) =>
      startMachine(await newFolder(), redis.url, { words: ["--name", name], enter: twoProcessors });
    /** Settles when the list has these, with so many threads of so many processors. */
    const untilListed = async (wanted: object): Promise<void> => {
      for (;;) {
        const { machines } = Object(await client.call("machine/list", {}));
        const found = machines.map((machine: unknown) => {
          const { id, threads, processors } = Object(machine);
          return [id, `${threads} of ${processors}`];
        });
        await wait(50);
        if (isDeepStrictEqual(Object.fromEntries(found), wanted)) return;
      }
    };
    const [, second] = await Promise.all([start("first"), start("second")]);

    await untilListed({ first: "1 of 2", second: "1 of 2" });
    const { stdout } = await atelier(home, ["machines", "list"]);
    second.signal("SIGTERM");
    await untilListed({ first: "2 of 2" });

    expect(stdout).toContain("computes with 1 of 2 processors");
  });
}
