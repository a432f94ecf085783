import type { Result } from "../../../../protocol/validate.js";
import { fits } from "../../../../protocol/validate.js";
import { StudioError } from "../../../host/studio-error.js";
import type { Database } from "../../../store/database.js";
import { say } from "../../../words/sentence.js";
import type { SweepSettings } from "../resolved-sweep.js";

type Saved = Result<"sweep/saved">["saved"];

/** Sweeps that were saved to be drawn again, by name. One that an older version wrote and this one cannot read is left out. */
export function savedSweeps(database: Database): Saved {
  const rows = database.prepare("SELECT name, settings, changed FROM sweep_saved ORDER BY name").all();
  return rows.flatMap((row) => {
    const { name, settings, changed } = Object(row);
    const params: unknown = { settings: JSON.parse(String(settings)) };
    return fits("sweep/look", params)
      ? [{ name: String(name), settings: params.settings, changed: String(changed) }]
      : [];
  });
}

/** Under a name that is there, it takes the place of the other. */
export function saveSweep(database: Database, name: string, settings: SweepSettings): void {
  database
    .prepare("INSERT OR REPLACE INTO sweep_saved (name, settings, changed) VALUES (?, ?, ?)")
    .run(name, JSON.stringify(settings), new Date().toISOString());
}

/** @throws StudioError "notFound" */
export function forgetSweep(database: Database, name: string): void {
  if (database.prepare("DELETE FROM sweep_saved WHERE name = ?").run(name).changes > 0) return;
  throw new StudioError(
    "notFound",
    say('There is no saved sweep "{name}".', { name }),
    say("`sweep saved` lists those there are."),
  );
}
