import { join } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import type { Roots } from "../../host/roots.js";
import type { Database } from "../../store/database.js";
import { requireOwner } from "../../training/require-owner.js";
import type { Call } from "../call.js";
import { allCourses } from "../course/course-table.js";
import { freePlace, namedPlace } from "./rehearsal-place.js";
import { picturesOf, rehearsalOptions } from "./rehearsal-settings.js";

/** Draws the pictures into a folder; what is there stays. @returns the character's trigger word */
export type DrawRehearsalSet = (
  folder: string,
  wish: { character: number; pictures: number },
) => Promise<{ trigger: string }>;

interface RehearseRoom {
  database: Database;
  roots: Roots;
  stateFolder: string;
  call: Call;
  drawRehearsalSet: DrawRehearsalSet;
}

const FOLDER = "rehearsals";

/** The whole journey with drawn pictures and stand-ins. */
export function rehearseMethods(room: RehearseRoom) {
  const { database, stateFolder, call, drawRehearsalSet } = room;
  return {
    async "journey/rehearse"({
      character = 0,
      setting = "usual",
      into,
    }: Params<"journey/rehearse">): Promise<Result<"journey/rehearse">> {
      requireOwner(room);
      const whom = character === 0 ? "okara" : `character-${character}`;
      const name = setting === "usual" ? whom : character === 0 ? setting : `${whom}-${setting}`;
      const courses = allCourses(database);
      const { folder, course } =
        into === undefined
          ? await freePlace(join(stateFolder, FOLDER, name), courses)
          : await namedPlace(into, courses);
      if (course !== null) {
        if (course.state === "stopped") await call("journey/resume", { id: course.id });
        return { id: course.id, project: course.project, folder, begun: false };
      }
      const { trigger } = await drawRehearsalSet(folder, { character, pictures: picturesOf(setting) });
      const { id, project } = await call("journey/start", { folder, options: rehearsalOptions(setting, trigger) });
      return { id, project, folder, begun: true };
    },
  };
}
