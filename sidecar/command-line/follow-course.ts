import { setTimeout as sleep } from "node:timers/promises";
import type { Result } from "../../protocol/validate.js";
import { courseEn } from "../words/course-en.js";
import type { Output } from "./output.js";
import type { StudioClient } from "./studio-client.js";

export type Course = Result<"journey/get">["course"];

// As often as a progress line is worth reading.
const LOOK_EVERY_MS = 300;

const left = (seconds: number | null): string =>
  seconds === null ? "" : ` · ${seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`} left`;

function sayProgress({ steps }: Course, output: Output): void {
  const now = steps.find(({ state }) => state === "working");
  if (!now) return;
  const part = now.done === null || now.of === null ? "" : ` ${now.done} of ${now.of}`;
  output.progress(`${courseEn.steps[now.step]}:${part}${left(now.secondsLeft)}`);
}

/** The question with all that an answer can be, and how to give it. */
export function sayQuestion({ id, question }: Course, output: Output): void {
  if (question === null) return;
  output.say(`${question.ask} ${question.why}`);
  if (question.cause !== null) {
    output.say(`    ${question.cause.message}`);
    if (question.cause.remedy !== "") output.say(`    ${question.cause.remedy}`);
  }
  for (const choice of question.choices) output.say(`    used before: ${choice}`);
  for (const { key, label, outcome } of question.answers) {
    const words = key === "give" ? (question.wants === "file" ? "give FILE" : "give TEXT") : key;
    output.say(`  run answer ${id} ${words}    ${label}: ${outcome}`);
  }
}

/**
 * Follows a course until it ends, asks or is stopped, and says each step as it comes to an end. The first interruption lets it
 * wait: nothing that is done is lost.
 */
export async function followCourse(
  client: StudioClient,
  id: number,
  { output, signal }: { output: Output; signal: AbortSignal },
): Promise<Course> {
  const said = new Set<string>();
  for (;;) {
    if (signal.aborted) {
      output.say(`The course waits: run resume ${id}`);
      await client.call("journey/stop", { id });
    }
    const { course } = await client.call("journey/get", { id });
    for (const { step, state, told } of course.steps) {
      if ((state !== "done" && state !== "skipped") || said.has(step)) continue;
      said.add(step);
      output.say(`${courseEn.steps[step]}: ${told?.sentence ?? ""}`);
    }
    if (course.state !== "going" && course.state !== "waiting") {
      output.endProgress();
      return course;
    }
    if (course.state === "waiting") output.progress("waiting for its turn");
    else sayProgress(course, output);
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
  }
}
