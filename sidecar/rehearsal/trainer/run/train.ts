import type { Dataset } from "../dataset/dataset.js";
import { defaultRate, type Optimizer } from "../model/optimizer.js";
import type { ScriptFamily } from "../model/script-family.js";
import { type EventFile, openEventFile } from "../saves/event-file.js";
import { runMetadata } from "../saves/run-metadata.js";
import { type Place, Saver } from "../saves/saver.js";
import { resumeState } from "../saves/states.js";
import { ProgressBar } from "../screen/progress-bar.js";
import { type Course, planCourse } from "./course.js";
import { LossRecorder, lossCurve, scheduled } from "./loss.js";
import { checkPictureSizes, mishapBefore } from "./mishaps.js";
import { drawSamples } from "./samples.js";
import { type Session, sleep } from "./session.js";
import { studyOf } from "./study.js";

// The rate that optimizers which find their own are taken to find.
const OWN_RATE = 1e-4;

const USUAL_STEP_SECONDS = 0.005;
const MOST_RUN_SECONDS = 10;

function learningRate({ settings }: Session, { relative, className }: Optimizer): number {
  if (relative || /prodigy|dadapt/i.test(className)) return OWN_RATE;
  return settings.number("unet_lr") ?? settings.number("learning_rate") ?? defaultRate;
}

function tellStart(
  { streams, settings, log }: Session,
  family: ScriptFamily,
  datasets: readonly Dataset[],
  course: Course,
): void {
  const sum = (of: (dataset: Dataset) => number): number => datasets.reduce((all, one) => all + of(one), 0);
  const lines = [
    "running training / 学習開始",
    `  num train images * repeats / 学習画像の数×繰り返し回数: ${sum(({ images }) => images)}`,
    "  num validation images * repeats / 学習画像の数×繰り返し回数: 0",
    `  num reg images / 正則化画像の数: ${sum(({ regImages }) => regImages)}`,
    `  num batches per epoch / 1epochのバッチ数: ${course.batchesPerEpoch}`,
    `  num epochs / epoch数: ${course.epochs}`,
    `  batch size per device / バッチサイズ: ${datasets.map(({ batchSize }) => batchSize).join(", ")}`,
    `  gradient accumulation steps / 勾配を合計するステップ数 = ${course.accumulation}`,
    `  total optimization steps / 学習ステップ数: ${course.steps}`,
  ];
  for (const line of lines) streams.out(`${line}\n`);
  // git's own words, where sd-scripts was not cloned.
  streams.err("fatal: not a git repository (or any of the parent directories): .git\n");
  const precision = settings.text("mixed_precision");
  const type = precision === "fp16" ? "torch.float16" : precision === "bf16" ? "torch.bfloat16" : "torch.float32";
  log.info("train_network.py:1347", `unet dtype: ${type}, device: cpu`);
  for (const index of family.textEncoders.keys()) {
    log.info("train_network.py:1353", `text_encoder [${index}] dtype: ${type}, device: cpu`);
  }
}

/** What a loop needs beside the session. */
interface Work {
  datasets: readonly Dataset[];
  course: Course;
  saver: Saver;
  loss: (step: number) => number;
  bar: ProgressBar;
  events: EventFile | null;
  /** The rate before the scheduler. */
  rate: number;
  secondsPerStep: number;
  /** The step after which it ends: all, or fewer when it is to end early. */
  end: number;
}

