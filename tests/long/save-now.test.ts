import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import sharp from "sharp";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { livesOf, shortTraining, stepsOf, trainingRooms, until } from "../support/training.js";

// As in real-trainer.test.ts: who has a trainer says where it lies.
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

const environment = { CUDA_VISIBLE_DEVICES: "", OMP_NUM_THREADS: "1", HF_HUB_OFFLINE: "1" };
const LONG_MS = 900_000;

const newFolder = temporaryFolders();
const openRoom = trainingRooms();

async function training(given: Record<string, string | number | boolean>) {
  const work = await newFolder();
  const prompts = join(work, "prompts.txt");
  await writeFile(prompts, "okara, smile --w 64 --h 64 --d 1 --s 1 --l 1\n");
  const own = {
    pretrained_model_name_or_path: model ?? "",
    tokenizer_cache_dir: tokenizers ?? "",
    max_train_steps: 8,
    sample_prompts: prompts,
  };
  return shortTraining(work, { ...own, ...given });
}

const json = async (home: string, ...words: string[]) =>
  JSON.parse((await atelier(home, [...words, "--json"], environment)).stdout);
const nameAt = (step: number): string => `okara-step${String(step).padStart(8, "0")}`;

withTrainer(`the real trainer is asked${without}`, () => {
  test(
    "to save and to draw: both come at the next step, what was planned comes as planned",
    async () => {
      const home = await newFolder();
      const { config, out } = await training({ save_every_n_steps: 100, save_state: true, sample_every_n_epochs: 50 });
      Object.assign(process.env, environment);
      const room = openRoom(home);
      const { plan } = await room["planning/import"]({ path: config });
      const { runId: id } = await room["training/start"]({ plan });
      const runThat = (fits: (run: Awaited<ReturnType<(typeof room)["training/run"]>>) => boolean) =>
        until(async () => {
          const run = await room["training/run"]({ id });
          return fits(run) || run.verdict !== null ? run : null;
        });
      await runThat(({ progress }) => progress.step >= 2);
      const asked = [await room["training/save"]({ id }), await room["training/sample"]({ id })];
      expect(asked.map(({ why }) => why)).toEqual([null, null]);
      const { now } = await runThat((run) => run.now?.save.state === "done" && run.now.sample.state === "done");
      const [step, drawn] = [now?.save.step ?? 0, now?.sample.step ?? 0];
      for (const at of [step, drawn]) {
        expect(at).toBeGreaterThanOrEqual(2);
        expect(at).toBeLessThan(8);
      }
      expect(now?.save.files).toEqual([join(out, `${nameAt(step)}.safetensors`)]);
      const state = JSON.parse(await readFile(join(out, `${nameAt(step)}-state`, "train_state.json"), "utf8"));
      expect(state.current_step).toBe(step);
      const [picture = ""] = now?.sample.files ?? [];
      expect(basename(picture)).toMatch(new RegExp(`^okara_${String(drawn).padStart(6, "0")}_00_`));
      expect(await sharp(picture).metadata()).toMatchObject({ format: "png", width: 64, height: 64 });

      const run = await runThat(() => false);
      expect({ state: run.state, cause: run.verdict?.cause }).toEqual({ state: "succeeded", cause: null });
      expect(await stepsOf(run.files.map(({ path }) => path))).toEqual([step, 8]);
      expect(await readdir(join(out, "sample"))).toEqual([basename(picture)]);
    },
    LONG_MS,
  );

  test(
    "to save and stop: it ends with what it has learnt, keeps what save_last_n_steps keeps, and goes on from there",
    async () => {
      const home = await newFolder();
      const { config, out } = await training({ save_every_n_steps: 3, save_last_n_steps: 3, save_state: true });
      await atelier(home, ["train", config, "--detach"], environment);
      await until(() => livesOf(home, 1).trainer);
      await json(home, "train", "stop", "1", "--save");
      await until(() => !livesOf(home, 1).keeper);
      const { state, files, resumable } = await json(home, "train", "show", "1");
      expect({ state, count: files.length }).toEqual({ state: "stopped", count: 1 });
      const [{ step, path }] = files;
      // It was asked while the model was still loading: the first step is the next.
      expect(step).toBe(1);
      expect(await stepsOf([path])).toEqual([1]);
      expect(resumable.step).toBe(1);
      const resumed = await atelier(home, ["train", "resume", "1", "--json"], environment);
      expect(resumed.code).toBe(0);
      const left = (await readdir(out)).filter((name) => name.endsWith(".safetensors")).sort();
      expect(left).toEqual(["okara.safetensors", ...[1, 3, 6].map((at) => `${nameAt(at)}.safetensors`)].sort());
      expect(existsSync(path)).toBe(true);
    },
    LONG_MS,
  );
});
