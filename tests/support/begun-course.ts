import { setTimeout as sleep } from "node:timers/promises";
import { openSettings } from "../../sidecar/host/settings/settings.js";
import { courseOptions, permissionsSet } from "../../sidecar/journey/course/begin-course.js";
import type { CourseOptions } from "../../sidecar/journey/course/course-options.js";
import { addCourse, type Course, oneCourse } from "../../sidecar/journey/course/course-table.js";
import { projectOf } from "../../sidecar/journey/projects/project-store.js";
import type { Database } from "../../sidecar/store/database.js";

export const optionsFor = (home: string, given: Partial<CourseOptions> = {}): CourseOptions => ({
  ...courseOptions({ trigger: "okara", model: "/models/base.safetensors" }, permissionsSet(openSettings(home))),
  ...given,
});

/** A course over a folder that only the made-up rooms know. */
export function addedCourse(
  database: Database,
  options: CourseOptions,
  { folder = "/sets/okara", queued = false } = {},
): number {
  const { id: project } = projectOf(database, folder);
  return addCourse(database, { project, folder, options, queued, notBefore: null });
}

/** The course as soon as it stands still; the test's own limit ends the wait. */
export async function untilStill(database: Database, id: number): Promise<Course> {
  for (;;) {
    const course = oneCourse(database, id);
    if (course.state !== "going" && course.state !== "waiting") return course;
    await sleep(5);
  }
}
