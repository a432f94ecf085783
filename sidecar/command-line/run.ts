import type { Params } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { courseDecisions } from "../journey/course/course-steps.js";
import { readStartTime } from "../training/schedule/start-time.js";
import { courseEn } from "../words/course-en.js";
import { commaList, flag, fromWhereTheUserStands, parseWords, text, wholeNumber } from "./arguments.js";
import { type Course, followCourse, sayQuestion } from "./follow-course.js";
import type { Output } from "./output.js";
import { folderGiven } from "./run-folder.js";
import { courseOptionsGiven, runOptions, runOptionsUsage } from "./run-options.js";
import type { StudioClient } from "./studio-client.js";
import { withClient } from "./with-client.js";

const usages = {
  start: `run DIR|PROJECT ${runOptionsUsage} [--dry-run] [--at TIME] [--detach] [--json]`,
  queue: "run queue [DIR|PROJECT… with the options of run] [--at TIME] [--order ID,ID] [--json]",
  list: "run list [--json]",
  show: "run show ID [--json]",
  answer: "run answer ID KEY [TEXT] [--detach] [--json]",
  stop: "run stop ID [--json]",
  resume: "run resume ID [--detach] [--json]",
};
export const runUsage = Object.values(usages);

interface Watch {
  output: Output;
  signal: AbortSignal;
}

type Command = (rest: string[], watch: Watch) => Promise<number>;

const wrong = (message: string, usage: string): StudioError => new StudioError("badArguments", message, usage);

function idOf([id, ...more]: readonly string[], usage: string): number {
  if (id !== undefined && more.length === 0) return wholeNumber("ID", id);
  throw wrong("The number of one course is expected.", usage);
}

// A question is what a person has to finish.
const exitCodes: Record<Course["state"], number> = { done: 0, question: 3, stopped: 130, going: 0, waiting: 0 };

export const courseExitCode = ({ state }: Course): number => exitCodes[state];

/** What scripts may rely on. */
export const courseDocument = ({ id, project, state, recommendation, report, question, run, sweep }: Course) => ({
  course: id,
  project,
  state,
  recommendation,
  report,
  run,
  sweep,
  question,
});

async function follow(
  client: StudioClient,
  id: number,
  { output, signal, detach }: Watch & { detach: boolean },
): Promise<number> {
  // A studio of this command's own ends with it.
  if (detach && !client.isOwn) {
    if (output.json) output.document({ course: id });
    return 0;
  }
  const course = await followCourse(client, id, { output, signal });
  sayQuestion(course, output);
  if (output.json) output.document(courseDocument(course));
  else if (course.state === "done") {
    output.print(course.recommendation?.sentence ?? "No recommendation: the evidence is not enough.");
  }
  return courseExitCode(course);
}

const timeGiven = (at: string | undefined): { notBefore?: string } =>
  at === undefined ? {} : { notBefore: readStartTime(at, "tomorrow").at.toISOString() };

const hours = (seconds: number): string =>
  seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;

/** What a course would do, ask and cost. */
async function dryRun(client: StudioClient, wish: Params<"journey/estimate">, output: Output): Promise<number> {
  const estimate = await client.call("journey/estimate", wish);
  if (output.json) {
    output.document(estimate);
    return 0;
  }
  const { pictures, steps, low, high, trigger, permissions } = estimate;
  const time = low === null || high === null ? "time unknown" : `${hours(low)} to ${hours(high)} of training`;
  output.print(
    `${pictures} pictures, ${steps === null ? "steps unknown" : `${steps} steps`}, ${time}; trigger: ${trigger}`,
  );
  for (const decision of courseDecisions) output.print(`    ${permissions[decision]}: ${courseEn.decisions[decision]}`);
  return 0;
}

/** `run queue`: puts folders in, one after the other, or tells who waits. */
const queue: Command = (rest, { output }) => {
  const options = { ...runOptions, at: text, order: text, json: flag };
  const given = parseWords(rest, options, usages.queue);
  const wished = courseOptionsGiven(given);
  const order = commaList(given.text("order")).map((id) => wholeNumber("order", id));
  return withClient(async (client) => {
    for (const word of given.words) {
      const folder = await folderGiven(client, word);
      const wish = { folder, options: wished, queue: true, ...timeGiven(given.text("at")) };
      const { id } = await client.call("journey/start", wish);
      output.say(`Course ${id}: ${folder}`);
    }
    const result = await client.call("journey/queue", order.length > 0 ? { order } : {});
    if (output.json) output.document(result);
    else output.print(result.waiting.length === 0 ? "Nobody waits." : `Waiting: ${result.waiting.join(", ")}`);
    if (client.isOwn && given.words.length > 0) output.say("They go on as soon as a studio runs: npm start.");
    return 0;
  });
};

