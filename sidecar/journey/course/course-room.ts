import type { Roots } from "../../host/roots.js";
import type { Database } from "../../store/database.js";
import type { Courses } from "./courses.js";

/** What the methods of courses work with. */
export interface CourseRoom {
  database: Database;
  roots: Roots;
  courses: Courses;
}
