import type { Result } from "../../../protocol/validate.js";
import type { FactsOf } from "./course-facts.js";
import type { Cause } from "./course-state.js";
import { type LookingCourse, startedSince } from "./looking-course.js";
import { wantedSweep } from "./wanted-sweep.js";

async function lookBefore(looking: LookingCourse): Promise<FactsOf["sweep"]["before"]> {
  const settings = await wantedSweep(looking);
  const { ready, problems, pictures, toDraw, seconds } = await looking.call("sweep/look", { settings });
  const error = problems.find(({ severity }) => severity === "error");
  return {
    ready,
    noWebui: problems.some(({ code }) => code === "noWebui"),
    cause:
      error === undefined
        ? null
        : { kind: "sweep", code: error.code, values: error.values, message: error.message, remedy: error.remedy },
    pictures,
    values: {
      pictures: toDraw,
      files: settings.loras.length,
      ...(seconds === null ? {} : { seconds: Math.round(seconds) }),
    },
  };
}

type Sweep = Result<"sweep/get">;

const causeOf = ({ problem }: Sweep): Cause | null =>
  problem === null
    ? null
    : { kind: "webui", code: problem.code, values: {}, message: problem.message, remedy: problem.hint };

// Pictures that no tagger can read are not asked for again and again.
const SCORING_TRIES = 2;

/** Whether all that is drawn was looked at; begins that where it was not. */
async function scoredNow({ call, firstTime }: LookingCourse, id: number): Promise<"no" | "now" | "yes"> {
  const { state, jobId } = await call("sweep/report", { id });
  // After a restart nobody works on a job that the state still has as running, so it is asked for once more.
  const isTakenUp = !firstTime(`score ${id}`);
  if (state === "scored") return "yes";
  if (state === "scoring" && jobId !== null && isTakenUp) return "now";
  for (let time = 1; time <= SCORING_TRIES; time += 1) {
    if (isTakenUp && !firstTime(`score ${id} ${time}`)) continue;
    return (await call("sweep/score", { id })).jobId === null ? "yes" : "now";
  }
  return "yes";
}

export async function lookAtSweep(looking: LookingCourse): Promise<FactsOf["sweep"]> {
  const { call, course, note, firstTime } = looking;
  if (course.notes.began?.step === "sweep") {
    const { sweeps } = await call("sweep/list", { run: course.notes.run ?? 0 });
    const found = startedSince(
      looking,
      "sweep",
      sweeps.map(({ id }) => id),
    );
    if (found !== null) note({ sweep: found, began: null, again: null });
  }
  const { sweep: id } = course.notes;
  if (id === null) return { sweep: null, before: await lookBefore(looking) };
  const sweep = await call("sweep/get", { id });
  if (sweep.state === "drawing" && firstTime(`draw ${id}`)) await call("sweep/resume", { id });
  const { drawn, wrong, failed, pictures, left } = sweep.counts;
  return {
    sweep: {
      id,
      state: sweep.state,
      pace: { done: drawn + wrong + failed, of: pictures - left, secondsLeft: sweep.secondsLeft },
      cause: causeOf(sweep),
      scored: sweep.state === "done" ? await scoredNow(looking, id) : "no",
    },
    before: null,
  };
}

export async function lookAtRecommendation({ call, course, note }: LookingCourse): Promise<FactsOf["recommend"]> {
  const id = course.notes.sweep ?? 0;
  const { recommendation, notEnough, checkpoints } = await call("sweep/report", { id });
  const [why] = notEnough;
  const cause: Cause | null = why
    ? { kind: "evidence", code: why.code, values: why.values, message: why.sentence, remedy: "" }
    : null;
  const installed = course.notes.installed !== null;
  if (recommendation === null) {
    note({ recommendation: null });
    return { found: null, cause, installed };
  }
  const { lora, strength, band, sentence, reasons } = recommendation;
  const { axes } = await call("sweep/get", { id });
  const value = axes.find((axis) => axis.id === "lora")?.values[lora];
  const label = checkpoints.find((one) => one.lora === lora)?.label ?? "";
  const [from = strength, to = strength] = band;
  note({ recommendation: { lora: value?.path ?? "", label, strength, band: [from, to], sentence, reasons } });
  return { found: { lora, strength, label }, cause: null, installed };
}
