import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { allToolRuns } from "../../sidecar/training/tools/tool-folder.js";
import { startTool } from "../../sidecar/training/tools/tool-runner.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("a tool's folder that somebody takes away ends the looking at it, and not the studio", async () => {
  const [state, trainer] = [await newFolder(), await newFolder()];
  const crashes: unknown[] = [];
  const onCrash = (error: unknown): void => void crashes.push(error);
  process.on("uncaughtException", onCrash);
  await startTool(state, {
    request: {
      tool: "check",
      family: "sd15",
      loras: [join(state, "a.safetensors")],
      ratios: [],
      files: {},
      values: {},
    },
    trainer: { kind: "sd-scripts", folder: trainer, python: process.execPath, accelerate: null },
    ...{ output: null, rename: false, layers: 0 },
  });
  const [started] = allToolRuns(state);
  await rm(started?.folder ?? "", { recursive: true, force: true, maxRetries: 5 });
  // It is looked at every second.
  await wait(2500);
  process.off("uncaughtException", onCrash);

  expect(started?.id).toBe(1);
  expect(allToolRuns(state)).toEqual([]);
  expect(crashes).toEqual([]);
});
