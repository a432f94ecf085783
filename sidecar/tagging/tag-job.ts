import type { JobKind } from "../host/jobs/job-kind.js";
import { readText } from "../store/atomic-file.js";
import type { Database } from "../store/database.js";
import { followJournal, recordChange, stepOfJob } from "../store/journal.js";
import { captionFromTags, mergeCaption } from "./caption-text.js";
import { readyModel } from "./models/ready-model.js";
import { parseTagOptions, type TagOptions } from "./options.js";
import { planItems, type TagItem } from "./plan-items.js";
import { type SelectedTags, selectTags } from "./select.js";
import { startTagger } from "./tagger.js";

export interface TagResult extends SelectedTags {
  /** What a caption that was left alone says; such a picture was not tagged. */
  left?: string;
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
function newCaption(before: string | null, selected: SelectedTags, options: TagOptions): string {
  const fresh = captionFromTags(selected.tags, { exclude: options.exclude, add: options.add });
  const { existing } = options;
  return before?.trim() && (existing === "append" || existing === "prepend")
    ? mergeCaption(before, fresh, existing)
    : fresh;
}

/** The job kind "tag": one item a picture; the journal holds every caption before it is written. */
export function tagJob(database: Database): JobKind<TagOptions, TagItem, TagResult> {
  return {
    name: "tag",
    needs: "cpu",
    concurrency: PICTURES_IN_FLIGHT,
    parseParams: parseTagOptions,
    parseItem,
    async plan(options) {
      const items = await planItems(options);
      return items.map(({ item, left, shared }) => {
        if (shared) return { item, failed: shared };
        return left === null ? { item } : { item, done: { left, before: left, after: left, rating: {}, tags: [] } };
      });
    },
    async open(options, context) {
      const { signal } = context;
      const tagger = await startTagger(await readyModel(options.model, options.folder, context));
      // A running inference cannot be stopped; ending its process is the cancel.
      signal.addEventListener("abort", () => void tagger.close(), { once: true });
      const thresholds = { general: options.generalThreshold, character: options.characterThreshold };
      const run = async (item: TagItem): Promise<TagResult> => {
        const selected = selectTags(await tagger.score(item.image), tagger.labels, thresholds);
        const before = await readText(item.caption);
        return { ...selected, before, after: newCaption(before, selected, options) };
      };
      return { run, close: tagger.close };
    },
    commit(item, { before, after }, { job, params }) {
      if (before === after) return;
      const step = stepOfJob(database, job, { folder: params.folder, name: "Tag pictures" });
      recordChange(database, step, { path: item.caption, before, after });
    },
    async follow() {
      await followJournal(database);
    },
  };
}
