import type { JobKind } from "../host/jobs.js";
import { readText } from "../store/caption-file.js";
import type { Database } from "../store/database.js";
import { type FileConflict, followJournal, recordChange, stepOfJob } from "../store/journal.js";
import { captionFromTags, mergeCaption } from "./caption-text.js";
import type { TagOptions } from "./options.js";
import { type SelectedTags, selectTags } from "./select.js";
import type { Tagger } from "./tagger.js";

export interface TagItem {
  image: string;
  caption: string;
}

export interface TagResult extends SelectedTags {
  before: string | null;
  after: string;
}

// Enough to keep every preparation worker busy while the session computes, few enough to stay small in memory.
const PICTURES_IN_FLIGHT = 8;

function parseItem(stored: unknown): TagItem {
  const { image, caption } = Object(stored);
  return { image: String(image), caption: String(caption) };
}

/** The caption after tagging; existing text is merged where the mode says so. */
export function newCaption(before: string | null, selected: SelectedTags, options: TagOptions): string {
  const fresh = captionFromTags(selected.tags, { exclude: options.exclude, add: options.add });
  const merge = options.existing === "append" || options.existing === "prepend";
  return merge && before?.trim()
    ? mergeCaption(before, fresh, options.existing === "append" ? "append" : "prepend")
    : fresh;
}

/** The job kind "tag": one item a picture; the journal holds every caption before it is written. */
export function tagJob(
  database: Database,
  tagger: Tagger,
  { options, items, conflicts }: { options: TagOptions; items: TagItem[]; conflicts: FileConflict[] },
): JobKind<TagOptions, TagItem, TagResult> {
  const thresholds = { general: options.generalThreshold, character: options.characterThreshold };
  return {
    name: "tag",
    concurrency: PICTURES_IN_FLIGHT,
    parseItem,
    plan: () => items,
    async run(item) {
      const selected = selectTags(await tagger.score(item.image), tagger.labels, thresholds);
      const before = await readText(item.caption);
      return { ...selected, before, after: newCaption(before, selected, options) };
    },
    commit(item, { before, after }, job) {
      if (before === after) return;
      const step = stepOfJob(database, job, { folder: options.folder, name: "Tag pictures" });
      recordChange(database, step, { path: item.caption, before, after });
    },
    async afterItem() {
      conflicts.push(...(await followJournal(database)).conflicts);
    },
  };
}
