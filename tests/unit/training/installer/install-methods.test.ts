import { expect, test } from "@jest/globals";
import { localRoots } from "../../../../sidecar/host/roots.js";
import { openDatabase } from "../../../../sidecar/store/database.js";
import { installMethods } from "../../../../sidecar/training/install-methods.js";
import { createTrainingRunner } from "../../../../sidecar/training/runs/runner.js";
import { trainerChoice } from "../../../../sidecar/training/trainer/trainer-choice.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("whoever may be anybody installs nothing, sees no path and no log", async () => {
  const home = await newFolder();
  const database = openDatabase(home);
  const runner = createTrainingRunner(database, home);
  const room = { database, runner, trainers: trainerChoice(database, home) };
  const methods = installMethods({ ...room, roots: { ...localRoots(), exposed: true } });
  const refused = { code: "notAllowed" };
  await expect(methods["training/install"]({})).rejects.toMatchObject(refused);
  await expect(methods["training/installPlan"]({})).rejects.toMatchObject(refused);
  await expect(methods["training/installState"]()).rejects.toMatchObject(refused);
  await expect(methods["training/installLog"]({})).rejects.toMatchObject(refused);
  await expect(methods["training/cancelInstall"]()).rejects.toMatchObject(refused);
  const own = installMethods({ ...room, roots: localRoots() });
  expect(await own["training/installState"]()).toEqual({ install: null });
  await expect(own["training/cancelInstall"]()).rejects.toMatchObject({ code: "notFound" });
  await runner.close();
  database.close();
});
