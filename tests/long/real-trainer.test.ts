import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import {
  changedAt,
  lastLine,
  livesOf,
  runLines,
  runningCommands,
  shortTraining,
  stepsOf,
  trainingRooms,
  until,
} from "../support/training.js";

// The trainer, its Python with torch and a base model are large and not ours to ship: who has them says where they lie.
// scripts/tiny-model/make_random_sd15.py and make_clip_tokenizer.mjs make what stands in for the model and the tokenizer.
const {
  SD_SCRIPTS_DIR,
  SD_SCRIPTS_PYTHON,
  ATELIER_TEST_SD15: model,
  ATELIER_TEST_TOKENIZERS: tokenizers,
} = process.env;
const there = SD_SCRIPTS_DIR && SD_SCRIPTS_PYTHON && model && tokenizers;
const without = there
  ? ""
  : " (skipped: SD_SCRIPTS_DIR, SD_SCRIPTS_PYTHON, ATELIER_TEST_SD15 and ATELIER_TEST_TOKENIZERS are not all set)";
const withTrainer = there ? describe : describe.skip;

// Steps of seconds on a processor; the threads of a second run would only wait for one another.
const environment = { CUDA_VISIBLE_DEVICES: "", OMP_NUM_THREADS: "1", HF_HUB_OFFLINE: "1" };
const LONG_MS = 900_000;

const newFolder = temporaryFolders();
const startCommand = runningCommands();
const openRoom = trainingRooms();

const training = (work: string, given: Record<string, string | number | boolean> = {}, count = 4) =>
  shortTraining(
    work,
    { pretrained_model_name_or_path: model ?? "", tokenizer_cache_dir: tokenizers ?? "", ...given },
    count,
  );
const show = async (home: string) =>
  JSON.parse((await atelier(home, ["train", "show", "1", "--json"], environment)).stdout);
const pathsOf = (files: { path: string }[]): string[] => files.map(({ path }) => path);

