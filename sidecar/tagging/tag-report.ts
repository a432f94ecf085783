import { basename } from "node:path";
import type { JobItemRecord } from "../host/jobs/job-kind.js";
import { jobItems, jobParams, jobSeconds } from "../host/jobs/job-store.js";
import type { Database } from "../store/database.js";
import type { FileConflict } from "../store/follow-report.js";
import { conflictsOfJob } from "../store/journal.js";
import { averageTags, type TagAverage } from "./averages.js";
import { parseTagOptions } from "./options.js";

interface ImageReport {
  path: string;
  status: "written" | "skipped" | "failed" | "pending";
  caption: string;
  rating: Record<string, number>;
  tags: { tag: string; category: string; probability: number }[];
  error?: { code: string; message: string; hint: string };
}

/** The document that `tag --json` prints. */
export interface TagReport {
  folder: string;
  model: string;
  images: ImageReport[];
  counts: { written: number; skipped: number; failed: number };
  averages: TagAverage[];
  seconds: number;
}

function imageReport({ input, state, result, error }: JobItemRecord, conflicts: FileConflict[]): ImageReport {
  const { image, caption } = Object(input);
  const path = String(image);
  const nothing = { path, caption: "", rating: {}, tags: [] };
  const conflict = conflicts.find((one) => one.path === caption);
  if (conflict) {
    const { code, message, hint } = conflict;
    return { ...nothing, status: "failed", error: { code, message, hint } };
  }
  if (error) return { ...nothing, status: "failed", error };
  if (state === "pending" || state === "leased") return { ...nothing, status: "pending" };
  const { left, after, rating, tags } = Object(result);
  return { path, status: left === undefined ? "written" : "skipped", caption: String(after), rating, tags };
}

/** What a tagging job did, from the state alone, so that it can be read at any time. */
export function tagReport(database: Database, job: number): TagReport {
  const conflicts = conflictsOfJob(database, job);
  const { folder, models } = parseTagOptions(jobParams(database, job, "tag"));
  const ofLastModel = ({ input }: JobItemRecord): boolean => Number(Object(input).model ?? 0) === models.length - 1;
  const images = jobItems(database, job)
    .filter(ofLastModel)
    .map((item) => imageReport(item, conflicts));
  const count = (status: ImageReport["status"]): number => images.filter((image) => image.status === status).length;
  return {
    folder,
    model: models.map(({ model }) => basename(model)).join(", "),
    images,
    counts: { written: count("written"), skipped: count("skipped"), failed: count("failed") },
    averages: averageTags(images),
    seconds: jobSeconds(database, job),
  };
}
