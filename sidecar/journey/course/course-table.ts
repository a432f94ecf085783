import { StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { say } from "../../words/sentence.js";
import { type CourseNotes, noNotes } from "./course-notes.js";
import type { CourseOptions } from "./course-options.js";
import type { Question, StepState, Told } from "./course-state.js";
import { type CourseStep, courseSteps } from "./course-steps.js";

const courseStates = ["waiting", "going", "question", "stopped", "done"] as const;
type CourseState = (typeof courseStates)[number];

export interface Course {
  id: number;
  project: number;
  /** The folder of the pictures as they came. */
  folder: string;
  state: CourseState;
  options: CourseOptions;
  notes: CourseNotes;
  question: Question | null;
  /** Where the steps stood when that was last kept. */
  steps: { step: CourseStep; state: StepState }[];
  /** It waits for its turn among others. */
  queued: boolean;
  position: number;
  /** ISO time before which it does not begin. */
  notBefore: string | null;
  created: string;
  changed: string;
  revision: number;
}

/** What this program wrote itself: migrations change it when its shape changes. */
function course(row: unknown): Course {
  const {
    id,
    project,
    folder,
    state,
    options,
    notes,
    question,
    steps,
    queued,
    position,
    not_before,
    created,
    changed,
    revision,
  } = Object(row);
  const asked: Question | null = question === null ? null : Object(JSON.parse(String(question)));
  const meant: CourseOptions = Object(JSON.parse(String(options)));
  return {
    id: Number(id),
    project: Number(project),
    folder: String(folder),
    state: courseStates.find((known) => known === state) ?? "stopped",
    options: meant,
    notes: { ...noNotes, ...Object(JSON.parse(String(notes))) },
    question: asked,
    steps: JSON.parse(String(steps)),
    queued: Number(queued) === 1,
    position: Number(position),
    notBefore: not_before === null ? null : String(not_before),
    created: String(created),
    changed: String(changed),
    revision: Number(revision),
  };
}

const noCourse = (id: number): StudioError =>
  new StudioError("notFound", say("There is no course {id}.", { id }), say("`run list` names those there are."));

/** @throws StudioError "notFound" */
export function oneCourse(database: Database, id: number): Course {
  const row = database.prepare("SELECT * FROM journey WHERE id = ?").get(id);
  if (row) return course(row);
  throw noCourse(id);
}

/** The latest first. */
export const allCourses = (database: Database): Course[] =>
  database.prepare("SELECT * FROM journey ORDER BY id DESC").all().map(course);

/** Those that are not over, in the order of the queue. */
export const openCourses = (database: Database): Course[] =>
  database
    .prepare("SELECT * FROM journey WHERE state IN ('waiting', 'going', 'question') ORDER BY position, id")
    .all()
    .map(course);

interface NewCourse {
  project: number;
  folder: string;
  options: CourseOptions;
  queued: boolean;
  notBefore: string | null;
}

/** @returns its number */
export function addCourse(database: Database, { project, folder, options, queued, notBefore }: NewCourse): number {
  const now = new Date().toISOString();
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO journey (project, folder, state, options, notes, steps, queued, position, not_before, created, changed)
       VALUES (?, ?, ?, ?, '{}', '[]', ?, (SELECT coalesce(max(position), 0) + 1 FROM journey), ?, ?, ?)`,
    )
    .run(
      project,
      folder,
      queued || notBefore !== null ? "waiting" : "going",
      JSON.stringify(options),
      queued ? 1 : 0,
      notBefore,
      now,
      now,
    );
  return Number(lastInsertRowid);
}

export type CourseChange = Partial<
  Pick<Course, "state" | "options" | "notes" | "question" | "steps" | "position" | "notBefore">
>;

/** Changes some columns; each change is a new revision. */
export function changeCourse(database: Database, id: number, change: CourseChange): void {
  const columns: Record<string, string | number | null> = { changed: new Date().toISOString() };
  if (change.state !== undefined) columns.state = change.state;
  if (change.options !== undefined) columns.options = JSON.stringify(change.options);
  if (change.notes !== undefined) columns.notes = JSON.stringify(change.notes);
  if (change.question !== undefined) columns.question = change.question && JSON.stringify(change.question);
  if (change.steps !== undefined) columns.steps = JSON.stringify(change.steps);
  if (change.position !== undefined) columns.position = change.position;
  if (change.notBefore !== undefined) columns.not_before = change.notBefore;
  const places = Object.keys(columns).map((name) => `${name} = ?`);
  database
    .prepare(`UPDATE journey SET ${places.join(", ")}, revision = revision + 1 WHERE id = ?`)
    .run(...Object.values(columns), id);
}

export interface LogLine {
  /** ISO time. */
  at: string;
  step: CourseStep | null;
  told: Told;
}

/** Keeps what a course did or was told. */
export function addLog(database: Database, id: number, { step, told }: Omit<LogLine, "at">): void {
  database
    .prepare("INSERT INTO journey_log (journey, at, step, told) VALUES (?, ?, ?, ?)")
    .run(id, new Date().toISOString(), step, JSON.stringify(told));
}

/** The latest last. */
export function logOf(database: Database, id: number, most: number): LogLine[] {
  const rows = database
    .prepare("SELECT at, step, told FROM journey_log WHERE journey = ? ORDER BY id DESC LIMIT ?")
    .all(id, most);
  return rows.toReversed().map((row: unknown) => {
    const { at, step, told } = Object(row);
    const said: Told = Object(JSON.parse(String(told)));
    return { at: String(at), step: courseSteps.find((one) => one === step) ?? null, told: said };
  });
}

/** Gives waiting courses this order; those that are not named follow. */
export function orderCourses(database: Database, ids: readonly number[]): void {
  const waiting = openCourses(database)
    .filter(({ state }) => state === "waiting")
    .map(({ id }) => id);
  const named = ids.filter((id) => waiting.includes(id));
  const rest = waiting.filter((id) => !named.includes(id));
  const first = Math.min(...openCourses(database).map(({ position }) => position));
  for (const [index, id] of [...named, ...rest].entries()) changeCourse(database, id, { position: first + index });
}
