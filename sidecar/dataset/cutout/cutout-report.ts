import { existsSync } from "node:fs";
import { getJob, itemTable, jobItems, jobParams } from "../../host/jobs/job-store.js";
import type { ErrorReport } from "../../host/studio-error.js";
import { committedTexts } from "../../store/committed-text.js";
import type { Database } from "../../store/database.js";
import { moveConflictsOfJob, stepMadeBy } from "../../store/move-conflicts.js";
import { captionPath } from "../scan.js";
import { proposeTags, type TagProposal } from "./background-tags.js";
import { type CutoutOptions, parseCutoutItem, parseCutoutOptions } from "./cutout-options.js";
import type { DoubtReason } from "./edge-doubt.js";
import { parseDone } from "./process/messages.js";

interface CutoutRow {
  before: string;
  after: string;
  mask?: string;
  /** `waiting` is still to be done, `gone` was taken back or removed. */
  state: "done" | "failed" | "waiting" | "gone";
  doubt: number;
  reasons: DoubtReason[];
  accepted: boolean;
  /** Changes with the file. */
  version: string;
  error?: ErrorReport;
}

interface KeptRow extends CutoutRow {
  job: number;
  ordinal: number;
}

/** The job and those that did some of its pictures again, the oldest first. */
function jobsOf(database: Database, job: number): number[] {
  const rows = database
    .prepare("SELECT id FROM job WHERE kind = 'cutout' AND json_extract(params, '$.redoOf') = ? ORDER BY id")
    .all(job);
  return [job, ...rows.map((row: unknown) => Number(Object(row).id))];
}

function rowsOf(database: Database, job: number): KeptRow[] {
  const conflicts = moveConflictsOfJob(database, job);
  return jobItems(database, job).map(({ input, state, result, error }, ordinal): KeptRow => {
    const { picture, target, mask, staged } = parseCutoutItem(input);
    const conflict = conflicts.get(target) ?? (mask === null ? undefined : conflicts.get(mask));
    const problem = error ?? conflict;
    const { doubt, reasons } = parseDone(state === "done" ? result : { doubt: 0 });
    return {
      job,
      ordinal,
      before: picture,
      after: target,
      ...(mask === null ? {} : { mask }),
      state: problem ? "failed" : state !== "done" ? "waiting" : existsSync(target) ? "done" : "gone",
      doubt,
      reasons,
      accepted: Object(result).accepted === true,
      version: staged.slice(0, 8),
      ...(problem ? { error: { code: problem.code, message: problem.message, hint: problem.hint } } : {}),
    };
  });
}

/** Of each picture what its last job made; one that failed to be done again keeps the earlier result, with the error. */
function latestRows(database: Database, job: number): KeptRow[] {
  const latest = new Map<string, KeptRow>();
  for (const one of jobsOf(database, job)) {
    for (const row of rowsOf(database, one)) {
      const known = latest.get(row.before);
      const { error } = row;
      if (!known || row.state === "done") latest.set(row.before, row);
      else if (error) latest.set(row.before, { ...known, error });
    }
  }
  return [...latest.values()];
}

export interface CutoutReport {
  jobId: number;
  folder: string;
  output: string | null;
  model: string;
  step: number | null;
  /** The most doubtful first. */
  pictures: CutoutRow[];
  counts: { done: number; failed: number; waiting: number; accepted: number };
  /** For `captions/edit` on the new set; null beside the originals, whose captions stay true. */
  tags: TagProposal | null;
  captionProblems: { path: string; message: string }[];
}

/** What a job made; of one that did pictures again, what the first one did with them. @throws StudioError "notFound" */
export function cutoutReport(database: Database, asked: number): CutoutReport {
  getJob(database, asked);
  const job = parseCutoutOptions(jobParams(database, asked, "cutout")).redoOf ?? asked;
  const options: CutoutOptions = parseCutoutOptions(jobParams(database, job, "cutout"));
  const rows = latestRows(database, job).sort((left, right) => right.doubt - left.doubt);
  const textOf = committedTexts(database);
  const captionOf = (path: string): string[] => {
    try {
      return [textOf(captionPath(path)) ?? ""];
    } catch {
      return [];
    }
  };
  const done = rows.filter(({ state }) => state === "done");
  const captionProblems = jobItems(database, job).flatMap(({ input, result }) => {
    const { captionProblem } = Object(result);
    const path = parseCutoutItem(input).caption?.from;
    return typeof captionProblem === "string" && path !== undefined ? [{ path, message: captionProblem }] : [];
  });
  return {
    jobId: job,
    folder: options.folder,
    output: options.output,
    model: options.model,
    step: stepMadeBy(database, job)?.step ?? null,
    pictures: rows.map(({ job: _job, ordinal: _ordinal, ...row }) => row),
    counts: {
      done: done.length,
      failed: rows.filter(({ error }) => error).length,
      waiting: rows.filter(({ state }) => state === "waiting").length,
      accepted: done.filter(({ accepted }) => accepted).length,
    },
    tags:
      options.output === null
        ? null
        : proposeTags(
            done.flatMap(({ after }) => captionOf(after)),
            options.settings.background,
          ),
    captionProblems,
  };
}

/** Marks pictures as looked at and found good, or not; call inside a transaction. Returns how many were found. */
export function acceptPictures(
  database: Database,
  job: number,
  { pictures, accepted }: { pictures: readonly string[] | null; accepted: boolean },
): number {
  const wanted = pictures === null ? null : new Set(pictures);
  const rows = latestRows(database, job).filter(
    ({ before, state }) => state === "done" && (wanted === null || wanted.has(before)),
  );
  const items = new Map(jobsOf(database, job).map((one) => [one, jobItems(database, one)]));
  for (const { job: owner, ordinal } of rows) {
    const result: unknown = items.get(owner)?.[ordinal]?.result;
    itemTable(database, owner).amend(ordinal, { ...Object(result), accepted });
  }
  return rows.length;
}
