import { basename } from "node:path";
import type { Result } from "../../../protocol/validate.js";
import { reportError, storedReport } from "../../host/studio-error.js";
import type { Call } from "../call.js";
import { errorCause } from "./ask.js";
import type { FactsOf, JobFacts } from "./course-facts.js";
import type { Cause } from "./course-state.js";
import type { LookingCourse } from "./looking-course.js";

/**
 * How a job stands; null: none, or one that an ended program left. Nobody works on that where a command alone goes on, so it is
 * asked for once more, which takes up the same job.
 */
async function jobFacts({ call, firstTime }: LookingCourse, jobId: number | undefined): Promise<JobFacts | null> {
  if (jobId === undefined) return null;
  const isFromBefore = firstTime(`job ${jobId}`);
  const { state, done, failed, total, message, said } = await call("job/get", { jobId });
  if (state === "running" && isFromBefore) return null;
  const report = storedReport({ code: "internal", message: message ?? "", hint: "", said });
  return {
    state,
    pace: { done: done + failed, of: total, secondsLeft: null },
    failed,
    error: state === "failed" ? errorCause(report) : null,
  };
}

type Problem = Result<"dataset/check">["set"][number];

const checkCause = ({ kind, values, message, remedy }: Problem): Cause => ({
  kind: "check",
  code: kind,
  values,
  message,
  remedy,
});

export async function lookAtCheck(looking: LookingCourse): Promise<FactsOf["check"]> {
  const { call, course } = looking;
  const { folder, options, notes } = course;
  const found: Problem[] = [];
  let first: Result<"dataset/check"> | null = null;
  for (let from: number | null = 0; from !== null; ) {
    const part: Result<"dataset/check"> = await call("dataset/check", { folder, concept: options.concept, from });
    first ??= part;
    if (part === first) found.push(...part.set);
    found.push(...part.images.flatMap(({ problems }) => problems));
    from = part.next;
  }
  const error = found.find(({ severity }) => severity === "error");
  return {
    pictures: first?.pictures ?? 0,
    measured: first?.measured ?? 0,
    trainable: first?.verdict !== "not-trainable",
    warnings: found.filter(({ severity }) => severity === "warning").length,
    cause: error === undefined ? null : checkCause(error),
    job: await jobFacts(looking, notes.jobs.check),
  };
}

/** The folder to give the trainer, where the pictures lie as it wants them already. */
async function layoutOf({ call, course }: LookingCourse): Promise<string | null> {
  const { folder } = course;
  const { verdict, findings, pictures } = await call("dataset/trainingFolder", { folder });
  if (verdict === "right" && pictures > 0) return folder;
  return findings.find(({ kind }) => kind === "isConcept")?.give ?? null;
}

export async function lookAtRename(looking: LookingCourse): Promise<FactsOf["rename"]> {
  const { call, course } = looking;
  if ((await layoutOf(looking)) !== null) return { files: 0, isArranged: true };
  const { files } = await call("dataset/rename", { folder: course.folder, dryRun: true, limit: 1 });
  return { files, isArranged: false };
}

const LEADING_REPEATS = /^\d+_/;

/** The trigger word of `10_okara girl`. */
export const triggerOf = (folder: string): string => basename(folder).replace(LEADING_REPEATS, "").split(/\s/)[0] ?? "";

// Further ones get numbers.
const MOST_TRAINING_FOLDERS = 50;

/** Where pictures are arranged: the usual place, or the next free one where something else lies there. */
async function placeFor({ call, course }: LookingCourse, trigger: string): Promise<string> {
  const { folder, options } = course;
  const dryRun = { folder, trigger, repeats: options.repeats, dryRun: true, limit: 1 };
  const usual = options.into ?? (await call("dataset/arrange", dryRun)).folder;
  for (let number = 1; number <= MOST_TRAINING_FOLDERS; number += 1) {
    const into = number === 1 ? usual : `${usual}-${number}`;
    const pictures = await picturesIn(call, into);
    if (pictures === 0) return into;
    // Arranged before, by hand or by an earlier course.
    if ((await call("dataset/arrange", { ...dryRun, into })).files === 0) return into;
  }
  return usual;
}

/** 0 also where there is no such folder. */
async function picturesIn(call: Call, folder: string): Promise<number> {
  try {
    return (await call("captions/stats", { folder, limit: 1 })).pictures;
  } catch (error) {
    if (reportError(error).code === "notFound") return 0;
    throw error;
  }
}

export async function lookAtArrange(looking: LookingCourse): Promise<FactsOf["arrange"]> {
  const { call, course, note } = looking;
  const layout = await layoutOf(looking);
  if (layout !== null) {
    const { folders } = await call("captions/stats", { folder: layout, limit: 1 });
    const named = folders.map(({ folder }) => folder).find((name) => LEADING_REPEATS.test(name));
    note({ into: layout }, { trigger: course.options.trigger ?? triggerOf(named ?? layout) });
    return { layout, into: layout, there: await picturesIn(call, layout), files: 0, trigger: null };
  }
  const trigger = course.options.trigger ?? triggerOf(course.folder);
  const wish = { folder: course.folder, trigger, repeats: course.options.repeats, dryRun: true, limit: 1 };
  const tried = await call("dataset/arrange", wish);
  const [refused] = tried.folders.length === 0 ? tried.warnings : [];
  if (refused) {
    const cause: Cause = {
      kind: "error",
      code: "badArguments",
      values: {},
      message: refused.message,
      remedy: refused.remedy,
    };
    return { layout: null, into: "", there: 0, files: 0, trigger: cause };
  }
  const into = course.notes.into ?? (await placeFor(looking, trigger));
  note({ into }, { trigger });
  const { files } = await call("dataset/arrange", { ...wish, into });
  return { layout: null, into, there: await picturesIn(call, into), files, trigger: null };
}

export async function lookAtTags(looking: LookingCourse): Promise<FactsOf["tag"]> {
  const { call, course, into } = looking;
  const { pictures, captions } = await call("captions/stats", { folder: into(), limit: 1 });
  return { pictures, captions, job: await jobFacts(looking, course.notes.jobs.tag) };
}

export async function lookAtTrigger({ call, course, into }: LookingCourse): Promise<FactsOf["trigger"]> {
  const edits = [{ kind: "trigger" as const, word: course.options.trigger ?? "" }];
  const { captions } = await call("captions/edit", { folder: into(), edits, dryRun: true, limit: 1 });
  return { captions, tags: [] };
}

/** The tags that the trigger word is to carry. */
export async function lookAtPrune({ call, course, into }: LookingCourse): Promise<FactsOf["prune"]> {
  const { concept, prune, trigger } = course.options;
  const wish = { folder: into(), concept, view: prune, ...(trigger === null ? {} : { trigger }) };
  const { groups } = await call("captions/prune", wish);
  const tags = groups.flatMap((group) => group.tags.filter(({ proposed }) => proposed));
  return { tags: tags.map(({ tag }) => tag), captions: Math.max(0, ...tags.map(({ images }) => images)) };
}
