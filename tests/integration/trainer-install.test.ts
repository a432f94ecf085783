import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { count, installPlaces, lastDocument as last } from "../support/install-places.js";
import { TORCH_WHEEL } from "../support/trainer-repository.js";

const place = installPlaces();

test("what will happen is told and nothing done; then all of it, over a download that breaks off; twice is once", async () => {
  const at = await place();
  const told = await at.install("--json");
  expect(told.code).toBe(0);
  expect(JSON.parse(told.stdout)).toMatchObject({ folder: at.folder, revision: "v0.10.1", torch: "cpu", ready: true });
  expect(existsSync(at.folder)).toBe(false);

  at.index.breaks.add(TORCH_WHEEL);
  const done = await at.install("--yes", "--json");
  expect(last(done.stdout)).toMatchObject({ state: "succeeded", failure: null });
  expect(done.code).toBe(0);
  expect(at.index.asked.filter((path) => path.endsWith(TORCH_WHEEL)).length).toBeGreaterThan(1);
  const { trainers } = await at.ask("trainers");
  expect(trainers[0]).toMatchObject({ folder: at.folder, chosen: true, usable: true, torch: { version: "2.6.0" } });
  // `-e .` belongs to this folder.
  expect(await readdir(join(at.folder, "library"))).toContain("__init__.py");
  expect(at.index.asked.some((path) => path.includes("accelerate-1.6.0"))).toBe(true);

  const downloads = at.index.asked.filter((path) => path.startsWith("/files/")).length;
  const again = await at.install("--yes", "--json");
  expect(last(again.stdout)).toMatchObject({ state: "succeeded" });
  expect(at.index.asked.filter((path) => path.startsWith("/files/"))).toHaveLength(downloads);
  expect(count(await at.log(), "-m venv")).toBe(1);
}, 480_000);

test("a folder with files of the user is left alone", async () => {
  const at = await place();
  await mkdir(at.folder);
  await writeFile(join(at.folder, "notes.txt"), "mine");
  const refused = await at.install("--yes");
  expect(refused.code).toBe(1);
  expect(refused.stdout).toContain("holds files that are not from an installation");
  expect(await readdir(at.folder)).toEqual(["notes.txt"]);
});
