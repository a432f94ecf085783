import { computed, effect, signal } from "@preact/signals";
import type { CourseOptions, Methods } from "../../../protocol/generated/methods.js";
import { call, connectionState, RequestError } from "../rpc.js";
import { room } from "./address.js";
import { followCourseNotices } from "./course-notice.js";

export type Course = Methods["journey/list"]["result"]["courses"][number];
export type CourseQuestion = NonNullable<Course["question"]>;
export type CourseLog = Methods["journey/get"]["result"]["log"];
export type CourseEstimate = Methods["journey/estimate"]["result"];
export type { CourseOptions };

/** The latest first. */
export const courses = signal<readonly Course[]>([]);
export const courseError = signal<RequestError | null>(null);
/** The folder for which a course is about to begin, with its project's number. */
export const beginning = signal<{ folder: string; project: number } | null>(null);

export const isOpen = ({ state }: Course): boolean => state === "waiting" || state === "going" || state === "question";

/** Those that are under way, the ones that need somebody first. */
export const openCourses = computed(() =>
  courses.value
    .filter(isOpen)
    .sort((one, other) => Number(other.state === "question") - Number(one.state === "question")),
);

/** The latest course of a project. */
export const courseOf = (project: number): Course | undefined => courses.value.find((one) => one.project === project);

// What goes on is looked at so often; what stands still now and then, since another page may have begun something.
const GOING_MS = 1000;
const STILL_MS = 5000;

async function noted<T>(work: Promise<T>): Promise<T | null> {
  try {
    const result = await work;
    courseError.value = null;
    return result;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (error.code !== "disconnected") courseError.value = error;
    return null;
  }
}

async function readCourses(): Promise<void> {
  const found = await noted(call("journey/list", {}));
  if (found !== null) courses.value = found.courses;
}

/** Does something with a course and shows what came of it; false: it could not be done. */
async function doing(work: Promise<unknown>): Promise<boolean> {
  if ((await noted(work)) === null) return false;
  await readCourses();
  return true;
}

export const answerCourse = (id: number, key: string, value?: string): Promise<boolean> =>
  doing(call("journey/answer", { id, key, ...(value === undefined ? {} : { value }) }));

export const stopCourse = (id: number): Promise<boolean> => doing(call("journey/stop", { id }));

export const resumeCourse = (id: number): Promise<boolean> => doing(call("journey/resume", { id }));

export interface CourseStart {
  folder: string;
  options: CourseOptions;
  /** In a queue with others, from that time on. */
  notBefore: string | null;
}

export async function startCourse({ folder, options, notBefore }: CourseStart): Promise<void> {
  const queue = notBefore === null ? {} : { queue: true, notBefore };
  if (await doing(call("journey/start", { folder, options, ...queue }))) beginning.value = null;
}

/** What a course would do and cost; null where that cannot be told. */
export const estimateCourse = (folder: string, options: CourseOptions): Promise<CourseEstimate | null> =>
  noted(call("journey/estimate", { folder, options }));

/** What a course did, the latest last; none where it cannot be told. */
export const courseLog = async (id: number): Promise<CourseLog> =>
  (await noted(call("journey/get", { id })))?.log ?? [];

/** How often they are read now; null: not at all. */
const pace = computed(() => {
  if (connectionState.value !== "open") return null;
  const isGoing = openCourses.value.some(({ state }) => state !== "question");
  if (room.value === "projects") return isGoing ? GOING_MS : STILL_MS;
  // Elsewhere only for the notice at its end.
  return isGoing ? STILL_MS : null;
});

/** Courses are followed while the front page is looked at, and while one goes on. */
export function followCourses(): void {
  effect(() => {
    if (connectionState.value === "open") void readCourses();
  });
  effect(() => {
    const every = pace.value;
    if (every === null) return;
    void readCourses();
    const timer = setInterval(() => void readCourses(), every);
    return () => clearInterval(timer);
  });
  followCourseNotices(courses);
}
