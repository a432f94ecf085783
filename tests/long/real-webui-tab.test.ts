import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { execa } from "execa";
import { writeTrainingSet } from "../../sidecar/rehearsal/pictures/write-training-set.js";
import { temporaryFolders } from "../support/temporary-folder.js";

// As tests/long/real-webui.test.ts, with the trainer of tests/long/real-trainer.test.ts: the WebUI has this extension, and its checkpoint
// is ATELIER_TEST_SD15.
const {
  WEBUI_URL: url,
  SD_SCRIPTS_DIR: trainer,
  SD_SCRIPTS_PYTHON: python,
  ATELIER_TEST_SD15: checkpoint,
  ATELIER_TEST_TOKENIZERS: tokenizers,
} = process.env;
const given = url && trainer && python && checkpoint && tokenizers;
const missing = "WEBUI_URL, SD_SCRIPTS_DIR, SD_SCRIPTS_PYTHON, ATELIER_TEST_SD15, ATELIER_TEST_TOKENIZERS";
const withAll = given ? describe : describe.skip;

// Twelve real steps and fourteen pictures on a processor.
const LONG_MS = 5_400_000;
const newFolder = temporaryFolders();

withAll(`the tab of a real WebUI${given ? ` at ${url}` : ` (skipped: not all set: ${missing})`}`, () => {
  test(
    "from pictures to a proven sweep, a cell in txt2img and an interrupt, all by clicking",
    async () => {
      const work = await newFolder();
      const pictures = join(work, "okara");
      await writeTrainingSet(pictures);
      const where = ["--webui", url ?? "", "--pictures", pictures, "--checkpoint", checkpoint ?? ""];
      const trained = ["--trainer", trainer ?? "", "--python", python ?? "", "--tokenizers", tokenizers ?? ""];
      const { stdout, stderr, exitCode } = await execa(
        process.execPath,
        ["scripts/webui-journey.mjs", ...where, ...trained],
        { reject: false },
      );
      await rm(work, { recursive: true, force: true });

      expect([exitCode, stderr]).toEqual([0, ""]);
      expect(stdout).toContain("every cell proven");
    },
    LONG_MS,
  );
});
