import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import type { JobKind, JobTravel } from "../../../sidecar/host/jobs/job-kind.js";
import { StudioError } from "../../../sidecar/host/studio-error.js";
import { createHappenings } from "../../../sidecar/machines/door/happenings.js";
import { createMachines } from "../../../sidecar/machines/door/machines.js";
import { createOfferedFiles } from "../../../sidecar/machines/door/offered-files.js";
import { createTasks, type Tasks } from "../../../sidecar/machines/door/tasks.js";
import { createBenchesHere } from "../../../sidecar/machines/engine/benches-here.js";
import { openSpread } from "../../../sidecar/machines/engine/spread.js";
import { parseBeat } from "../../../sidecar/machines/machine.js";
import { openDatabase } from "../../../sidecar/store/database.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

const kind: JobKind<null, string, string> = {
  ...{ name: "copy", needs: "cpu", concurrency: 2, parseParams: () => null, parseItem: String, plan: async () => [] },
  open: async () => ({ run: async (item) => `here: ${item}`, close: async () => {} }),
  openLedger: async () => ({ commit: () => null, follow: async () => {} }),
};

/** A studio that leaves all work to one machine; its clock, its line and what the machine sends are the test's. */
async function scene(travel: Partial<JobTravel<null, string, string>>, watch: (tasks: Tasks) => Tasks = (all) => all) {
  let ms = 0;
  const machines = createMachines(() => ms);
  const tasks = watch(createTasks(await newFolder()));
  const database = openDatabase(await newFolder());
  const line: string[] = [];
  const beat = (done: number): void =>
    void machines.beat(parseBeat({ id: "a", host: "attic", pid: 7, version: "1", roles: ["tag"], done }));
  beat(0);
  const stop = new AbortController();
  const bench = openSpread({
    kind,
    travel: {
      ...{ role: "tag", travels: () => true, packParams: async () => ({}), packItem: async (item) => item },
      parseResult: (_item, came) => String(came),
      ...travel,
    },
    params: null,
    context: { signal: stop.signal, onAmount: () => {} },
    house: {
      program: "Redis",
      ...{ machines, tasks, files: createOfferedFiles(database), happenings: createHappenings() },
      queue: {
        put: async (_line: string, task: string) => void line.push(task),
        ...{ has: async () => true, remove: async () => {}, announce: async () => {}, hold: async () => true },
        ...{ release: async () => {}, trouble: () => null, close: async () => {} },
      },
      benches: createBenchesHere(() => {}),
      ...{ worksHere: () => false, here: () => null, newName: () => "work", now: () => ms },
    },
  });
  const close = async (): Promise<void> => {
    await bench.close();
    database.close();
  };
  const later = (by: number, done: number): void => {
    ms += by;
    beat(done);
  };
  return { bench, tasks, line, later, close };
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

test("what no machine can be sent, since its model is gone, fails with that reason where this machine does not work along", async () => {
  const gone = async (): Promise<never> => {
    throw new StudioError("modelMissing", "The tagger's file is gone.", "Put it back.");
  };
  const { bench, later, close } = await scene({ packParams: gone });
  let said = "";
  bench.run("1.png").catch((error: Error) => {
    said = error.message;
  });
  for (let beats = 1; said === "" && beats < 100; beats += 1) {
    later(6000, beats);
    await soon();
  }
  await close();

  expect(said).toBe("The tagger's file is gone.");
});

test("results that are sent twice at once do not take the first one's files away", async () => {
  const target = await newFolder();
  const leftBehind: string[] = [];
  const watch = (all: Tasks): Tasks => ({
    ...all,
    async withdraw(id) {
      leftBehind.push(...["0-0.png", "1-0.png"].filter((name) => existsSync(all.outputPath(id, name))));
      await all.withdraw(id);
    },
  });
  const packItem = async (item: string, luggage: { output(path: string): unknown }): Promise<unknown> =>
    luggage.output(join(target, item));
  const { bench, tasks, line, close } = await scene({ packItem }, watch);
  // One item a shard: the first is alone, the next two wait for the second.
  const done = [bench.run("a.png"), bench.run("b.png")];
  while (line.length < 2) await soon();
  for (const id of line) {
    const path = tasks.outputPath(id, "0-0.png");
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, id);
    const task = tasks.find(id);
    const text = JSON.stringify({ results: [{ index: 0, result: id }], whole: true });
    await Promise.all([task?.onResult(text, "a"), task?.onResult(text, "a")]);
  }

  expect(await Promise.all(done)).toEqual(line);
  expect(leftBehind).toEqual([]);
  expect([await readFile(join(target, "a.png"), "utf8"), await readFile(join(target, "b.png"), "utf8")]).toEqual(line);
  await close();
});
