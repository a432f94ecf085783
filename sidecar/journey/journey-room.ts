import type { SweepRoom } from "../sweep/sweep-room.js";
import type { Call } from "./call.js";
import type { Courses } from "./course/courses.js";

/** What the journey's methods work with. */
export interface JourneyRoom extends SweepRoom {
  call: Call;
  courses: Courses;
}
