import { existsSync, utimesSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { localRoots } from "../../sidecar/host/roots.js";
import { openStudio, type Studio } from "../../sidecar/server/studio.js";
import { picturesOf } from "../../sidecar/sweep/cells/picture-table.js";
import { picturePath } from "../../sidecar/sweep/draw/picture-files.js";
import type { ResolvedSweep } from "../../sidecar/sweep/plan/resolved-sweep.js";
import { okara } from "../support/exported-sweep.js";
import { storeSweep } from "../support/stored-sweep.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const open: Studio[] = [];
afterEach(async () => {
  for (const studio of open.splice(0)) await studio.close();
});

const LONG_AGO = "2026-01-01T00:00:00.000Z";

const small = (prompt: string): ResolvedSweep =>
  okara({ loras: ["/home/me/a.safetensors"], strengths: "1", prompts: [prompt], seeds: "1", width: 16, height: 24 });

test("pictures of a sweep that was removed long ago are put aside and come back as they were", async () => {
  const [stateFolder, scratch] = [await newFolder(), await newFolder()];
  const studio = await openStudio(stateFolder, () => {});
  open.push(studio);
  const { database } = studio;
  const place = { database, stateFolder, scratch };
  const [kept, gone] = [small("1girl, okara"), small("1girl, okara, standing")];
  const drawn = () => ({ drawn: LONG_AGO });
  await storeSweep(place, kept, drawn);
  const id = await storeSweep(place, gone, (index) => (index === 0 ? null : { drawn: LONG_AGO }));
  const keys = [kept, gone].map((sweep) => sweep.keyOf(1) ?? "");
  // The drawn cells of both sweeps are the same, byte for byte: this one gets a content of its own.
  database.prepare("UPDATE sweep_picture SET content = 'a' || substr(content, 2) WHERE key = ?").run(keys[1] ?? "");
  const before = picturesOf(database, keys);
  const [keptFile = "", goneFile = ""] = keys.map((key) =>
    picturePath(stateFolder, before.find((row) => row.key === key)?.content ?? ""),
  );
  await mkdir(dirname(goneFile), { recursive: true });
  await copyFile(keptFile, goneFile);
  for (const path of [keptFile, goneFile]) utimesSync(path, new Date(LONG_AGO), new Date(LONG_AGO));

  const handlers = studio.handlersFor(localRoots());
  const context = { signal: new AbortController().signal, progress: () => {} };
  // Nothing goes while both sweeps are there, nor right after one is removed.
  expect(await handlers["sweep/prune"]({ dryRun: true }, context)).toMatchObject({ pictures: 0, held: [] });
  await handlers["sweep/remove"]({ id }, context);
  expect(await handlers["sweep/prune"]({}, context)).toMatchObject({ pictures: 0, held: [] });

  database.prepare("UPDATE sweep SET changed = ? WHERE id = ?").run(LONG_AGO, id);
  const told = await handlers["sweep/prune"]({ dryRun: true }, context);
  expect(told).toMatchObject({ pictures: 1, groups: [{ sweep: id, pictures: 1 }], held: [] });
  expect(existsSync(goneFile)).toBe(true);

  const { held } = await handlers["sweep/prune"]({}, context);
  expect([existsSync(keptFile), existsSync(goneFile)]).toEqual([true, false]);
  expect(picturesOf(database, keys).map(({ key }) => key)).toEqual([keys[0]]);

  const name = held[0]?.name ?? "";
  expect(await handlers["sweep/bringBack"]({ name }, context)).toEqual({ pictures: 1, held: [] });
  expect(existsSync(goneFile)).toBe(true);
  expect(picturesOf(database, keys)).toEqual(before);
  await expect(handlers["sweep/bringBack"]({ name: "../../x" }, context)).rejects.toMatchObject({ code: "notFound" });
});
