import { mkdir, writeFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { exposedRoots, localRoots } from "../../../../sidecar/host/roots.js";
import { openSettings } from "../../../../sidecar/host/settings/settings.js";
import { openDatabase } from "../../../../sidecar/store/database.js";
import { installMethods } from "../../../../sidecar/training/install-methods.js";
import { installFiles } from "../../../../sidecar/training/installer/install-files.js";
import { newJournal } from "../../../../sidecar/training/installer/install-journal.js";
import { setTrainingSetting } from "../../../../sidecar/training/runs/run-table.js";
import { trainerChoice } from "../../../../sidecar/training/trainer/trainer-choice.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("whoever may be anybody installs nothing, sees no path and no log", async () => {
  const home = await newFolder();
  const database = openDatabase(home);
  const settings = openSettings(home);
  const room = { database, settings, trainers: trainerChoice(settings, home) };
  const methods = installMethods({ ...room, roots: exposedRoots([]) });
  const refused = { code: "notAllowed" };
  await expect(methods["training/install"]({})).rejects.toMatchObject(refused);
  await expect(methods["training/installPlan"]({})).rejects.toMatchObject(refused);
  await expect(methods["training/installState"]()).rejects.toMatchObject(refused);
  await expect(methods["training/installLog"]({})).rejects.toMatchObject(refused);
  await expect(methods["training/cancelInstall"]()).rejects.toMatchObject(refused);
  const own = installMethods({ ...room, roots: localRoots() });
  expect(await own["training/installState"]()).toEqual({ install: null });
  await expect(own["training/cancelInstall"]()).rejects.toMatchObject({ code: "notFound" });
  database.close();
});

test("what came to its end while nobody was there is chosen once, and a later choice of the user stays", async () => {
  const home = await newFolder();
  const folder = await newFolder();
  const { own, order: orderFile, journal: journalFile } = installFiles(folder);
  await mkdir(own);
  const order = {
    folder,
    url: "https://example.invalid/a.git",
    revision: "v1",
    python: "/usr/bin/python3",
    torch: "cpu",
  };
  await writeFile(orderFile, JSON.stringify(order));
  await writeFile(
    journalFile,
    JSON.stringify({ ...newJournal(), state: "succeeded", ended: "2026-05-01T10:00:00.000Z" }),
  );
  const database = openDatabase(home);
  const settings = openSettings(home);
  const room = { database, settings, trainers: trainerChoice(settings, home), roots: localRoots() };
  setTrainingSetting(database, "install", folder);
  void installMethods(room);
  const chosen = settings.get("trainer.folder");
  settings.set({ "trainer.folder": "/elsewhere" });
  const { install } = await installMethods(room)["training/installState"]();
  expect(chosen).toBe(folder);
  expect(install).toMatchObject({ folder, state: "succeeded" });
  expect(settings.get("trainer.folder")).toBe("/elsewhere");
  database.close();
});
