import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { machinesEnvironment, testMachines } from "../support/machines.js";
import { drawPictures } from "../support/pictures.js";
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

  test("two workers on one machine compute with a processor each where one was given one and both work; when it ends, the other has both", async () => {
    const set = join(await newFolder(), "set");
    await mkdir(set);
    await drawPictures(set, 500);
    const home = await newFolder();
    await atelier(home, ["settings", "set", "machines.workHere", "false"]);
    const { port, token } = await startSidecar(home, machinesEnvironment(redis.url));
    const client = await connect(port, token);
    await client.call("initialize", { protocol: 1, client: "page" });
    const start = async (...words: string[]) =>
      startMachine(await newFolder(), redis.url, { words: ["--name", ...words], enter: twoProcessors });
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
    const [given] = await Promise.all([start("given", "--threads", "1"), start("other")]);

    await untilListed({ given: "1 of 2", other: "2 of 2" });
    const tagging = atelier(home, ["tag", set, "--json"]);
    await untilListed({ given: "1 of 2", other: "1 of 2" });
    const { stdout } = await atelier(home, ["machines", "list"]);
    given.signal("SIGTERM");
    await untilListed({ other: "2 of 2" });
    const tagged = await tagging;

    expect(stdout).toContain("computes with 1 of 2 processors");
    expect(Object(JSON.parse(tagged.stdout)).images.length).toBe(500);
  });
}
