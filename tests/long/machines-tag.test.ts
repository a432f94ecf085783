import { cp, mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { machinesEnvironment, type TestMachine, testMachines } from "../support/machines.js";
import { type NetworkRoom, networkRooms } from "../support/network-rooms.js";
import { drawPictures } from "../support/pictures.js";
import { randomNumbers } from "../support/random-numbers.js";
import { redisProgram, startRedis } from "../support/redis-server.js";
import { sidecars } from "../support/sidecar.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const PICTURES = 2000;
const MACHINES = 3;

const newFolder = temporaryFolders();
const startSidecar = sidecars();
const startMachine = testMachines();
const rooms = redisProgram === null ? null : networkRooms();

async function captionsIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".txt"));
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")])),
  );
}

const tagsOf = (stdout: string): unknown[] =>
  Object(JSON.parse(stdout)).images.map((image: unknown) => {
    const { path, caption, tags } = Object(image);
    return { name: String(path).split(/[\\/]/).at(-1), caption, tags };
  });

interface Place {
  home: string;
  room: NetworkRoom | null;
  machine: TestMachine;
}

if (redisProgram === null) test.skip("several machines: no redis-server was found", () => {});
else
  test("2,000 pictures are tagged as by one machine while machines are killed, frozen, cut off and started anew, and Redis too", async () => {
    const alone = join(await newFolder(), "set");
    await mkdir(alone);
    await drawPictures(alone, PICTURES);
    const together = join(await newFolder(), "set");
    await cp(alone, together, { recursive: true });
    const single = await atelier(await newFolder(), ["tag", alone, "--json"]);
    const redis = await startRedis(rooms?.address);
    const home = await newFolder();
    await atelier(home, ["settings", "set", "machines.workHere", "false"]);
    await startSidecar(home, machinesEnvironment(redis.url, rooms?.address));
    const start = (at: string, room: NetworkRoom | null): Promise<TestMachine> =>
      startMachine(at, redis.url, { enter: room?.enter ?? [], words: ["--roles", "tag", "--threads", "1"] });
    const places: Place[] = [];
    for (let index = 0; index < MACHINES; index += 1) {
      const [at, room] = [await newFolder(), rooms?.room() ?? null];
      places.push({ home: at, room, machine: await start(at, room) });
    }

    let isOver = false;
    const tagging = atelier(home, ["tag", together, "--json"]).finally(() => {
      isOver = true;
    });
    const random = randomNumbers(20);
    const faults: Record<string, number> = {};
    let struck = 0;
    const strike = async (place: Place): Promise<void> => {
      // Each in its turn, so that all happen.
      const kinds = ["kill", "redis", "freeze", ...(place.room ? ["cut"] : [])] as const;
      const kind = kinds[struck++ % kinds.length] ?? "kill";
      faults[kind] = (faults[kind] ?? 0) + 1;
      if (kind === "kill") {
        await place.machine.kill();
        await wait(1000 + random() * 3000);
        place.machine = await start(place.home, place.room);
      } else if (kind === "freeze") {
        place.machine.signal("SIGSTOP");
        await wait(3000 + random() * 12_000);
        place.machine.signal("SIGCONT");
      } else if (kind === "cut") {
        place.room?.cable(false);
        await wait(3000 + random() * 12_000);
        place.room?.cable(true);
      } else await redis.restart();
    };
    // One fault may last while the next befalls another machine.
    const struckNow = new Map<Place, Promise<void>>();
    while (!isOver) {
      await wait(1000 + random() * 3000);
      const place = places[Math.floor(random() * places.length)];
      if (!place || isOver || struckNow.has(place)) continue;
      struckNow.set(
        place,
        strike(place).finally(() => struckNow.delete(place)),
      );
    }
    const { code, stdout } = await tagging;
    await Promise.all(struckNow.values());
    await redis.stop();

    expect(code).toBe(0);
    expect(tagsOf(stdout)).toEqual(tagsOf(single.stdout));
    expect(await captionsIn(together)).toEqual(await captionsIn(alone));
    expect(Object.keys(await captionsIn(together)).length).toBe(PICTURES);
    // A run without trouble would prove nothing.
    expect(Object.keys(faults).sort()).toEqual(
      rooms ? ["cut", "freeze", "kill", "redis"] : ["freeze", "kill", "redis"],
    );
    process.stderr.write(`${JSON.stringify(faults)}${rooms ? "" : ", without networks of their own"}\n`);
  });
