import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import { transaction } from "../../store/database.js";
import { requireOwner } from "../../training/require-owner.js";
import { keptTime } from "../../training/schedule/start-time.js";
import { say } from "../../words/sentence.js";
import { projectOf } from "../projects/project-store.js";
import { answered } from "./answer.js";
import { courseOptions, permissionsSet } from "./begin-course.js";
import type { CourseRoom } from "./course-room.js";
import {
  addCourse,
  addLog,
  allCourses,
  changeCourse,
  logOf,
  oneCourse,
  openCourses,
  orderCourses,
} from "./course-table.js";
import { estimateCourse } from "./estimate.js";
import { wireCourse, wireLog } from "./wire-course.js";

// A course of some nights has fewer lines.
const LOG_LINES = 200;

/** Courses: a folder's way to a recommended LoRA, as far as it may go alone. */
export function courseMethods(room: CourseRoom) {
  const { database, roots, settings, courses, call } = room;
  const told = (id: number) => {
    const course = oneCourse(database, id);
    return wireCourse(course, courses.stepsOf(course));
  };
  return {
    async "journey/start"(params: Params<"journey/start">): Promise<Result<"journey/start">> {
      requireOwner(room);
      const folder = await roots.open(params.folder);
      const options = courseOptions(params.options ?? {}, permissionsSet(settings));
      const { id: project } = projectOf(database, folder);
      const id = transaction(database, () => {
        const open = openCourses(database).find((one) => one.project === project);
        if (open) {
          throw new StudioError(
            "busy",
            say("Course {id} of this folder is not over.", { id: open.id }),
            say("Answer its question, or stop it: run stop {id}.", { id: open.id }),
          );
        }
        const { queue = false } = params;
        const notBefore = params.notBefore === undefined ? null : keptTime(params.notBefore);
        const added = addCourse(database, { project, folder, options, queued: queue, notBefore });
        addLog(database, added, { step: null, told: { code: "begun", values: {} } });
        return added;
      });
      courses.wake(id);
      return { id, project };
    },
    async "journey/estimate"({
      folder,
      options = {},
    }: Params<"journey/estimate">): Promise<Result<"journey/estimate">> {
      requireOwner(room);
      return estimateCourse(call, await roots.open(folder), courseOptions(options, permissionsSet(settings)));
    },
    async "journey/queue"({ order = [] }: Params<"journey/queue">): Promise<Result<"journey/queue">> {
      requireOwner(room);
      transaction(database, () => orderCourses(database, order));
      const waiting = openCourses(database).filter(({ state }) => state === "waiting");
      return { waiting: waiting.map(({ id }) => id) };
    },
    async "journey/get"({ id }: Params<"journey/get">): Promise<Result<"journey/get">> {
      requireOwner(room);
      return { course: told(id), log: wireLog(logOf(database, id, LOG_LINES)) };
    },
    async "journey/list"({ project, folder }: Params<"journey/list">): Promise<Result<"journey/list">> {
      requireOwner(room);
      const all = allCourses(database).filter(
        (one) => (project === undefined || one.project === project) && (folder === undefined || one.folder === folder),
      );
      return { courses: all.map((course) => wireCourse(course, courses.stepsOf(course))) };
    },
    async "journey/answer"({ id, key, value }: Params<"journey/answer">): Promise<Result<"journey/answer">> {
      requireOwner(room);
      const { state, question, notes, options } = oneCourse(database, id);
      if (state !== "question" || question === null) {
        throw new StudioError(
          "badArguments",
          say("Course {id} asks nothing now.", { id }),
          say("Somebody answered meanwhile, or what was asked for is there."),
        );
      }
      const meant = answered({ notes, options }, question, { key, ...(value === undefined ? {} : { value }) });
      transaction(database, () => {
        const answer = key === "give" ? (value ?? "") : key;
        addLog(database, id, { step: question.step, told: { code: "answered", values: { answer } } });
        changeCourse(
          database,
          id,
          meant === null ? { state: "stopped", question: null } : { ...meant, state: "going", question: null },
        );
      });
      courses.wake(id);
      return { course: told(id) };
    },
    async "journey/stop"({ id }: Params<"journey/stop">): Promise<Result<"journey/stop">> {
      requireOwner(room);
      const { state } = oneCourse(database, id);
      if (state !== "done" && state !== "stopped") {
        changeCourse(database, id, { state: "stopped", question: null });
        addLog(database, id, { step: null, told: { code: "stopped", values: {} } });
        courses.wake(id);
      }
      return { course: told(id) };
    },
    async "journey/resume"({ id }: Params<"journey/resume">): Promise<Result<"journey/resume">> {
      requireOwner(room);
      const { state } = oneCourse(database, id);
      if (state === "stopped") {
        changeCourse(database, id, { state: "going", question: null });
        addLog(database, id, { step: null, told: { code: "begun", values: {} } });
      }
      courses.wake(id);
      return { course: told(id) };
    },
  };
}