/** `run DIR`: begins, or goes on where an earlier course of the folder stands. */
const start: Command = (rest, { output, signal }) => {
  const given = parseWords(rest, { ...runOptions, "dry-run": flag, at: text, detach: flag, json: flag }, usages.start);
  const [word, ...more] = given.words;
  if (word === undefined || more.length > 0)
    throw wrong("One folder, or a project's number, is expected.", usages.start);
  const options = courseOptionsGiven(given);
  return withClient(async (client) => {
    const folder = await folderGiven(client, word);
    if (given.flag("dry-run")) return dryRun(client, { folder, options }, output);
    const wish = { folder, options, ...timeGiven(given.text("at")) };
    const { id } = await client.call("journey/start", wish);
    output.say(`Course ${id}`);
    return follow(client, id, { output, signal, detach: given.flag("detach") });
  });
};

function printCourse({ id, folder, state, rehearsal, steps, recommendation }: Course, output: Output): void {
  const now = steps.find((one) => one.state !== "done" && one.state !== "skipped");
  const at = state === "done" ? (recommendation?.sentence ?? "no recommendation") : (now?.step ?? "");
  output.print(`${id}  ${folder}${rehearsal ? " (rehearsal)" : ""}  ${state}  ${at}`);
}

const list: Command = (rest, { output }) => {
  parseWords(rest, { json: flag }, usages.list);
  return withClient(async (client) => {
    const result = await client.call("journey/list", {});
    if (output.json) output.document(result);
    else for (const course of result.courses) printCourse(course, output);
    return 0;
  });
};

const show: Command = (rest, { output }) => {
  const id = idOf(parseWords(rest, { json: flag }, usages.show).words, usages.show);
  return withClient(async (client) => {
    const result = await client.call("journey/get", { id });
    if (output.json) output.document(result);
    else {
      printCourse(result.course, output);
      for (const { step, state, told } of result.course.steps) output.print(`    ${step}: ${told?.sentence ?? state}`);
      sayQuestion(result.course, output);
    }
    return 0;
  });
};

const answer: Command = (rest, { output, signal }) => {
  const given = parseWords(rest, { detach: flag, json: flag }, usages.answer);
  const [id, key, value, ...more] = given.words;
  if (id === undefined || key === undefined || more.length > 0)
    throw wrong("A course and an answer are expected.", usages.answer);
  return withClient(async (client) => {
    const number = wholeNumber("ID", id);
    const { course } = await client.call("journey/get", { id: number });
    const meant = course.question?.wants === "file" && value !== undefined ? fromWhereTheUserStands(value) : value;
    await client.call("journey/answer", { id: number, key, ...(meant === undefined ? {} : { value: meant }) });
    return follow(client, number, { output, signal, detach: given.flag("detach") });
  });
};

const stop: Command = (rest, { output }) => {
  const id = idOf(parseWords(rest, { json: flag }, usages.stop).words, usages.stop);
  return withClient(async (client) => {
    const { course } = await client.call("journey/stop", { id });
    if (output.json) output.document(courseDocument(course));
    else output.print(`Course ${id} is stopped; what runs in a room goes on there. run resume ${id}`);
    return 0;
  });
};

const resume: Command = (rest, { output, signal }) => {
  const given = parseWords(rest, { detach: flag, json: flag }, usages.resume);
  const id = idOf(given.words, usages.resume);
  return withClient(async (client) => {
    await client.call("journey/resume", { id });
    return follow(client, id, { output, signal, detach: given.flag("detach") });
  });
};

const commands: Record<string, Command> = { queue, list, show, answer, stop, resume };

/** `run DIR`, or one of its verbs. */
export function runCommand(argumentList: string[], output: Output, signal: AbortSignal): Promise<number> {
  const [verb = "", ...rest] = argumentList;
  const command = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  return command ? command(rest, { output, signal }) : start(argumentList, { output, signal });
}
