import type { Call } from "../call.js";
import type { CourseNotes } from "./course-notes.js";
import type { CourseOptions } from "./course-options.js";
import type { CourseStep } from "./course-steps.js";

/** A course as its steps look at it and do something for it. */
export interface LookingCourse {
  call: Call;
  course: { id: number; project: number; folder: string; options: CourseOptions; notes: CourseNotes };
  /** The folder that is trained. @throws when the pictures are not arranged yet */
  into(): string;
  /** Keeps what was settled, before anything else is done. */
  note(notes: Partial<CourseNotes>, options?: Partial<CourseOptions>): void;
  /** True once for each name while this process lives: what a program that ended left is taken up again then. */
  firstTime(name: string): boolean;
}

/** What was about to be started when the program ended: the oldest number above those that were there. */
export const startedSince = ({ course }: LookingCourse, step: CourseStep, ids: readonly number[]): number | null => {
  const { began } = course.notes;
  if (began?.step !== step) return null;
  const newer = ids.filter((id) => id > began.after);
  return newer.length === 0 ? null : Math.min(...newer);
};

export const newest = (ids: readonly number[]): number => Math.max(0, ...ids);
