import { existsSync } from "node:fs";
import { link, mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { tidyCache } from "../../../sidecar/machines/worker/tidy-cache.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

const NOW = Date.UTC(2026, 10, 26);

/** A cache with folders of 100 bytes each, by name: used so many minutes ago; a model of a fetched file is a link to it. */
async function cacheOf(used: Record<string, number>, linked: Record<string, string> = {}) {
  const folder = await newFolder();
  const pathOf = (name: string): string => join(folder, name);
  for (const [name, minutes] of Object.entries(used)) {
    const path = pathOf(name);
    await mkdir(path, { recursive: true });
    const source = linked[name];
    if (source === undefined) await writeFile(join(path, "file.bin"), Buffer.alloc(100));
    else await link(join(pathOf(source), "file.bin"), join(path, "model.onnx"));
    const at = new Date(NOW - minutes * 60_000);
    await utimes(path, at, at);
  }
  return {
    tidy: (most: number, inUse: string[] = []) =>
      tidyCache({ folder, most, now: NOW, isInUse: (path) => inUse.map(pathOf).includes(path) }),
    left: () => Object.keys(used).filter((name) => existsSync(pathOf(name))),
  };
}

test("what was used longest ago goes first, and no more than must; what is in use stays", async () => {
  const cache = await cacheOf({ "files/aa/aa1": 50, "files/aa/aa2": 40, "files/bb/bb1": 30, "files/bb/bb2": 20 });
  await cache.tidy(400);
  expect(cache.left().length).toBe(4);
  await cache.tidy(250, ["files/aa/aa1"]);
  expect(cache.left()).toEqual(["files/aa/aa1", "files/bb/bb2"]);
});

test("a model's folder counts with its file once, and both go before the bytes are free", async () => {
  const cache = await cacheOf(
    { "files/aa/old": 90, "folders/old": 80, "files/aa/new": 5, "folders/new": 2 },
    { "folders/old": "files/aa/old", "folders/new": "files/aa/new" },
  );
  await cache.tidy(200);
  expect(cache.left().length).toBe(4);
  await cache.tidy(150);
  expect(cache.left()).toEqual(["files/aa/new", "folders/new"]);
});

test("a model that was asked for in the last minutes stays, however much there is", async () => {
  const cache = await cacheOf({ "folders/open": 9, "folders/shut": 11, "files/aa/picture": 1 });
  await cache.tidy(0);
  expect(cache.left()).toEqual(["folders/open"]);
});
