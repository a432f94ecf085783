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

test("shards that want the same folder of files at once get it whole, fetched once", async () => {
  const bytes = Buffer.from("a model");
  const hash = createHash("sha256").update(bytes).digest("hex");
  let asked = 0;
  const client: StudioClient = {
    beat: never,
    task: never,
    results: never,
    exchange: never,
    output: never,
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
