import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { createFileCache } from "../../../sidecar/machines/worker/file-cache.js";
import type { StudioClient } from "../../../sidecar/machines/worker/studio-client.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const never = (): never => {
  throw new Error("not asked for here");
};

const others = { beat: never, task: never, results: never, output: never, exchange: never };

test("shards that want the same folder of files at once get it whole, fetched once", async () => {
  const bytes = Buffer.from("a model");
  const hash = createHash("sha256").update(bytes).digest("hex");
  let asked = 0;
  const client: StudioClient = {
    ...others,
    async file() {
      asked += 1;
      return (async function* () {
        yield bytes;
      })();
    },
  };
  const cache = createFileCache({ folder: await newFolder(), client, mapped: () => null, most: 1e9 });
  const files = new Map([
    ["model.onnx", { hash, size: bytes.length, name: "file.onnx", path: "/elsewhere/model.onnx" }],
  ]);
  const { signal } = new AbortController();

  const places = await Promise.all([1, 2, 3, 4].map(() => cache.folder(files, signal)));

  expect(new Set(places).size).toBe(1);
  expect(await readFile(join(places[0] ?? "", "model.onnx"))).toEqual(bytes);
  expect(asked).toBe(1);
});

test("a file that one shard was told to give up still comes for the other", async () => {
  const bytes = Buffer.from("a picture");
  const hash = createHash("sha256").update(bytes).digest("hex");
  const first = new AbortController();
  let asked = 0;
  const client: StudioClient = {
    ...others,
    async file(_hash, _from, signal) {
      asked += 1;
      if (asked > 1)
        return (async function* () {
          yield bytes;
        })();
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
      signal.throwIfAborted();
      return never();
    },
  };
  const cache = createFileCache({ folder: await newFolder(), client, mapped: () => null, most: 1e9 });
  const reference = { hash, size: bytes.length, name: "file.png", path: "/elsewhere/a.png" };

  const given = cache.file(reference, first.signal).catch(() => "given up");
  const wanted = cache.file(reference, new AbortController().signal);
  while (asked === 0) await new Promise((resolve) => setImmediate(resolve));
  first.abort();

  expect(await given).toBe("given up");
  expect(await readFile(await wanted)).toEqual(bytes);
});
