import type { Database } from "../../store/database.js";
import { type FamilyName, isFamily } from "../families.js";
import type { MeasuredSpeed } from "./training-time.js";

export interface LearnedSpeed extends MeasuredSpeed {
  /** Names the run: two files of one run are one speed. */
  run: string;
  family: FamilyName;
  steps: number;
}

// The latest of a run says most: it has the most steps.
export function learnSpeed(database: Database, speed: LearnedSpeed): void {
  database
    .prepare(
      `INSERT INTO training_speed (run, family, steps, seconds_per_megapixel) VALUES (?, ?, ?, ?)
       ON CONFLICT (run) DO UPDATE SET steps = excluded.steps, seconds_per_megapixel = excluded.seconds_per_megapixel
       WHERE excluded.steps >= training_speed.steps`,
    )
    .run(speed.run, speed.family, speed.steps, speed.secondsPerMegapixel);
}

/** How fast this machine's runs of a family were. */
export function learnedSpeeds(database: Database, family: FamilyName): LearnedSpeed[] {
  return database
    .prepare("SELECT run, family, steps, seconds_per_megapixel AS speed FROM training_speed WHERE family = ?")
    .all(family)
    .flatMap((row: unknown) => {
      const { run, family: name, steps, speed } = Object(row);
      return isFamily(String(name))
        ? [{ run: String(run), family, steps: Number(steps), secondsPerMegapixel: Number(speed) }]
        : [];
    });
}
