import { StudioError } from "../../host/studio-error.js";
import { namesIn } from "../../store/names-in.js";
import { say } from "../../words/sentence.js";

/** A course as far as a rehearsal asks for it. */
export interface KnownCourse {
  id: number;
  project: number;
  folder: string;
  state: string;
}

export interface RehearsalPlace {
  folder: string;
  /** One that is not over: it is gone on with. */
  course: KnownCourse | null;
}

const isOurs = (name: string): boolean => /^\d{2}\.png/.test(name);

/**
 * A folder that the user named: a new or empty one, or that of a rehearsal that is not over.
 * @throws StudioError "fileExists" where something else lies there
 */
export async function namedPlace(folder: string, courses: readonly KnownCourse[]): Promise<RehearsalPlace> {
  const course = courses.find((one) => one.folder === folder && one.state !== "done") ?? null;
  const isTaken = course === null && ((await namesIn(folder))?.length ?? 0) > 0;
  if (isTaken) {
    throw new StudioError(
      "fileExists",
      say("{folder} is not empty.", { folder }),
      say("Name a new folder: a rehearsal never mixes its pictures with yours."),
    );
  }
  return { folder, course };
}

const MOST = 10_000;

/**
 * The first of `base`, `base-2` … that is free, or whose rehearsal is not over. One without a course holds what an interrupted
 * rehearsal had drawn, and is completed.
 */
export async function freePlace(base: string, courses: readonly KnownCourse[]): Promise<RehearsalPlace> {
  for (let number = 1; number < MOST; number += 1) {
    const folder = number === 1 ? base : `${base}-${number}`;
    const own = courses.filter((one) => one.folder === folder);
    const open = own.find(({ state }) => state !== "done");
    if (open) return { folder, course: open };
    const names = await namesIn(folder);
    if (names === null || (own.length === 0 && names.every(isOurs))) return { folder, course: null };
  }
  throw new StudioError("fileExists", say("{folder} is not empty.", { folder: base }), say("Remove old rehearsals."));
}
