import { setTimeout as sleep } from "node:timers/promises";
import { reportError, StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { say } from "../../words/sentence.js";
import type { Call } from "../call.js";
import type { CourseFacts } from "./course-facts.js";
import type { StepState } from "./course-state.js";
import { type CourseStep, courseSteps } from "./course-steps.js";
import { addLog, type Course, changeCourse, oneCourse, openCourses } from "./course-table.js";
import { deeds } from "./do-step.js";
import { lookAgain } from "./look-at-step.js";
import type { LookingCourse } from "./looking-course.js";
import { nextAction, stepState, stepStates } from "./next-action.js";

// What runs in the rooms is worth looking at so often.
const LOOK_EVERY_MS = 500;
// What a question asks for may come by itself: a WebUI that is started, a trainer that is installed.
const WATCH_EVERY_MS = 15_000;
const QUEUE_EVERY_MS = 1_000;

/** Courses at work: each goes on as far as it may, then asks or ends. */
export interface Courses {
  /** Takes up what a program that ended left. */
  resume(): void;
  /** After a course was added, answered or changed. */
  wake(id: number): void;
  /** Where its steps stand, as far as that is known here. */
  stepsOf(course: Course): Course["steps"];
  /** True while a course has something to do without anybody. */
  busy(): boolean;
  close(): Promise<void>;
}

const noEffect = (): StudioError =>
  new StudioError(
    "internal",
    say("It was done, and nothing changed."),
    say("Look at the folder in its room: another program may undo what is done."),
  );

interface Live {
  facts: CourseFacts;
  /** What was done last, as it was told: what has to be done twice has no effect. */
  last: string;
  /** Ends a wait. */
  alarm: AbortController;
  ends: Promise<void>;
}

/** @param call the methods, as the owner of this machine has them */
export function createCourses({ database, call }: { database: Database; call: Call }): Courses {
  const live = new Map<number, Live>();
  const seen = new Set<string>();
  let closed = false;
  let mayBegin = false;

  const lookingAt = (course: Course): LookingCourse => ({
    call,
    course,
    into() {
      const { into } = course.notes;
      if (into !== null) return into;
      throw new StudioError(
        "notFound",
        say("The pictures are not arranged for the trainer yet."),
        say("Let the course arrange them, or name a folder that is: it holds 10_okara."),
      );
    },
    note(notes, options = {}) {
      course.notes = { ...course.notes, ...notes };
      course.options = { ...course.options, ...options };
      changeCourse(database, course.id, { notes: course.notes, options: course.options });
    },
    firstTime(name) {
      const isFirst = !seen.has(name);
      seen.add(name);
      return isFirst;
    },
  });

  const wait = (alarm: AbortController, milliseconds: number): Promise<void> =>
    sleep(milliseconds, undefined, { signal: alarm.signal, ref: false }).catch(() => {});

  /** What follows a step is looked at anew, once it was done. */
  const forget = (one: Live, from: CourseStep): void => {
    const kept = courseSteps.slice(0, courseSteps.indexOf(from));
    one.facts = Object.fromEntries(Object.entries(one.facts).filter(([step]) => kept.some((known) => known === step)));
  };

  const log = (course: Course, step: CourseStep, state: StepState): void => {
    if ("told" in state) addLog(database, course.id, { step, told: state.told });
  };

  /** Does a step; what went wrong becomes what is known of it. */
  const act = async (course: Course, step: CourseStep, one: Live): Promise<void> => {
    const before = stepState(step, { ...course, facts: one.facts });
    const deed = JSON.stringify([step, before]);
    try {
      if (deed === one.last) throw noEffect();
      one.last = deed;
      log(course, step, before);
      await deeds[step](lookingAt(course));
      // Further pictures are drawn by the sweep.
      forget(one, step === "recommend" ? "sweep" : step);
    } catch (error) {
      one.facts = { ...one.facts, [step]: { error: reportError(error) } };
    }
  };

  /** Keeps where the steps stand; which of them have come to an end goes into the log. */
  const keep = (course: Course, one: Live): void => {
    const steps = stepStates({ ...course, facts: one.facts });
    for (const { step, state } of steps) {
      const was = course.steps.find((other) => other.step === step)?.state.is;
      const isOver = state.is === "done" || state.is === "skipped";
      if (isOver && was !== state.is) log(course, step, state);
    }
    if (JSON.stringify(steps) === JSON.stringify(course.steps)) return;
    course.steps = steps;
    changeCourse(database, course.id, { steps });
  };

  const drive = async (id: number, one: Live): Promise<void> => {
    for (;;) {
      const course = oneCourse(database, id);
      if (closed || (course.state !== "going" && !course.question?.watched)) return;
      const action = nextAction({ ...course, facts: one.facts });
      if (course.state === "question" && action.kind !== "ask" && action.kind !== "look") {
        changeCourse(database, id, { state: "going", question: null });
      }
      switch (action.kind) {
        case "look":
          one.facts = await lookAgain(one.facts, action.step, lookingAt(course));
          // What fails because the program ends tells nothing.
          if (closed) return;
          keep(course, one);
          break;
        case "do":
          await act(course, action.step, one);
          break;
        case "wait":
          await wait(one.alarm, LOOK_EVERY_MS);
          if (closed) return;
          one.facts = await lookAgain(one.facts, action.step, lookingAt(course));
          if (closed) return;
          keep(course, one);
          break;
        case "ask": {
          const { question } = action;
          keep(course, one);
          if (course.state !== "question") {
            changeCourse(database, id, { state: "question", question });
            const told = { code: "asked" as const, values: {} };
            addLog(database, id, { step: question.step, told });
          }
          if (!question.watched) return;
          await wait(one.alarm, WATCH_EVERY_MS);
          forget(one, question.step);
          break;
        }
        case "end":
          keep(course, one);
          changeCourse(database, id, { state: "done", question: null });
          return;
      }
    }
  };

  const begin = (id: number): void => {
    const before = live.get(id);
    if (before) {
      // It looks at what was changed when its wait ends.
      before.alarm.abort();
      before.alarm = new AbortController();
      return;
    }
    const one: Live = { facts: {}, last: "", alarm: new AbortController(), ends: Promise.resolve() };
    live.set(id, one);
    const drives = drive(id, one).then(
      () => true,
      // Nothing of a step's own comes here: the state itself could not be read or written.
      (error: unknown) => !process.stderr.write(`${reportError(error).message}\n`),
    );
    one.ends = drives.then((wasWell) => {
      live.delete(id);
      if (closed || !wasWell) return;
      lookAtQueue();
      // What was answered while it ended.
      if (oneCourse(database, id).state === "going") begin(id);
    });
  };

  const isDue = ({ notBefore }: Course): boolean => notBefore === null || Date.parse(notBefore) <= Date.now();

  /** Courses of the queue go one after the other; one that asks holds up nobody. */
  function lookAtQueue(): void {
    if (closed || !mayBegin) return;
    const open = openCourses(database);
    let isFree = !open.some(({ queued, state }) => queued && state === "going");
    for (const course of open) {
      if (course.state !== "waiting" || !isDue(course) || (course.queued && !isFree)) continue;
      if (course.queued) isFree = false;
      changeCourse(database, course.id, { state: "going" });
      begin(course.id);
    }
  }
  const timer = setInterval(lookAtQueue, QUEUE_EVERY_MS);
  timer.unref();

  return {
    resume() {
      mayBegin = true;
      for (const { id, state, question } of openCourses(database)) {
        if (state === "going" || question?.watched) begin(id);
      }
      lookAtQueue();
    },
    wake(id) {
      mayBegin = true;
      const { state } = oneCourse(database, id);
      if (state === "going" || state === "question") begin(id);
      else lookAtQueue();
    },
    stepsOf(course) {
      const one = live.get(course.id);
      return one ? stepStates({ ...course, facts: one.facts }) : course.steps;
    },
    busy: () => openCourses(database).some(({ state }) => state !== "question"),
    async close() {
      closed = true;
      clearInterval(timer);
      for (const { alarm } of live.values()) alarm.abort();
      await Promise.all([...live.values()].map(({ ends }) => ends));
    },
  };
}
