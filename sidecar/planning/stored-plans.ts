import type { Params, Result } from "../../protocol/validate.js";
import { fits, problemsOf } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { type Database, transaction } from "../store/database.js";
import { say } from "../words/sentence.js";
import { isFamily } from "./families.js";

type Stored = Result<"planning/get">;
type Listed = Result<"planning/plans">["plans"][number];
type Saving = Params<"planning/save">;

const concepts = ["character", "outfit", "style", "object"] as const;

export const noPlan = (id: number): StudioError =>
  new StudioError("notFound", say("There is no plan {id}.", { id }), say("The list of plans names those there are."));

function listed(row: unknown): Listed {
  const { id, name, folder, concept, family, revision, changed } = Object(row);
  const known = String(family);
  return {
    id: Number(id),
    name: String(name),
    folder: folder === null ? null : String(folder),
    concept: concepts.find((known) => known === concept) ?? "character",
    family: isFamily(known) ? known : "sd15",
    revision: Number(revision),
    changed: String(changed),
  };
}

const columns = "id, name, folder, concept, family, revision, changed";

/** The plans of a folder, or all; the latest first. */
export function storedPlans(database: Database, folder: string | null): Listed[] {
  const rows =
    folder === null
      ? database.prepare(`SELECT ${columns} FROM training_plan WHERE removed = 0 ORDER BY changed DESC, id DESC`).all()
      : database
          .prepare(
            `SELECT ${columns} FROM training_plan WHERE removed = 0 AND folder = ? ORDER BY changed DESC, id DESC`,
          )
          .all(folder);
  return rows.map(listed);
}

/** @throws StudioError "notFound"; a removed plan is found too, so that it can be looked at before it is brought back */
export function storedPlan(database: Database, id: number): Stored {
  const row = database.prepare(`SELECT ${columns}, plan, reasons FROM training_plan WHERE id = ?`).get(id);
  if (!row) throw noPlan(id);
  const { plan, reasons } = Object(row);
  const params: unknown = {
    plan: JSON.parse(String(plan)),
    concept: "character",
    reasons: JSON.parse(String(reasons)),
  };
  if (!fits("planning/save", params)) {
    throw new StudioError(
      "internal",
      say("Plan {id} does not fit any more: {problems}.", {
        id,
        problems: problemsOf("planning/save", "params", params) ?? "",
      }),
      say("It was saved by another version of this program."),
    );
  }
  return { ...listed(row), plan: params.plan, reasons: params.reasons ?? [] };
}

/** A new plan, for who has begun a transaction. @param changed ISO time */
export function addPlanWithin(
  database: Database,
  { plan, folder, concept, reasons }: Saving,
  changed = new Date().toISOString(),
): number {
  const { lastInsertRowid } = database
    .prepare(
      "INSERT INTO training_plan (name, folder, concept, family, plan, reasons, changed, revision) VALUES (?, ?, ?, ?, ?, ?, ?, 1)",
    )
    .run(plan.name, folder ?? null, concept, plan.family, JSON.stringify(plan), JSON.stringify(reasons ?? []), changed);
  return Number(lastInsertRowid);
}

/**
 * Saves a plan, as a new one or as the next revision.
 * @throws StudioError "notFound" | "changedElsewhere" when it was changed since `ifRevision`
 */
export function savePlan(database: Database, saving: Saving) {
  const { id, ifRevision, plan, folder, concept, reasons } = saving;
  const texts = [JSON.stringify(plan), JSON.stringify(reasons ?? []), new Date().toISOString()] as const;
  return transaction(database, () => {
    if (id === undefined) return { id: addPlanWithin(database, saving), revision: 1 };
    const row = database.prepare("SELECT revision FROM training_plan WHERE id = ?").get(id);
    if (!row) throw noPlan(id);
    const revision = Number(Object(row).revision);
    if (ifRevision !== undefined && ifRevision !== revision) {
      throw new StudioError(
        "changedElsewhere",
        say("The plan was changed elsewhere meanwhile (revision {revision}, and {ifRevision} was expected).", {
          revision,
          ifRevision,
        }),
        say("Look at it as it is now, then change it again; or save yours as a new plan."),
      );
    }
    database
      .prepare(
        "UPDATE training_plan SET name = ?, folder = coalesce(?, folder), concept = ?, family = ?, plan = ?, reasons = ?, changed = ?, revision = ? WHERE id = ?",
      )
      .run(plan.name, folder ?? null, concept, plan.family, ...texts, revision + 1, id);
    return { id, revision: revision + 1 };
  });
}

/** Takes a plan out of the lists, or brings it back: nothing is deleted. @throws StudioError "notFound" */
export function removePlan(database: Database, id: number, restore: boolean): void {
  const { changes } = database.prepare("UPDATE training_plan SET removed = ? WHERE id = ?").run(restore ? 0 : 1, id);
  if (Number(changes) === 0) throw noPlan(id);
}
