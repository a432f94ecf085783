import type { Roots } from "../../host/roots.js";
import type { Settings } from "../../host/settings/settings.js";
import type { Database } from "../../store/database.js";
import type { Call } from "../call.js";
import type { Courses } from "./courses.js";

/** What the methods of courses work with. */
export interface CourseRoom {
  database: Database;
  roots: Roots;
  settings: Pick<Settings, "get">;
  call: Call;
  courses: Courses;
}
