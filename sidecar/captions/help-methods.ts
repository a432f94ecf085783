import type { Params, Result } from "../../protocol/validate.js";
import type { Roots } from "../host/roots.js";
import { type Database, transaction } from "../store/database.js";
import { answeredDoubts, keepAnswers } from "../store/doubt-answers.js";
import { followSoon } from "../store/journal.js";
import { spelling } from "../tagging/choose/spelling.js";
import { DISAGREEMENT_MARGIN } from "../tagging/scores/preview.js";
import { findDoubts } from "./assist/doubts.js";
import { proposePrune } from "./assist/prune.js";
import { chunkMarks, clipTokens } from "./assist/tokens.js";
import { tagsOf } from "./edits/caption-tags.js";
import { commitEdits } from "./edits/commit-edits.js";
import { editSet } from "./edits/edit-set.js";
import { captionChooser } from "./set/chooser.js";
import { scoresByTag } from "./set/facts.js";
import { tagMeasures } from "./set/tag-measures.js";
import { vocabularyOf } from "./vocabulary.js";

const OPTIONS_SHOWN = 12;
const DOUBTS_SHOWN = 100;
const USUAL_THRESHOLD = 0.35;

/** Help while captions are edited: words, tokens, what to take out, what to doubt. */
export function helpMethods({
  database,
  roots,
  stateFolder,
}: {
  database: Database;
  roots: Roots;
  stateFolder: string;
}) {
  const choose = captionChooser({ database, roots });
  const vocabulary = vocabularyOf(database, stateFolder);
  return {
    async "captions/complete"({
      text,
      limit = OPTIONS_SHOWN,
    }: Params<"captions/complete">): Promise<Result<"captions/complete">> {
      const { complete, sources } = await vocabulary();
      return { options: complete(text, limit), sources };
    },
    async "captions/tokens"({ text }: Params<"captions/tokens">): Promise<Result<"captions/tokens">> {
      return { tokens: clipTokens(text), marks: chunkMarks(text) };
    },
    async "captions/prune"(params: Params<"captions/prune">): Promise<Result<"captions/prune">> {
      const { chosen } = await choose(params);
      const captions = chosen.flatMap(({ path, text }) => (text === null ? [] : [{ path, tags: tagsOf(text) }]));
      return {
        pictures: captions.length,
        ...proposePrune(params.concept, captions, params.view, params.trigger ?? null),
      };
    },
    async "captions/doubts"(params: Params<"captions/doubts">): Promise<Result<"captions/doubts">> {
      const { set, chosen } = await choose(params);
      const { threshold = USUAL_THRESHOLD, limit = DOUBTS_SHOWN } = params;
      const scoresOf = scoresByTag(database);
      const pictures = chosen.map(({ path, text }) => {
        const kept = scoresOf(path);
        const tags = text === null ? [] : tagsOf(text);
        if (kept === null) return { path, tags, scores: null };
        // Taggers differ where one of them would write the tag and another, by a clear margin, would not.
        const disagreement = new Map(
          [...kept.apart].filter(([tag, apart]) => {
            const highest = kept.scores.get(tag) ?? 0;
            return apart >= DISAGREEMENT_MARGIN && highest >= threshold && highest - apart < threshold;
          }),
        );
        return { path, tags, scores: kept.scores, disagreement };
      });
      const names = new Map(set.pictures.map(({ path, name }) => [path, name]));
      const found = findDoubts({ pictures, threshold, answered: answeredDoubts(database, set.folder) });
      const doubts = found.slice(0, limit).map(({ reason, ...doubt }) => ({
        ...doubt,
        name: names.get(doubt.path) ?? doubt.path,
        sentence: reason,
      }));
      return { total: found.length, doubts };
    },
    async "captions/answer"(params: Params<"captions/answer">): Promise<Result<"captions/answer">> {
      const { tag, names, answer, folder, recursive = false, save = true } = params;
      const { set, chosen } = await choose({ folder, recursive, names });
      const answered = chosen.map(({ path }) => path);
      if (answer === "skip") {
        transaction(database, () => keepAnswers(database, { folder: set.folder, tag: spelling(tag), paths: answered }));
        return { step: null, captions: 0 };
      }
      const literal = tag.replaceAll(/[*?\\]/g, "\\$&");
      const edit =
        answer === "yes" ? ({ kind: "add", tags: [tag] } as const) : ({ kind: "remove", tags: [literal] } as const);
      const edits = [{ ...edit, tags: [...edit.tags] }];
      const edited = editSet(chosen, edits, { prose: false, measures: tagMeasures(set.pictures, clipTokens) });
      const step = commitEdits(database, edited, { folder: set.folder, edits, stepName: null, expect: null, save });
      transaction(database, () => keepAnswers(database, { folder: set.folder, tag: spelling(tag), paths: answered }));
      if (step !== null) followSoon(database, edited.changes.length);
      return { step, captions: edited.changes.length };
    },
  };
}
