import { join, relative } from "node:path";
import { captionPath, scanFolder } from "../dataset/scan.js";
import { createJob, type JobItemRecord, type JobProgress, jobItems, runJob, unfinishedJob } from "../host/jobs.js";
import { StudioError } from "../host/studio-error.js";
import { readText } from "../store/caption-file.js";
import type { Database } from "../store/database.js";
import type { FileConflict } from "../store/journal.js";
import { openModel } from "./model.js";
import type { TagOptions } from "./options.js";
import { type TagItem, tagJob } from "./tag-job.js";
import { type ImageReport, reportOf, skippedReport, type TagReport } from "./tag-report.js";
import { startTagger } from "./tagger.js";

async function isLeftAlone(caption: string, options: TagOptions): Promise<boolean> {
  if (options.existing !== "skip" && options.existing !== "only-empty") return false;
  const before = await readText(caption);
  return before !== null && (options.existing === "skip" || before.trim() !== "");
}

function refuseSharedCaptions(items: TagItem[]): void {
  const owner = new Map<string, string>();
  for (const { image, caption } of items) {
    const other = owner.get(caption);
    if (other !== undefined) {
      throw new StudioError(
        "badArguments",
        `${other} and ${image} would share the caption ${caption}.`,
        "Rename one of the two pictures, then run the same command again.",
      );
    }
    owner.set(caption, image);
  }
}

async function itemsOf(options: TagOptions): Promise<{ items: TagItem[]; skipped: ImageReport[] }> {
  const scan = await scanFolder(options.folder, { recursive: options.recursive });
  if (scan.images.length === 0) {
    throw new StudioError(
      "notFound",
      `There are no pictures in ${options.folder}.`,
      "Expected .png, .jpg, .webp, .bmp, .gif, .avif or .tiff files, in the folder or in 10_name subfolders.",
    );
  }
  const placed = scan.images.map(({ path: image }) => {
    const beside = captionPath(image);
    return {
      image,
      caption: options.output === null ? beside : join(options.output, relative(options.folder, beside)),
    };
  });
  refuseSharedCaptions(placed);
  const items: TagItem[] = [];
  const skipped: ImageReport[] = [];
  for (const item of placed) {
    if (await isLeftAlone(item.caption, options))
      skipped.push(skippedReport(item.image, (await readText(item.caption)) ?? ""));
    else items.push(item);
  }
  return { items, skipped };
}

export interface TagRun {
  report: TagReport;
  /** Pictures that an earlier, interrupted run had already done. */
  resumed: number;
}

/** Tags a folder, going on with an interrupted run of the same options if there is one. */
export async function tagFolder(
  database: Database,
  options: TagOptions,
  watch: { signal: AbortSignal; onProgress?: (progress: JobProgress) => void },
): Promise<TagRun> {
  const started = performance.now();
  const model = await openModel(options.model, options.folder);
  const earlier = unfinishedJob(database, "tag", options);
  const { items, skipped } = earlier === null ? await itemsOf(options) : { items: [], skipped: [] };
  const seconds = () => (performance.now() - started) / 1000;
  if (earlier === null && items.length === 0) {
    return { report: reportOf(model.name, { items: [], skipped, conflicts: [], seconds: seconds() }), resumed: 0 };
  }
  const conflicts: FileConflict[] = [];
  const tagger = await startTagger(model);
  // A running inference cannot be stopped; ending its process is the cancel.
  watch.signal.addEventListener("abort", () => void tagger.close(), { once: true });
  try {
    const kind = tagJob(database, tagger, { options, items, conflicts });
    const job = earlier ?? createJob(database, kind, options);
    const resumed = jobItems(database, job).filter(({ state }: JobItemRecord) => state !== "pending").length;
    await runJob(database, kind, job, watch);
    return {
      report: reportOf(model.name, { items: jobItems(database, job), skipped, conflicts, seconds: seconds() }),
      resumed,
    };
  } finally {
    await tagger.close();
  }
}