async function epochSteps(session: Session, work: Work, place: Place, recorder: LossRecorder): Promise<void> {
  const { settings, options, requests } = session;
  const { datasets, course, saver, loss, bar, events, rate, end } = work;
  const pictures = datasets.flatMap(({ subsets }) => subsets.flatMap((subset) => subset.pictures));
  const every = settings.number("save_every_n_steps") ?? 0;
  const inEpoch = place.epoch === course.firstEpoch ? Math.max(0, course.skipped) : 0;
  let due = performance.now();
  for (let index = inEpoch; index < course.perEpoch && place.step < end; index += 1) {
    await mishapBefore(session, place.step + 1, pictures);
    // By the clock, so that a timer's slack does not add up over thousands of steps.
    due += work.secondsPerStep * 1000;
    await sleep((due - performance.now()) / 1000);
    if (place.step === 0) checkPictureSizes(session, datasets);
    place.step += 1;
    bar.update();
    const asked = requests.takeSample(place.step);
    await drawSamples(session, { step: place.step, epoch: null, progress: place.step / course.steps, asked });
    if (asked) requests.sampled();
    const before = performance.now();
    await saver.atStep(place, every);
    due += performance.now() - before;
    const lost = options.misbehave === "nan" && place.step >= (options.atStep ?? 2) ? Number.NaN : loss(place.step);
    if (Number.isNaN(lost)) place.broken = true;
    const average = recorder.add(place.epoch, index, lost);
    const norm = settings.number("scale_weight_norms") === null ? {} : { "Keys Scaled": 0, "Average key norm": 0.123 };
    bar.show({ ...norm, avr_loss: average });
    events?.write(place.step, {
      "loss/current": lost,
      "loss/average": average,
      "lr/unet": rate * scheduled(settings.text("lr_scheduler"), (place.step + 1) / (course.steps + 1)),
    });
  }
}

async function allEpochs(session: Session, work: Work, place: Place): Promise<void> {
  const { streams, log } = session;
  const { course, saver, events, end } = work;
  const recorder = new LossRecorder();
  for (let epoch = course.firstEpoch; epoch < course.epochs && place.step < end; epoch += 1) {
    streams.out(`\nepoch ${epoch + 1}/${course.epochs}\n\n`);
    log.info("train_util.py:784", `epoch is incremented. current_epoch: ${epoch}, epoch: ${epoch + 1}`);
    place.epoch = epoch;
    await epochSteps(session, work, place, recorder);
    const done = epoch + 1;
    events?.write(done, { "loss/epoch_average": recorder.average });
    if (course.everyEpochs && done % course.everyEpochs === 0 && done < course.epochs && place.step < end) {
      await saver.atEpoch({ ...place, epoch: done }, course.everyEpochs);
    }
    await drawSamples(session, { step: place.step, epoch: done, progress: place.step / course.steps });
  }
}

/** The run itself, from the sums to `model saved.`. */
export async function train(
  session: Session,
  family: ScriptFamily,
  datasets: readonly Dataset[],
  optimizer: Optimizer,
): Promise<void> {
  const { settings, streams, log, options } = session;
  const epochs = settings.number("max_train_epochs");
  if (epochs !== null) {
    const { steps } = planCourse(settings, datasets, null);
    streams.out(`override steps. steps for ${epochs} epochs is / 指定エポックまでのステップ数: ${steps}\n`);
  }
  const course = planCourse(settings, datasets, resumeState(session));
  tellStart(session, family, datasets, course);
  const rate = learningRate(session, optimizer);
  const metadata = await runMetadata(settings, datasets, family, optimizer, course);
  const saver = new Saver(session, family, metadata, studyOf(datasets, course, rate));
  if (course.initial > 0 && settings.flag("skip_until_initial_step")) {
    log.info("train_network.py:1290", `skipping ${course.initial} steps / ${course.initial}ステップをスキップします`);
  }
  const place: Place = { step: course.skipped, epoch: course.firstEpoch, broken: false };
  session.requests.begin(settings.text("sample_prompts") !== null);
  await drawSamples(session, { step: 0, epoch: 0, progress: 0 });
  const shown = (datasets[0]?.batchSize ?? 1) * course.accumulation;
  const images = datasets.reduce(
    (sum, { subsets }) => sum + subsets.reduce((all, one) => all + one.pictures.length, 0),
    0,
  );
  const bar = new ProgressBar(streams, "steps", course.steps - course.skipped);
  session.bar = bar;
  const early = options.atStep ?? Math.max(1, Math.floor(course.steps / 2));
  await allEpochs(
    session,
    {
      datasets,
      course,
      saver,
      loss: lossCurve(rate, settings.number("seed") ?? 42, shown / images),
      bar,
      events: openEventFile(settings),
      rate,
      secondsPerStep: options.secondsPerStep ?? Math.min(USUAL_STEP_SECONDS, MOST_RUN_SECONDS / course.steps),
      end: options.misbehave === "wrongSteps" ? Math.min(early, course.steps) : course.steps,
    },
    place,
  );
  await saver.atEnd({ ...place, epoch: course.epochs });
  log.info("train_network.py:1729", "model saved.");
  bar.close();
  session.bar = null;
}
