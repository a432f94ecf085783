import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { exposedRoots } from "../../../sidecar/host/roots.js";
import { openSettings } from "../../../sidecar/host/settings/settings.js";
import { openDatabase } from "../../../sidecar/store/database.js";
import { createBoards } from "../../../sidecar/training/boards/boards.js";
import { trainingMethods } from "../../../sidecar/training/methods.js";
import { createCurveStore } from "../../../sidecar/training/metrics/curve-store.js";
import { createTrainingRunner } from "../../../sidecar/training/runs/runner.js";
import { trainerChoice } from "../../../sidecar/training/trainer/trainer-choice.js";
import { createGpuHandOver } from "../../../sidecar/webui/gpu-hand-over.js";
import { createWebuiLinks } from "../../../sidecar/webui/webui-links.js";
import { temporaryFolders } from "../../support/temporary-folder.js";
import { noAway, until } from "../../support/training.js";

const newFolder = temporaryFolders();
const opened: ReturnType<typeof createBoards>[] = [];
afterEach(async () => {
  for (const boards of opened.splice(0)) await boards.close();
});
const newBoards = () => {
  const boards = createBoards();
  opened.push(boards);
  return boards;
};

/** A program in the place of a Python with TensorBoard; it notes its words and, when stdin ends, its end. */
async function python(body: string): Promise<{ python: string; noted: string }> {
  const folder = await newFolder();
  const [program, noted] = [join(folder, "python"), join(folder, "noted")];
  await writeFile(program, `#!/bin/sh\necho "$@" >> '${noted}'\n${body.replaceAll("NOTED", noted)}\n`);
  await chmod(program, 0o755);
  return { python: program, noted };
}

const served = "echo 'TensorBoard 2.21.0 at http://127.0.0.1:41234/ (Press CTRL+C to quit)' >&2";

describe("TensorBoard beside the studio", () => {
  it("is started once for a folder, on this machine only, and ends when the studio lets go of it", async () => {
    const stand = await python(`${served}\ntrap '' TERM\ncat > /dev/null\necho ended >> 'NOTED'`);
    const boards = newBoards();
    const both = await Promise.all([boards.open(stand.python, "/runs"), boards.open(stand.python, "/runs")]);
    expect(both).toEqual(["http://127.0.0.1:41234/", "http://127.0.0.1:41234/"]);
    const [words, ...more] = (await readFile(stand.noted, "utf8")).trimEnd().split("\n");
    expect(words).toMatch(/board\.py --logdir \/runs --host 127\.0\.0\.1 --port 0$/);
    expect(more).toEqual([]);
    await boards.close();
    await until(async () => (await readFile(stand.noted, "utf8")).includes("ended"));
  });

  it("is started again after it has ended by itself", async () => {
    const stand = await python(`${served}\nexit 0`);
    const boards = newBoards();
    await boards.open(stand.python, "/runs");
    await until(async () => {
      await boards.open(stand.python, "/runs").catch(() => {});
      return (await readFile(stand.noted, "utf8")).trimEnd().split("\n").length >= 2;
    });
  });

  it("is not started for visitors who may be anybody", async () => {
    const home = await newFolder();
    const database = openDatabase(home);
    const settings = openSettings(home);
    const webuis = createWebuiLinks(settings, {});
    const handOver = createGpuHandOver(database, webuis, { settings });
    const runner = createTrainingRunner(database, home, {
      away: noAway(database),
      handOver,
      settings,
      whenSucceeded: async () => {},
    });
    const methods = trainingMethods({
      database,
      roots: exposedRoots([]),
      runner,
      away: noAway(database),
      settings,
      trainers: trainerChoice(settings, home),
      curves: createCurveStore(),
      boards: newBoards(),
      webuis,
    });
    await expect(methods["training/tensorboard"]({})).rejects.toMatchObject({ code: "notAllowed" });
    handOver.close();
    await runner.close();
    database.close();
  });

  it("is told to be missing with what installs it, or why it did not start", async () => {
    const boards = newBoards();
    const without = await python("echo \"ModuleNotFoundError: No module named 'tensorboard'\" >&2\nexit 1");
    await expect(boards.open(without.python, "/runs")).rejects.toMatchObject({
      code: "notFound",
      hint: expect.stringContaining("-m pip install tensorboard"),
    });
    const broken = await python("echo 'first' >&2\necho 'ImportError: numpy is too new' >&2\nexit 1");
    await expect(boards.open(broken.python, "/runs")).rejects.toMatchObject({
      code: "busy",
      message: "TensorBoard did not start: ImportError: numpy is too new",
    });
    await expect(boards.open(join(await newFolder(), "none"), "/runs")).rejects.toMatchObject({ code: "busy" });
  });
});
