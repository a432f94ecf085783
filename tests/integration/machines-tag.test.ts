import { cp, mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { schemaOf } from "../../sidecar/machines/queue/postgres-queue.js";
import { atelier } from "../support/command.js";
import { machinesEnvironment, testMachines } from "../support/machines.js";
import { drawPictures } from "../support/pictures.js";
import { postgresPrograms, startPostgres, type TestPostgres } from "../support/postgres-server.js";
import { redisProgram, startRedis, type TestRedis } from "../support/redis-server.js";
import { sidecars } from "../support/sidecar.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startSidecar = sidecars();
const startMachine = testMachines();
let redis: TestRedis;
let postgres: TestPostgres;

/** All work at once, though they are on the same processors. */
const sideBySide = { words: ["--threads", "1"] };

interface Tagged {
  name: string;
  caption: string;
  tags: unknown;
}

/** What `tag --json` says of each picture, by its name. */
function taggedIn(stdout: string): Tagged[] {
  const { images } = Object(JSON.parse(stdout));
  return images.map((image: unknown) => {
    const { path, caption, tags } = Object(image);
    return { name: String(path).split(/[\\/]/).at(-1) ?? "", caption, tags };
  });
}

async function captionsIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".txt"));
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")])),
  );
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 30));
}

if (redisProgram === null) test.skip("several machines: no redis-server was found", () => {});
else {
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  test("two machines tag a set as one machine does, though one is killed, one frozen, and Redis forgets everything", async () => {
    const alone = join(await newFolder(), "set");
    await mkdir(alone);
    await drawPictures(alone, 240);
    const together = join(await newFolder(), "set");
    await cp(alone, together, { recursive: true });
    const single = await atelier(await newFolder(), ["tag", alone, "--json"]);
    const home = await newFolder();
    await atelier(home, ["settings", "set", "machines.workHere", "false"]);
    await startSidecar(home, machinesEnvironment(redis.url));
    const start = async () => startMachine(await newFolder(), redis.url, sideBySide);
    const [first, second] = [await start(), await start()];

    const tagging = atelier(home, ["tag", together, "--json"]);
    await until(async () => (await first.files()) > 20);
    await first.kill();
    await until(async () => (await second.files()) > 60);
    second.signal("SIGSTOP");
    await redis.restart();
    const third = await start();
    await until(async () => (await third.files()) > 20);
    second.signal("SIGCONT");
    const { code, stdout } = await tagging;

    expect(code).toBe(0);
    expect(taggedIn(stdout)).toEqual(taggedIn(single.stdout));
    expect(await captionsIn(together)).toEqual(await captionsIn(alone));
    expect(Object.keys(await captionsIn(together)).length).toBe(240);
  });
}

if (postgresPrograms === null) test.skip("several machines: no PostgreSQL was found", () => {});
else {
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  test("with PostgreSQL too: a machine is killed, the server crashes and has lost what waited in it", async () => {
    const alone = join(await newFolder(), "set");
    await mkdir(alone);
    await drawPictures(alone, 120);
    const together = join(await newFolder(), "set");
    await cp(alone, together, { recursive: true });
    const single = await atelier(await newFolder(), ["tag", alone, "--json"]);
    const home = await newFolder();
    await atelier(home, ["settings", "set", "machines.workHere", "false"]);
    const url = `${postgres.url}?name=at-once`;
    await startSidecar(home, machinesEnvironment(url));
    const first = await startMachine(await newFolder(), url, sideBySide);
    const second = await startMachine(await newFolder(), url, sideBySide);

    const tagging = atelier(home, ["tag", together, "--json"]);
    await until(async () => (await first.files()) > 10);
    await first.kill();
    await until(async () => (await second.files()) > 30);
    await postgres.run(`DELETE FROM ${schemaOf("at-once")}.job`);
    await postgres.end();
    await postgres.begin();
    const { code, stdout } = await tagging;
    const { stdout: listed } = await atelier(home, ["machines", "list", "--json"]);

    expect(code).toBe(0);
    expect(taggedIn(stdout)).toEqual(taggedIn(single.stdout));
    expect(await captionsIn(together)).toEqual(await captionsIn(alone));
    expect(Object.keys(await captionsIn(together)).length).toBe(120);
    expect(JSON.parse(listed).engine).toMatchObject({ server: postgres.url.replace("me@", ""), name: "at-once" });
  });
}
