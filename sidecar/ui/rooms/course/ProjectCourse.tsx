import { beginning, courseOf, courses, isOpen, openCourses } from "../../state/course.js";
import { words } from "../../state/look.js";
import { BeginCourse } from "./BeginCourse.js";
import { CourseCard } from "./CourseCard.js";

/** The course of a project, and the way to begin one. */
export function ProjectCourse({ project, folder }: { project: number; folder: string }) {
  const latest = courses.value.length > 0 ? courseOf(project) : undefined;
  const isBeginning = beginning.value?.project === project;
  const mayBegin = latest === undefined || !isOpen(latest);
  return (
    <div class="project-course">
      {mayBegin && isBeginning && <BeginCourse folder={folder} />}
      {mayBegin && !isBeginning && (
        <button type="button" class="primary" onClick={() => (beginning.value = { folder, project })}>
          {words.value.course.begin}
        </button>
      )}
      {latest && <CourseCard course={latest} />}
    </div>
  );
}

/** On the front page: courses that are under way, those that ask first. */
export function CoursesNow() {
  if (openCourses.value.length === 0) return null;
  return (
    <section class="courses-now" aria-label={words.value.course.title}>
      {openCourses.value.map((course) => (
        <CourseCard key={course.id} course={course} />
      ))}
    </section>
  );
}
