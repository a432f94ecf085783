import type { Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { say } from "../../words/sentence.js";
import type { SweepFacts, SweepSettings } from "../plan/resolved-sweep.js";

const states = ["drawing", "paused", "done", "cancelled", "failed"] as const;
type SweepState = (typeof states)[number];
export type SweepCounts = Result<"sweep/get">["counts"];

/** Why a sweep stands still. */
export interface SweepTrouble {
  code: string;
  message: string;
  hint: string;
}

export interface SweepRecord {
  id: number;
  name: string;
  state: SweepState;
  settings: SweepSettings;
  facts: SweepFacts;
  /** Cells that a search wants by now, by index; null: all. */
  wanted: readonly number[] | null;
  job: number | null;
  /** ISO times. */
  created: string;
  changed: string;
  revision: number;
  /** Revision since which it means what it means: older pictures were drawn for something else. */
  meant: number;
  problem: SweepTrouble | null;
  /** As last counted; null: to be counted anew. */
  counts: SweepCounts | null;
  /** Content of a picture that stands for it, as last chosen. */
  picture: string | null;
  removed: boolean;
}

const json = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : null);

function sweep(row: unknown): SweepRecord {
  const {
    id,
    name,
    state,
    settings,
    facts,
    rounds,
    job,
    created,
    changed,
    revision,
    meant,
    problem,
    counts,
    picture,
    removed,
  } = Object(row);
  const wanted = json(rounds);
  const trouble = json(problem);
  return {
    id: Number(id),
    name: String(name),
    state: states.find((one) => one === state) ?? "failed",
    // Written by this program, from params that had been checked.
    settings: JSON.parse(String(settings)),
    facts: JSON.parse(String(facts)),
    wanted: Array.isArray(wanted) ? wanted.map(Number) : null,
    job: job === null ? null : Number(job),
    created: String(created),
    changed: String(changed),
    revision: Number(revision),
    meant: Number(meant),
    problem:
      trouble === null
        ? null
        : {
            code: String(Object(trouble).code),
            message: String(Object(trouble).message),
            hint: String(Object(trouble).hint),
          },
    counts: typeof counts === "string" ? JSON.parse(counts) : null,
    picture: typeof picture === "string" ? picture : null,
    removed: removed === 1,
  };
}

/** The latest first, without removed ones. */
export function listSweeps(database: Database, wish: { run?: number; folder?: string } = {}): SweepRecord[] {
  return database
    .prepare(
      `SELECT * FROM sweep WHERE removed = 0 AND (?1 IS NULL OR run = ?1) AND (?2 IS NULL OR folder = ?2) ORDER BY id DESC`,
    )
    .all(wish.run ?? null, wish.folder ?? null)
    .map(sweep);
}

/** Every sweep, removed ones too. */
export const everySweep = (database: Database): SweepRecord[] =>
  database.prepare("SELECT * FROM sweep ORDER BY id").all().map(sweep);

/** Removed ones too. @throws StudioError "notFound" */
export function oneSweep(database: Database, id: number): SweepRecord {
  const row = database.prepare("SELECT * FROM sweep WHERE id = ?").get(id);
  if (row) return sweep(row);
  throw new StudioError("notFound", say("There is no sweep {id}.", { id }), say("`sweep list` names them."));
}

export function sweepOfJob(database: Database, job: number): SweepRecord | null {
  const row = database.prepare("SELECT * FROM sweep WHERE job = ?").get(job);
  return row ? sweep(row) : null;
}

/** @returns its number */
export function addSweep(
  database: Database,
  { settings, facts, wanted, revision }: Pick<SweepRecord, "settings" | "facts" | "wanted" | "revision">,
): number {
  const now = new Date().toISOString();
  const inserted = database
    .prepare(
      `INSERT INTO sweep (name, state, settings, facts, rounds, run, folder, created, changed, revision, meant)
       VALUES (?, 'drawing', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      settings.name,
      JSON.stringify(settings),
      JSON.stringify(facts),
      wanted && JSON.stringify(wanted),
      settings.run,
      settings.folder,
      now,
      now,
      revision,
      revision,
    );
  return Number(inserted.lastInsertRowid);
}

type SweepChange = Partial<Omit<SweepRecord, "id" | "created" | "changed" | "revision" | "meant">>;

/** Changes some columns; others stay. */
export function changeSweep(
  database: Database,
  id: number,
  { change, revision }: { change: SweepChange; revision: number },
): void {
  const written = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
  const columns: Record<string, string | number | null> = { changed: new Date().toISOString(), revision };
  if (change.name !== undefined) columns.name = change.name;
  if (change.state !== undefined) columns.state = change.state;
  if (change.job !== undefined) columns.job = change.job;
  if (change.picture !== undefined) columns.picture = change.picture;
  if (change.removed !== undefined) columns.removed = change.removed ? 1 : 0;
  if (change.problem !== undefined) columns.problem = written(change.problem);
  if (change.counts !== undefined) columns.counts = written(change.counts);
  if (change.wanted !== undefined) columns.rounds = written(change.wanted);
  if (change.facts !== undefined) columns.facts = written(change.facts);
  if (change.settings !== undefined) {
    columns.settings = written(change.settings);
    columns.meant = revision;
    columns.run = change.settings.run;
    columns.folder = change.settings.folder;
  }
  const names = Object.keys(columns);
  const places = names.map((name) => `${name} = ?`).join(", ");
  database.prepare(`UPDATE sweep SET ${places} WHERE id = ?`).run(...Object.values(columns), id);
}
