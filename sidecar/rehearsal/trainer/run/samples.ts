import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { timeOfDay } from "../screen/log.js";
import { pythonFloat } from "../screen/numbers.js";
import { ProgressBar } from "../screen/progress-bar.js";
import { drawSample } from "./draw-sample.js";
import { readPrompts, type SamplePrompt } from "./sample-prompts.js";
import { type Session, sleep } from "./session.js";

interface Moment {
  step: number;
  /** null: not at the end of an epoch. */
  epoch: number | null;
  /** From 0 to 1. */
  progress: number;
  /** On request. */
  asked?: boolean;
}

/** sd-scripts' rule: by epochs when `sample_every_n_epochs` is given, else by steps. */
function wanted({ settings }: Session, { step, epoch, asked }: Moment): boolean {
  if (asked) return true;
  if (step === 0) return settings.flag("sample_at_first");
  const everyEpochs = settings.number("sample_every_n_epochs");
  if (everyEpochs !== null) return epoch !== null && epoch % everyEpochs === 0;
  const everySteps = settings.number("sample_every_n_steps");
  return everySteps !== null && epoch === null && step % everySteps === 0;
}

function describe({ log }: Session, prompt: SamplePrompt): void {
  log.info("train_util.py:6542", `prompt: ${prompt.prompt}`);
  log.info("train_util.py:6543", `negative_prompt: ${prompt.negative ?? "None"}`);
  log.info("train_util.py:6544", `height: ${prompt.height}`);
  log.info("train_util.py:6545", `width: ${prompt.width}`);
  log.info("train_util.py:6546", `sample_steps: ${prompt.steps}`);
  log.info("train_util.py:6547", `scale: ${pythonFloat(prompt.scale)}`);
  log.info("train_util.py:6548", `sample_sampler: ${prompt.sampler}`);
  if (prompt.seed !== null) log.info("train_util.py:6550", `seed: ${prompt.seed}`);
}

async function drawOne(session: Session, prompt: SamplePrompt, index: number, moment: Moment): Promise<void> {
  const { settings, streams, options } = session;
  describe(session, prompt);
  const bar = new ProgressBar(streams, "", prompt.steps, true);
  for (let step = 0; step < prompt.steps; step += 1) {
    await sleep((options.secondsPerStep ?? 0) / 4);
    bar.update();
  }
  bar.close();
  const name = settings.text("output_name");
  const when =
    moment.epoch === null ? String(moment.step).padStart(6, "0") : `e${String(moment.epoch).padStart(6, "0")}`;
  const time = timeOfDay().replace(/\D/g, "");
  const seed = prompt.seed === null ? "" : `_${prompt.seed}`;
  const file = `${name === null ? "" : `${name}_`}${when}_${String(index).padStart(2, "0")}_${time}${seed}.png`;
  const folder = join(settings.text("output_dir") ?? ".", "sample");
  mkdirSync(folder, { recursive: true });
  await drawSample(join(folder, file), `${prompt.prompt} ${prompt.seed ?? ""}`, prompt, moment.progress);
}

/** Draws the sample pictures that are due now. */
export async function drawSamples(session: Session, moment: Moment): Promise<void> {
  const { settings, log } = session;
  const path = settings.text("sample_prompts");
  if (!wanted(session, moment)) return;
  log.info("train_util.py:6393", "");
  log.info("train_util.py:6394", `generating sample images at step / サンプル画像生成 ステップ: ${moment.step}`);
  const prompts = path === null ? null : readPrompts(path, settings.text("sample_sampler") ?? "ddim");
  if (!prompts) {
    return log.error("train_util.py:6398", `No prompt file / プロンプトファイルがありません: ${path ?? "None"}`);
  }
  for (const [index, prompt] of prompts.entries()) await drawOne(session, prompt, index, moment);
}
