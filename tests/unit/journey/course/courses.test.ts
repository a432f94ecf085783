import { afterEach, expect, test } from "@jest/globals";
import { answered } from "../../../../sidecar/journey/course/answer.js";
import { type Course, changeCourse, logOf, oneCourse } from "../../../../sidecar/journey/course/course-table.js";
import { type Courses, createCourses } from "../../../../sidecar/journey/course/courses.js";
import { type Database, openDatabase } from "../../../../sidecar/store/database.js";
import { addedCourse, optionsFor, untilStill } from "../../../support/begun-course.js";
import { courseWorld, type Death } from "../../../support/course-world.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const open: Database[] = [];
afterEach(() => {
  for (const database of open.splice(0)) database.close();
});

function opened(home: string): Database {
  const database = openDatabase(home);
  open.push(database);
  return database;
}

function answer(
  database: Database,
  courses: Courses,
  { id, question, notes, options }: Course,
  key: string,
  value = "",
): void {
  if (question === null) throw new Error("Nothing is asked.");
  const meant = answered({ notes, options }, question, { key, value });
  changeCourse(database, id, meant === null ? { state: "stopped" } : { ...meant, state: "going", question: null });
  courses.wake(id);
}

const once = {
  renamed: 1,
  arranged: 1,
  tagged: 1,
  triggered: 1,
  pruned: 1,
  plans: 1,
  runs: 1,
  sweeps: 1,
  installed: 0,
};

test("a course goes the whole way alone and keeps what it did", async () => {
  const home = await newFolder();
  const [database, world] = [opened(home), courseWorld()];
  const courses = createCourses({ database, call: world.callOf(null) });
  const id = addedCourse(database, optionsFor(home));
  courses.wake(id);

  const course = await untilStill(database, id);

  expect(course.state).toBe("done");
  expect(course.steps.map(({ state }) => state.is)).toEqual(Array(11).fill("done"));
  expect(course.notes.recommendation).toMatchObject({ lora: "/loras/okara.safetensors", strength: 0.75 });
  expect(world.state).toMatchObject(once);
  const said = logOf(database, id, 100).map(({ told }) => told.code);
  expect(said).toEqual(expect.arrayContaining(["canArrange", "arranged", "canTrain", "trained", "recommended"]));
  await courses.close();
});

test("killed at each of its calls, after what that did, it ends with one plan, one run and one sweep", async () => {
  const home = await newFolder();
  const database = opened(home);
  const whole = courseWorld();
  const counting = createCourses({ database, call: whole.callOf(null) });
  const counted = addedCourse(database, optionsFor(home));
  counting.wake(counted);
  await untilStill(database, counted);
  await counting.close();
  expect(whole.calls()).toBeGreaterThan(30);

  for (let call = 1; call <= whole.calls(); call += 1) {
    const world = courseWorld();
    const id = addedCourse(database, optionsFor(home));
    // Once more in the middle of what is left.
    for (const death of [
      { call, afterIt: true },
      { call: 8, afterIt: call % 2 === 0 },
    ]) {
      const killed = createCourses({ database, call: world.callOf(death) });
      killed.resume();
      await stillOrDead(database, id, world, death);
      // It waits for an answer that never comes: only its clock is stopped.
      void killed.close();
    }
    const last = createCourses({ database, call: world.callOf(null) });
    last.resume();
    const course = await untilStill(database, id);
    await last.close();
    expect([call, course.state, world.state]).toMatchObject([call, "done", { ...once, tagged: expect.any(Number) }]);
  }
}, 60_000);

/** The program has made its last call, or was at the end before that. */
async function stillOrDead(
  database: Database,
  id: number,
  world: ReturnType<typeof courseWorld>,
  { call }: Death,
): Promise<void> {
  const before = world.calls();
  for (let quiet = 0; quiet < 3; ) {
    const seen = world.calls();
    await new Promise((resolve) => setTimeout(resolve, 4));
    quiet = world.calls() === seen ? quiet + 1 : 0;
    if (oneCourse(database, id).state === "done" || world.calls() - before >= call) return;
  }
}

test("what is not to be decided alone is asked, once, and an answer lets it go on", async () => {
  const home = await newFolder();
  const [database, world] = [opened(home), courseWorld({ verdict: "not-trainable" })];
  const courses = createCourses({ database, call: world.callOf(null) });
  const usual = optionsFor(home, { model: null });
  const id = addedCourse(database, {
    ...usual,
    permissions: { ...usual.permissions, prune: "ask", train: "ask", install: "ask" },
  });
  courses.wake(id);
  const asked: string[] = [];
  const answers: Record<string, [string, string?]> = {
    notTrainable: ["goOn"],
    prune: ["no"],
    baseModel: ["give", "/models/base.safetensors"],
    train: ["yes"],
    install: ["yes"],
  };
  for (
    let course = await untilStill(database, id);
    course.state === "question";
    course = await untilStill(database, id)
  ) {
    const { code, decision } = course.question ?? { code: "", decision: null };
    asked.push(decision ?? code);
    answer(database, courses, course, ...(answers[decision ?? code] ?? ["stop"]));
  }

  expect(asked).toEqual(["notTrainable", "prune", "baseModel", "train", "install"]);
  expect(oneCourse(database, id)).toMatchObject({ state: "done", notes: { installed: "/webui/okara.safetensors" } });
  expect(world.state).toMatchObject({ ...once, pruned: 0, installed: 1 });
  await courses.close();
});

test("a failed run is named and tried again; too little evidence is drawn on", async () => {
  const home = await newFolder();
  const [database, world] = [opened(home), courseWorld({ recommends: false })];
  world.state.runState = "failed";
  const courses = createCourses({ database, call: world.callOf(null) });
  const id = addedCourse(database, optionsFor(home));
  courses.wake(id);

  const failed = await untilStill(database, id);
  expect(failed.question).toMatchObject({ code: "runFailed", step: "train", answers: ["again", "use", "stop"] });
  answer(database, courses, failed, "again");
  const little = await untilStill(database, id);
  expect(little.question).toMatchObject({ code: "notEnough", cause: { code: "overlap" } });
  answer(database, courses, little, "more");

  expect(await untilStill(database, id)).toMatchObject({ state: "done", notes: { run: 2, sweep: 1, more: 1 } });
  expect(world.state.runs).toBe(2);
  await courses.close();
});

test("a course that asks holds up nobody in the queue", async () => {
  const home = await newFolder();
  const database = opened(home);
  const [asking, going] = [courseWorld({ verdict: "not-trainable" }), courseWorld()];
  const [first, second] = [asking.callOf(null), going.callOf(null)];
  const courses = createCourses({
    database,
    // Only the check differs, and the first course comes no further.
    call: (method, params, signal) =>
      Object(params).folder === "/sets/asking" ? first(method, params, signal) : second(method, params, signal),
  });
  const one = addedCourse(database, optionsFor(home), { folder: "/sets/asking", queued: true });
  const two = addedCourse(database, optionsFor(home), { queued: true });
  courses.resume();

  expect((await untilStill(database, one)).state).toBe("question");
  expect((await untilStill(database, two)).state).toBe("done");
  await courses.close();
}, 20_000);
