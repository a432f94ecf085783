import { cp, mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { machinesEnvironment, testMachines } from "../support/machines.js";
import { drawPictures } from "../support/pictures.js";
import { redisProgram, startRedis, type TestRedis } from "../support/redis-server.js";
import { sidecars } from "../support/sidecar.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startSidecar = sidecars();
const startMachine = testMachines();
let redis: TestRedis;

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
    const [first, second] = [
      await startMachine(await newFolder(), redis.url),
      await startMachine(await newFolder(), redis.url),
    ];

    const tagging = atelier(home, ["tag", together, "--json"]);
    await until(async () => (await first.files()) > 20);
    await first.kill();
    await until(async () => (await second.files()) > 60);
    second.signal("SIGSTOP");
    await redis.restart();
    const third = await startMachine(await newFolder(), redis.url);
    await until(async () => (await third.files()) > 20);
    second.signal("SIGCONT");
    const { code, stdout } = await tagging;

    expect(code).toBe(0);
    expect(taggedIn(stdout)).toEqual(taggedIn(single.stdout));
    expect(await captionsIn(together)).toEqual(await captionsIn(alone));
    expect(Object.keys(await captionsIn(together)).length).toBe(240);
  });
}
