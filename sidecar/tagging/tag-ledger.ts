import type { JobLedger } from "../host/jobs/job-kind.js";
import { itemTable, jobItems } from "../host/jobs/job-store.js";
import { StudioError } from "../host/studio-error.js";
import { type CommittedTexts, committedTexts } from "../store/committed-text.js";
import type { Database } from "../store/database.js";
import { followJournal, recordChanges } from "../store/journal.js";
import { stepOfJob } from "../store/steps.js";
import { say } from "../words/sentence.js";
import { mergeCaption } from "./caption-text.js";
import type { SelectedTags } from "./choose/caption.js";
import { chooser } from "./choose/choose-set.js";
import type { TagOptions } from "./options.js";
import type { ScoredItem, ScoreItem } from "./score-item.js";
import { scoreModelFor } from "./score-models.js";
import { joinModels } from "./scores/join-models.js";
import { keptScores } from "./scores/kept-scores.js";
import type { TagScores } from "./scores/tag-scores.js";

/** What the job's table keeps of a picture with its last model; earlier models leave an empty one. */
interface TaggedPicture extends SelectedTags {
  content: string;
  /** The caption where none was to be written. */
  left?: string;
  before: string | null;
  after: string;
}

const notScored = (image: string): StudioError =>
  new StudioError(
    "internal",
    say("{image} has no scores of one of the models.", { image }),
    say("Run the same command again; what is scored is not repeated."),
  );

interface RecordedCaption {
  before: string | null;
  after: string;
  textOf: CommittedTexts;
}

/** Keeps scores, and writes the caption with a picture's last model, or at the end where the choice needs the whole set. */
export async function openTagLedger(
  database: Database,
  { options, job }: { options: TagOptions; job: number },
): Promise<JobLedger<ScoreItem, ScoredItem>> {
  const kept = keptScores(database);
  const models = await Promise.all(options.models.map(({ model }) => scoreModelFor(database, model, options.folder)));
  const joined = joinModels(
    models.map(({ labels }) => labels),
    { mode: options.join, weights: options.models.map(({ weight }) => weight) },
  );
  const choose = chooser(joined.labels, options.choice);
  const needsSet = options.choice.minShare > 0 && !options.scoresOnly;

  const joinedScores = (content: string): TagScores | null => {
    const scores = models.map(({ id }) => kept.get(content, id));
    return scores.every((one) => one !== null) ? joined.join(scores) : null;
  };
  const record = (caption: string, { before, after, textOf }: RecordedCaption): void => {
    if (before === after) return;
    const encoding = textOf.encodingOf(caption);
    const step = stepOfJob(database, job, { folder: options.folder, name: "Tag pictures" });
    recordChanges(database, step, [{ path: caption, before, after, encoding: { before: encoding, after: encoding } }]);
  };
  const merged = (before: string | null, fresh: string): string =>
    mergeCaption(before, fresh, { existing: options.existing, separator: options.choice.separator });

  const commit = (item: ScoreItem, { content, scored }: ScoredItem): TaggedPicture | { content: string } => {
    const model = models[item.model];
    if (scored && model) kept.keep({ image: item.image, stamp: scored.stamp, content }, model.id, scored.scores);
    if (item.model < models.length - 1) return { content };
    const scores = joinedScores(content);
    if (!scores) throw notScored(item.image);
    const textOf = committedTexts(database);
    const before = textOf(item.caption);
    if (options.scoresOnly)
      return { content, left: before ?? "", before, after: before ?? "", ...choose.report(scores) };
    const after = needsSet ? (before ?? "") : merged(before, choose.caption(choose.choose(scores), scores));
    if (!needsSet) record(item.caption, { before, after, textOf });
    return { content, before, after, ...choose.report(scores) };
  };

  const finish = (): void => {
    const table = itemTable(database, job);
    const tagged = jobItems(database, job).flatMap(({ input, state, result }, ordinal) => {
      const { content, rating, tags, before } = Object(result);
      const isTagged = state === "done" && typeof content === "string" && rating !== undefined;
      const scores = isTagged ? joinedScores(content) : null;
      const text = typeof before === "string" ? before : null;
      return scores ? [{ ordinal, caption: String(Object(input).caption), content, rating, tags, text, scores }] : [];
    });
    const textOf = committedTexts(database);
    const chosen = choose.prune(tagged.map(({ scores }) => choose.choose(scores)));
    for (const [index, { ordinal, caption, content, rating, tags, text, scores }] of tagged.entries()) {
      const after = merged(text, choose.caption(chosen[index] ?? [], scores));
      record(caption, { before: text, after, textOf });
      table.amend(ordinal, { content, before: text, after, rating, tags });
    }
  };
  const follow = async (): Promise<void> => {
    await followJournal(database);
  };
  return needsSet ? { commit, follow, finish } : { commit, follow };
}
