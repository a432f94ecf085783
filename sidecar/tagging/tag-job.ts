import { besideSentence, type CardGate, noGate } from "../host/inference/card-gate.js";
import type { JobKind } from "../host/jobs/job-kind.js";
import { type ErrorReport, reportError } from "../host/studio-error.js";
import { committedTexts } from "../store/committed-text.js";
import type { Database } from "../store/database.js";
import { fileStamp } from "../store/file-content.js";
import { inEnglish } from "../words/sentence.js";
import { openModel } from "./model.js";
import { absentModel, readyModel } from "./models/ready-model.js";
import { parseTagOptions, type TagOptions } from "./options.js";
import { isLeftAlone, planItems } from "./plan-items.js";
import { parseScoreItem, type ScoredItem, type ScoreItem } from "./score-item.js";
import { scoreModel } from "./score-models.js";
import { keptScores } from "./scores/kept-scores.js";
import { worthKeeping } from "./scores/tag-scores.js";
import { openTagLedger } from "./tag-ledger.js";
import { tagTravel } from "./tag-travel.js";
import { startTagger } from "./tagger.js";
import { taggerSlot } from "./tagger-slot.js";

// Enough to fill a large batch while another is computed; the inference process prepares few of them at a time.
const PICTURES_IN_FLIGHT = 64;

interface TagJobHouse {
  /** Whether the graphics card may be used now. */
  gate?: CardGate;
  /** How a model runs, in a sentence. */
  onExecution?(model: string, sentence: string): void;
}

/** What a job keeps of a picture whose caption it leaves alone. */
const leftAlone = (left: string) => ({ left, before: left, after: left, rating: {}, tags: [] });

/** The job kind "tag": one item a picture and model; the journal holds every caption before it is written. */
export function tagJob(
  database: Database,
  { gate = noGate, onExecution = () => {} }: TagJobHouse = {},
): JobKind<TagOptions, ScoreItem, ScoredItem> {
  const kept = keptScores(database);
  // A model that is absent has scored nothing that could be found without its labels.
  const scoreModelIfHere = async (model: string, from: string): Promise<number | null> =>
    (await absentModel(model)) ? null : (await scoreModel(database, await openModel(model, from))).id;
  return {
    name: "tag",
    needs: "cpu",
    concurrency: PICTURES_IN_FLIGHT,
    parseParams: parseTagOptions,
    parseItem: parseScoreItem,
    async plan(options) {
      const pictures = await planItems(options);
      const models = await Promise.all(options.models.map((use) => scoreModelIfHere(use.model, options.folder)));
      const textOf = committedTexts(database);
      const captionOf = (path: string): { text: string | null; failed: ErrorReport | null } => {
        try {
          return { text: textOf(path), failed: null };
        } catch (error) {
          return { text: null, failed: reportError(error) };
        }
      };
      const keptContent = async (image: string, model: number | null): Promise<string | null> => {
        if (options.rescore || model === null) return null;
        const content = await kept.contentOf(image);
        return content !== null && kept.has(content, model) ? content : null;
      };
      const planned = [];
      for (const [model, id] of models.entries()) {
        const isLast = model === models.length - 1;
        for (const { item, shared } of pictures) {
          const { text: left, failed } = captionOf(item.caption);
          const entry = { ...item, model };
          const refused = shared ?? failed;
          // Pictures that get no caption are told once, with the model that writes.
          if (refused) planned.push(...(isLast ? [{ item: entry, failed: refused }] : []));
          else if (left !== null && !options.scoresOnly && isLeftAlone(left, options)) {
            if (isLast) planned.push({ item: entry, done: leftAlone(left) });
          } else {
            const content = await keptContent(item.image, id);
            planned.push({ item: content === null ? entry : { ...entry, kept: content } });
          }
        }
      }
      return planned;
    },
    async open(options, { signal, onBeside }) {
      const lane = gate.lane(options.execution, onBeside);
      const slot = taggerSlot(async (index, beside) => {
        const use = options.models[index];
        if (!use) throw new Error(`the job has no model ${index}`);
        const tagger = await startTagger(
          await openModel(use.model, options.folder),
          beside ? { ...options.execution, provider: "cpu" } : options.execution,
        );
        onExecution(use.model, beside ? besideSentence(beside) : inEnglish(tagger.execution));
        return tagger;
      });
      // A running inference cannot be stopped; ending its process is the cancel.
      signal.addEventListener("abort", () => void slot.close(), { once: true });
      const run = async (item: ScoreItem): Promise<ScoredItem> => {
        if (item.kept !== undefined) return { content: item.kept };
        return slot.use({ model: item.model, beside: await lane.place(signal) }, async (tagger) => {
          const stamp = fileStamp(item.image);
          const { probabilities, content } = await tagger.score(item.image);
          return { content, scored: { stamp: stamp ?? { size: 0, modified: 0 }, scores: worthKeeping(probabilities) } };
        });
      };
      return { run, close: slot.close };
    },
    travel: tagTravel,
    async openLedger(options, context) {
      // Here, because the ledger needs the models' labels.
      for (const { model } of options.models) await readyModel(model, options.folder, context);
      return openTagLedger(database, { options, job: context.job });
    },
  };
}
