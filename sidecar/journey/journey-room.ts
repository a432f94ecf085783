import type { SweepRoom } from "../sweep/sweep-room.js";
import type { Call } from "./call.js";
import type { Courses } from "./course/courses.js";
import type { DrawRehearsalSet } from "./rehearse/methods.js";

/** What the journey's methods work with. */
export interface JourneyRoom extends SweepRoom {
  /** The studio's methods, as the client that asks may call them. */
  call: Call;
  courses: Courses;
  drawRehearsalSet: DrawRehearsalSet;
}
