import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { openSettings } from "../../sidecar/host/settings/settings.js";
import { planOfWire } from "../../sidecar/planning/wire-plan.js";
import { openDatabase } from "../../sidecar/store/database.js";
import type { MeantRun } from "../../sidecar/training/runs/run-record.js";
import { addRun, oneRun } from "../../sidecar/training/runs/run-table.js";
import { createTrainingRunner } from "../../sidecar/training/runs/runner.js";
import { createGpuHandOver } from "../../sidecar/webui/gpu-hand-over.js";
import type { WebuiLink } from "../../sidecar/webui/webui-link.js";
import { createWebuiLinks } from "../../sidecar/webui/webui-links.js";
import { testPython } from "../support/fake-trainer.js";
import { noDrawing } from "../support/no-drawing.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { noAway, until } from "../support/training.js";

const newFolder = temporaryFolders();

/** A run whose trainer only writes down that it has begun, and ends without a file. */
async function brokenRun(folder: string): Promise<MeantRun> {
  const script = `import pathlib\npathlib.Path(${JSON.stringify(join(folder, "begun"))}).touch()\n`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "train_network.py"), script);
  const plan = planOfWire({
    name: "okara",
    family: "sd15",
    length: { by: "steps", value: 4 },
    arguments: { output_name: "okara" },
    datasets: null,
    launch: {},
    samplePrompts: null,
    additional: [],
    origin: null,
  });
  const trainer = { kind: "sd-scripts", folder, python: await testPython(), accelerate: null } as const;
  const files: MeantRun["files"] = [{ name: "okara.safetensors", kind: "last", step: 4, epoch: 1, removedAt: null }];
  const counts = { steps: 4, perEpoch: 4, epochs: 1, from: 0 };
  return { plan, concept: "character", folder: null, trainer, outputFolder: folder, files, parent: null, ...counts };
}

test("a run waits for the WebUI's picture, trains without its checkpoint, and gives it back when it has failed too", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const database = openDatabase(home);
  const settings = openSettings(home);
  const links = createWebuiLinks(settings, {});
  const handOver = createGpuHandOver(database, links, { settings });
  const story: string[] = [];
  let drawn = (): void => {};
  const link: WebuiLink = {
    id: "a",
    kind: "tab",
    title: "a",
    isHere: true,
    facts: async () => ({ name: null, version: null, loraFolder: null }),
    isDrawing: async () => false,
    releaseMemory: () =>
      new Promise((resolve) => {
        drawn = () => {
          story.push("released");
          resolve(true);
        };
      }),
    restoreMemory: async () => void story.push(`restored, the run ${oneRun(database, 1).state}`),
    refreshLoras: async () => {},
    ...noDrawing,
  };
  links.attach(link);
  const runner = createTrainingRunner(database, home, {
    away: noAway(database),
    handOver,
    settings,
    whenSucceeded: async () => {},
  });
  addRun(database, "okara", await brokenRun(work));
  runner.wake();
  await until(() => handOver.state().waiting.length > 0);
  const before = oneRun(database, 1).state;
  drawn();
  await until(() => handOver.state().lent.length === 0 && story.length > 1);

  expect(before).toBe("queued");
  expect(story).toEqual(["released", "restored, the run failed"]);
  handOver.close();
  await runner.close();
  database.close();
});