withTrainer(`the real trainer${without}`, () => {
  test(
    "takes the plan, and each file is seen when it is whole",
    async () => {
      const [home, work] = [await newFolder(), await newFolder()];
      const { config } = await training(work);
      const tried = await atelier(home, ["train", config, "--dry-run", "--json"], environment);
      expect(JSON.parse(tried.stdout)).toMatchObject({ ready: true, steps: 6 });

      const { line, lines, ended } = startCommand(home, ["train", config, "--json"], environment);
      for (const count of [1, 2, 3]) {
        // The last two may come between two looks.
        const { files, state } = await line((seen) => seen.files.length >= count);
        expect({ state, steps: await stepsOf(files) }).toEqual({
          state: "running",
          steps: [2, 4, 6, 6].slice(0, files.length),
        });
      }
      expect(await ended).toBe(0);
      const last = lines.at(-1);
      expect(last).toMatchObject({ state: "succeeded", cause: null });
      expect(await stepsOf(last?.files ?? [])).toEqual([2, 4, 6, 6]);
      const phases = lines.map(({ phase }) => phase);
      for (const phase of ["starting", "loading", "training"]) expect(phases).toContain(phase);
      expect(lines.some((seen) => Number(Object(seen).averageLoss) > 0)).toBe(true);
    },
    LONG_MS,
  );

  test(
    "ends after its next file with nobody watching, and goes on from its state under the same names",
    async () => {
      const [home, work] = [await newFolder(), await newFolder()];
      const { config } = await training(work, { save_state: true });
      await atelier(home, ["train", config, "--detach"], environment);
      await until(() => livesOf(home, 1).trainer);
      await atelier(home, ["train", "stop", "1", "--after-save"], environment);
      await until(() => !livesOf(home, 1).keeper);
      const { state, files, resumable } = await show(home);
      expect({ state, steps: await stepsOf(pathsOf(files)), from: resumable.step }).toEqual({
        state: "stopped",
        steps: [2],
        from: 2,
      });

      const before = await changedAt(pathsOf(files));
      const { code, stdout } = await atelier(home, ["train", "resume", "1", "--json"], environment);
      const last = lastLine(stdout);
      expect({ code, state: last.state, steps: await stepsOf(last.files) }).toEqual({
        code: 0,
        state: "succeeded",
        steps: [4, 6, 6],
      });
      expect(last.files.map((path) => basename(path)).at(-1)).toBe("okara.safetensors");
      expect(await changedAt(pathsOf(files))).toEqual(before);
      expect(runLines(stdout).some(({ step, total }) => step === 3 && total === 6)).toBe(true);
    },
    LONG_MS,
  );

  test(
    "interrupted in its second epoch, it goes on without writing over its files",
    async () => {
      const [home, work] = [await newFolder(), await newFolder()];
      const [steps, perEpoch] = [12, 4];
      const { config } = await training(work, { save_state: true, max_train_steps: steps }, 2);
      const { child, line, ended } = startCommand(home, ["train", config, "--json"], environment);
      await line(({ files }) => files.length === 3);
      child.kill("SIGINT");
      expect(await ended).toBe(130);
      expect(livesOf(home, 1)).toEqual({ keeper: false, trainer: false });
      const { state, files, resumable } = await show(home);
      expect(state).toBe("stopped");
      expect(resumable.step).toBeGreaterThanOrEqual(perEpoch);

      const before = await changedAt(pathsOf(files));
      const { code, stdout } = await atelier(home, ["train", "resume", "1", "--json"], environment);
      const last = lastLine(stdout);
      expect({ code, state: last.state, cause: last.cause }).toEqual({ code: 0, state: "succeeded", cause: null });
      const left = Math.floor(resumable.step / perEpoch) * perEpoch;
      expect(basename(last.files.at(-1) ?? "")).toBe(`okara-from${resumable.step}.safetensors`);
      expect((await stepsOf(last.files)).at(-1)).toBe(steps - left);
      expect(await changedAt(pathsOf(files))).toEqual(before);
    },
    LONG_MS,
  );

  test(
    "goes on when the program that started it is killed, and the next command tells how it is and how it ended",
    async () => {
      const [home, work] = [await newFolder(), await newFolder()];
      const { config } = await training(work);
      const { child, line, ended } = startCommand(home, ["train", config, "--json"], environment);
      await line(({ files }) => files.length === 1);
      child.kill("SIGKILL");
      await ended;
      const during = await show(home);
      expect(during.state).toBe("running");
      expect(during.progress.step).toBeGreaterThanOrEqual(2);
      await until(() => !livesOf(home, 1).keeper);
      const { state, verdict, files } = await show(home);
      expect({ state, code: verdict.exitCode, steps: await stepsOf(pathsOf(files)) }).toEqual({
        state: "succeeded",
        code: 0,
        steps: [2, 4, 6, 6],
      });
    },
    LONG_MS,
  );

  // The pictures are in order when the run is accepted; what the trainer finds is another matter. It ends with 0 in all of these.
  test.each([
    { what: "the folder is gone", change: (images: string) => rm(images, { recursive: true }), cause: "noDataMissing" },
    {
      what: "the folder holds the pictures itself",
      change: async (images: string) => {
        const inside = join(images, "2_okara");
        for (const name of await readdir(inside)) await rename(join(inside, name), join(images, name));
        await rm(inside, { recursive: true });
      },
      cause: "noDataLeaf",
    },
    {
      what: "the folder has no repeats",
      change: (images: string) => rename(join(images, "2_okara"), join(images, "okara")),
      cause: "noDataFolderName",
    },
    {
      what: "letters stand before the repeats",
      change: (images: string) => rename(join(images, "2_okara"), join(images, "x2_okara")),
      cause: "noDataFolderName",
    },
    {
      what: "the folder is empty",
      change: async (images: string) => {
        await rm(join(images, "2_okara"), { recursive: true });
        await mkdir(join(images, "2_okara"));
      },
      cause: "noDataEmpty",
    },
  ])(
    "ends with 0 and trained nothing: $what",
    async ({ change, cause }) => {
      const [home, work] = [await newFolder(), await newFolder()];
      const { config } = await training(work);
      Object.assign(process.env, environment);
      const room = openRoom(home);
      const { plan } = await room["planning/import"]({ path: config });
      await room["training/queue"]({ paused: true });
      const { runId: id } = await room["training/start"]({ plan });
      await change(join(work, "img"));
      await room["training/queue"]({ paused: false });
      const run = await until(async () => {
        const now = await room["training/run"]({ id });
        return now.state === "queued" || now.state === "running" ? null : now;
      });
      expect({ state: run.state, cause: run.verdict?.cause, code: run.verdict?.exitCode, files: run.files }).toEqual({
        state: "failed",
        cause,
        code: 0,
        files: [],
      });
    },
    LONG_MS,
  );
});
