import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import { openSettings } from "../../sidecar/host/settings/settings.js";
import { machinesOf } from "../../sidecar/machines/machines-of.js";
import { machinesFinding } from "../../sidecar/server/machines-finding.js";
import { openDatabase } from "../../sidecar/store/database.js";
import { atelier } from "../support/command.js";
import { redisProgram, startRedis, type TestRedis } from "../support/redis-server.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
let redis: TestRedis;

test("a studio alone says how others join, refuses orders, and keeps its token", async () => {
  const home = await newFolder();
  const [list, order, token, again] = [
    await atelier(home, ["machines"]),
    await atelier(home, ["machines", "pause", "attic", "--json"]),
    await atelier(home, ["machines", "token"]),
    await atelier(home, ["machines", "token"]),
  ];

  expect(list.stdout).toContain("This studio works alone.");
  expect([order.code, JSON.parse(order.stdout).error.code]).toEqual([1, "notFound"]);
  expect(token.stdout.trim()).toMatch(/^[\w-]{30,}$/);
  expect(again.stdout).toBe(token.stdout);
});

if (redisProgram === null) test.skip("doctor on a Redis: no redis-server was found", () => {});
else {
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  test("doctor names a Redis that forgets, and one that refuses the password, without telling it", async () => {
    const folder = await newFolder();
    const database = openDatabase(folder);
    const found = (password: string) =>
      machinesFinding(
        machinesOf({
          database,
          stateFolder: folder,
          settings: openSettings(folder),
          environment: { ATELIER_REDIS_URL: redis.url.replace("//", `//:${password}@`) },
        }),
      );
    const client = new Redis(redis.url);
    await client.config("SET", "requirepass", "right");

    expect(await found("right")).toMatchObject({ works: true });
    const refused = await found("wrong");
    await client.auth("right");
    await client.config("SET", "maxmemory-policy", "allkeys-lru");
    const forgets = await found("right");
    client.disconnect();
    database.close();

    expect(refused).toMatchObject({ works: false, message: expect.stringContaining("WRONGPASS") });
    expect(forgets).toMatchObject({ works: false, message: expect.stringContaining("allkeys-lru") });
    expect(JSON.stringify([refused, forgets])).not.toMatch(/right@|wrong@/);
  });
}
