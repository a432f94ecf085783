import { byNaturalName } from "../dataset/scan.js";
import type { JobItemRecord } from "../host/jobs.js";
import type { FileConflict } from "../store/journal.js";

export interface ImageReport {
  path: string;
  status: "written" | "skipped" | "failed";
  caption: string;
  rating: Record<string, number>;
  tags: { tag: string; category: string; probability: number }[];
  error?: { code: string; message: string; hint: string };
}

/** The document that `tag --json` prints. */
export interface TagReport {
  model: string;
  images: ImageReport[];
  counts: { written: number; skipped: number; failed: number };
  seconds: number;
}

export const skippedReport = (path: string, caption: string): ImageReport => ({
  path,
  status: "skipped",
  caption,
  rating: {},
  tags: [],
});

function imageReport({ input, result, error }: JobItemRecord, conflicts: FileConflict[]): ImageReport {
  const path = String(Object(input).image);
  const conflict = conflicts.find((one) => one.path === Object(input).caption);
  if (conflict) {
    const { code, message, hint } = conflict;
    return { path, status: "failed", caption: "", rating: {}, tags: [], error: { code, message, hint } };
  }
  if (error) return { path, status: "failed", caption: "", rating: {}, tags: [], error };
  const { after, rating, tags } = Object(result);
  return { path, status: "written", caption: String(after), rating, tags };
}

export function reportOf(
  model: string,
  run: { items: JobItemRecord[]; skipped: ImageReport[]; conflicts: FileConflict[]; seconds: number },
): TagReport {
  const tagged = run.items.map((item) => imageReport(item, run.conflicts));
  const images = [...tagged, ...run.skipped].sort((left, right) => byNaturalName(left.path, right.path));
  const count = (status: ImageReport["status"]): number => images.filter((image) => image.status === status).length;
  return {
    model,
    images,
    counts: { written: count("written"), skipped: count("skipped"), failed: count("failed") },
    seconds: run.seconds,
  };
}
