import type { CourseStep } from "./course-steps.js";
import { lookAtPrune } from "./look-at-set.js";
import { type LookingCourse, newest } from "./looking-course.js";
import { wantedSweep } from "./wanted-sweep.js";

type Deed = (looking: LookingCourse) => Promise<void>;

const made = ({ course, note }: LookingCourse, step: CourseStep): void =>
  note({ made: [...new Set([...course.notes.made, step])] });

/** A tag as it stands, where a pattern is expected. */
const literal = (tag: string): string => tag.replaceAll(/[*?\\]/g, "\\$&");

async function check({ call, course, note, firstTime }: LookingCourse): Promise<void> {
  const { jobId } = await call("dataset/measure", { folder: course.folder });
  if (jobId === null) return;
  firstTime(`job ${jobId}`);
  note({ jobs: { ...course.notes.jobs, check: jobId } });
}

async function rename(looking: LookingCourse): Promise<void> {
  await looking.call("dataset/rename", { folder: looking.course.folder, limit: 1 });
  made(looking, "rename");
}

async function arrange(looking: LookingCourse): Promise<void> {
  const { call, course, into } = looking;
  const { trigger, repeats, move } = course.options;
  await call("dataset/arrange", {
    folder: course.folder,
    trigger: trigger ?? "",
    repeats,
    into: into(),
    move,
    limit: 0,
  });
  made(looking, "arrange");
}

async function tag({ call, course, note, into, firstTime }: LookingCourse): Promise<void> {
  const { concept, taggers } = course.options;
  const folder = into();
  const models = taggers.length === 0 ? {} : { models: taggers.map((model) => ({ model })) };
  const { settings } = await call("settings/list", {});
  const isSet = settings.some(
    ({ name, value }) => (name === "tagger.threshold" || name === "tagger.preset") && value !== null,
  );
  // What suits the concept, unless the user has settled it.
  const advice = isSet ? null : await call("tagging/advise", { concept, folder, ...models }).catch(() => null);
  const choice = advice === null ? {} : { choice: { thresholds: advice.thresholds } };
  const { jobId } = await call("tagging/start", { folder, existing: "skip", ...models, ...choice });
  firstTime(`job ${jobId}`);
  note({ jobs: { ...course.notes.jobs, tag: jobId } });
}

async function trigger(looking: LookingCourse): Promise<void> {
  const { call, course, into } = looking;
  const edits = [{ kind: "trigger" as const, word: course.options.trigger ?? "" }];
  await call("captions/edit", { folder: into(), edits, limit: 1 });
  made(looking, "trigger");
}

async function prune(looking: LookingCourse): Promise<void> {
  const { tags } = await lookAtPrune(looking);
  const edits = [{ kind: "remove" as const, tags: tags.map(literal) }];
  if (tags.length > 0) await looking.call("captions/edit", { folder: looking.into(), edits, limit: 1 });
  made(looking, "prune");
}

async function plan({ call, course, note, into }: LookingCourse): Promise<void> {
  const { concept, trigger: word, model, steps, epochs, preset, planArguments } = course.options;
  const folder = into();
  const proposed = await call("planning/propose", {
    folder,
    concept,
    arguments: planArguments,
    ...(word === null ? {} : { trigger: word }),
    ...(model === null ? {} : { model }),
    ...(steps === null ? {} : { steps }),
    ...(epochs === null ? {} : { epochs }),
    ...(preset === null ? {} : { preset }),
  });
  const { plans } = await call("planning/plans", { folder });
  note({ began: { step: "plan", after: newest(plans.map(({ id }) => id)) } });
  const { id } = await call("planning/save", { plan: proposed.plan, folder, concept, reasons: proposed.reasons });
  note({ plan: id, began: null });
}

async function train({ call, course, note, into }: LookingCourse): Promise<void> {
  const { plan: id, run, again } = course.notes;
  const folder = into();
  const { runs } = await call("training/runs", { folder });
  note({ began: { step: "train", after: newest(runs.map((one) => one.id)) } });
  if (run !== null) {
    const { runId } = await call(again === "resume" ? "training/resume" : "training/retry", { id: run });
    note({ run: runId, began: null, again: null });
    return;
  }
  const { plan: planned, concept } = await call("planning/get", { id: id ?? 0 });
  const { rehearsal } = course.options;
  const { runId } = await call("training/start", { plan: planned, concept, folder, rehearsal, whenThere: "rename" });
  note({ run: runId, began: null });
}

async function sweep(looking: LookingCourse): Promise<void> {
  const { call, course, note } = looking;
  const { sweep: id, again, run } = course.notes;
  if (id !== null && again === "resume") {
    await call("sweep/resume", { id });
    note({ again: null });
    return;
  }
  const settings = await wantedSweep(looking);
  const { sweeps } = await call("sweep/list", { run: run ?? 0 });
  note({ began: { step: "sweep", after: newest(sweeps.map((one) => one.id)) } });
  const started = await call("sweep/start", { settings });
  note({ sweep: started.id, began: null, again: null });
}

// As many as a sweep begins with.
const MORE_SEEDS = 3;

/** Draws further seeds, so that the same question is answered by more pictures. */
async function drawMore({ call, course, note }: LookingCourse): Promise<void> {
  const id = course.notes.sweep ?? 0;
  const { settings, axes } = await call("sweep/get", { id });
  const drawn = axes.find((axis) => axis.id === "seed")?.values.map(({ text }) => Number(text)) ?? [];
  const last = Math.max(0, ...drawn.filter(Number.isSafeInteger));
  const seeds = [...drawn, ...Array.from({ length: MORE_SEEDS }, (_, index) => last + index + 1)].join(", ");
  note({ again: null, more: course.notes.more + 1, report: null });
  await call("sweep/change", { id, settings: { ...settings, seeds } });
}

async function recommend(looking: LookingCourse): Promise<void> {
  const { call, course, note } = looking;
  if (course.notes.again === "retry") return drawMore(looking);
  const id = course.notes.sweep ?? 0;
  const { recommendation } = await call("sweep/report", { id });
  if (recommendation === null) return;
  const { lora, strength } = recommendation;
  const { path } = await call("sweep/install", { id, lora, strength });
  note({ installed: path });
}

async function report({ call, course, note }: LookingCourse): Promise<void> {
  const { path } = await call("project/report", { id: course.project });
  note({ report: path });
}

/** What each step does; everything is found again by its record in the room, should the program end in the middle. */
export const deeds: Record<CourseStep, Deed> = {
  check,
  rename,
  arrange,
  tag,
  trigger,
  prune,
  plan,
  train,
  sweep,
  recommend,
  report,
};
