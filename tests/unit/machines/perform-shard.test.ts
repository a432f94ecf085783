import { expect, test } from "@jest/globals";
import { parseShardResults } from "../../../sidecar/machines/engine/shard-results.js";
import { createOpenBenches } from "../../../sidecar/machines/worker/open-benches.js";
import { performShard } from "../../../sidecar/machines/worker/perform-shard.js";
import type { PortableKind } from "../../../sidecar/machines/worker/portable-kind.js";
import type { StudioClient } from "../../../sidecar/machines/worker/studio-client.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const never = (): never => {
  throw new Error("not asked for here");
};

/** Works on three items one after the other, the last of which waits to be let through. */
async function scene(partMs: number) {
  const told: ReturnType<typeof parseShardResults>[] = [];
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const client: StudioClient = {
    ...{ beat: never, output: never, exchange: never, file: never },
    task: async () => JSON.stringify({ kind: "copy", params: null, items: ["a", "b", "c"] }),
    async results(_id, text) {
      told.push(parseShardResults(text));
      return true;
    },
  };
  const kind: PortableKind = {
    ...{ name: "copy", concurrency: 1 },
    open: async () => ({
      async run(item) {
        if (item === "c") await held;
        return item;
      },
      close: async () => {},
    }),
  };
  const benches = createOpenBenches([kind]);
  const cache = { file: never, folder: never, fetched: () => 0 };
  const house = { client, cache, benches, scratch: await newFolder(), onDone: () => {}, partMs };
  const done = performShard("shard", house, new AbortController().signal).finally(() => benches.close());
  return { told, release, done };
}

test("what is done is told before the rest is, each item once", async () => {
  const { told, release, done } = await scene(0);
  while (told.length < 2) await new Promise((resolve) => setImmediate(resolve));
  expect(told.map(({ results, whole }) => [results.map(({ index }) => index), whole])).toEqual([
    [[0], false],
    [[1], false],
  ]);
  release();

  expect(await done).toBeNull();
  expect(told.flatMap(({ results }) => results.map(({ index }) => index))).toEqual([0, 1, 2]);
  expect(told.at(-1)?.whole).toBe(true);
});

test("what is done within a moment is told together", async () => {
  const { told, release, done } = await scene(60_000);
  release();
  await done;

  expect(told.map(({ results, whole }) => [results.length, whole])).toEqual([[3, true]]);
});
