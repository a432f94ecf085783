import { setImmediate as nextTurn } from "node:timers/promises";
import { committedTexts } from "../../store/committed-text.js";
import type { Database } from "../../store/database.js";
import { type FileStamp, fileStamp } from "../../store/file-content.js";
import type { TextEncoding } from "../../store/text-encoding.js";
import type { TagOptions } from "../options.js";
import { planItems } from "../plan-items.js";
import { type ScoreModel, scoreModelFor } from "../score-models.js";
import { type JoinedModels, joinModels } from "./join-models.js";
import { type KeptScores, keptScores } from "./kept-scores.js";
import type { TagScores } from "./tag-scores.js";

/** A picture of the set with its caption as it is committed and its kept scores. */
export interface SetPicture {
  image: string;
  /** Its caption file, and the text in it or null. */
  caption: string;
  before: string | null;
  /** How the caption file is written; null for one that cannot be read, which nothing may be written over. */
  encoding: TextEncoding | null;
  /** One entry a model; null when a model has not scored it. */
  byModel: TagScores[] | null;
  /** The models' scores joined, in the numbering of the set's labels. */
  scores: TagScores | null;
}

/** A folder's pictures with their kept scores: all that choosing tags needs, and no model. */
export interface ScoreSet {
  pictures: SetPicture[];
  models: ScoreModel[];
  joined: JoinedModels;
  /** Worked out when first asked for. */
  sums(): ScoreSums;
}

export interface ScoreSums {
  /** Sum of every joined label's scores over the pictures. */
  totals: Float64Array;
  histogram: Histogram;
}

/** How many scores fall into each of `HISTOGRAM_STEPS` equal steps from 0 to 1. */
interface Histogram {
  general: number[];
  character: number[];
}

const HISTOGRAM_STEPS = 50;

function sumUp(pictures: readonly SetPicture[], { labels }: JoinedModels): ScoreSums {
  const totals = new Float64Array(labels.length);
  const counts = { general: new Uint32Array(HISTOGRAM_STEPS), character: new Uint32Array(HISTOGRAM_STEPS) };
  for (const { scores } of pictures) {
    if (!scores) continue;
    for (let index = 0; index < scores.labels.length; index += 1) {
      const label = scores.labels[index] ?? 0;
      const probability = scores.probabilities[index] ?? 0;
      totals[label] = (totals[label] ?? 0) + probability;
      const category = labels[label]?.category;
      if (category !== "general" && category !== "character") continue;
      const step = Math.min(Math.floor(probability * HISTOGRAM_STEPS), HISTOGRAM_STEPS - 1);
      counts[category][step] = (counts[category][step] ?? 0) + 1;
    }
  }
  return { totals, histogram: { general: [...counts.general], character: [...counts.character] } };
}

// Pictures looked at before the event loop gets its turn.
const PICTURES_A_TURN = 200;

type Caption = Pick<SetPicture, "before" | "encoding">;

/** What is read again only when a file changed, by its path. */
interface Seen {
  stamp: FileStamp;
  byModel: TagScores[] | null;
  scores: TagScores | null;
}

async function byModel(kept: KeptScores, image: string, models: readonly ScoreModel[]): Promise<TagScores[] | null> {
  const content = await kept.contentOf(image);
  if (content === null) return null;
  const scores = models.map(({ id }) => kept.get(content, id));
  return scores.every((one) => one !== null) ? scores : null;
}

const sameStamp = (left: FileStamp | null, right: FileStamp | null): boolean =>
  left?.size === right?.size && left?.modified === right?.modified;

/**
 * Reads folders' pictures and their kept scores; what has not changed since the last time is not read again. A
 * picture that shares its caption with an earlier one is left out. `progress` is told the part done, 0–1.
 * @throws StudioError "notFound" without pictures, "modelMissing" for a model that never scored here
 */
export function scoreSets(database: Database) {
  const kept = keptScores(database);
  let seen: {
    key: string;
    pictures: Map<string, Seen>;
    captions: Map<string, { stamp: FileStamp; caption: Caption }>;
  } = {
    key: "",
    pictures: new Map(),
    captions: new Map(),
  };
  return async (options: TagOptions, progress: (part: number) => void = () => {}): Promise<ScoreSet> => {
    const models = await Promise.all(options.models.map(({ model }) => scoreModelFor(database, model, options.folder)));
    const joined = joinModels(
      models.map(({ labels }) => labels),
      { mode: options.join, weights: options.models.map(({ weight }) => weight) },
    );
    const items = (await planItems(options)).filter(({ shared }) => shared === null);
    const key = JSON.stringify([options.folder, options.join, options.models, models.map(({ id }) => id)]);
    const before = seen.key === key ? seen : { pictures: new Map<string, Seen>(), captions: seen.captions };
    const now: typeof seen = { key, pictures: new Map(), captions: new Map() };
    const textOf = committedTexts(database);

    const scoresOf = async (image: string): Promise<Seen> => {
      const stamp = fileStamp(image) ?? { size: 0, modified: 0 };
      const known = before.pictures.get(image);
      // A picture without scores may have got some meanwhile.
      if (known?.scores && sameStamp(known.stamp, stamp)) return known;
      const own = await byModel(kept, image, models);
      return { stamp, byModel: own, scores: own && joined.join(own) };
    };
    const readCaption = (file: string): Caption => {
      try {
        return { before: textOf(file), encoding: textOf.encodingOf(file) };
      } catch {
        return { before: null, encoding: null };
      }
    };
    const captionOf = (file: string): Caption => {
      const stamp = textOf.isToCome(file) ? null : fileStamp(file);
      const known = before.captions.get(file);
      const caption = stamp && known && sameStamp(known.stamp, stamp) ? known.caption : readCaption(file);
      if (stamp && caption.before !== null) now.captions.set(file, { stamp, caption });
      return caption;
    };

    const pictures: SetPicture[] = [];
    for (const [index, { item }] of items.entries()) {
      if (index % PICTURES_A_TURN === PICTURES_A_TURN - 1) {
        progress(index / items.length);
        await nextTurn();
      }
      const found = await scoresOf(item.image);
      now.pictures.set(item.image, found);
      pictures.push({ ...item, ...captionOf(item.caption), byModel: found.byModel, scores: found.scores });
    }
    seen = now;
    let sums: ScoreSums | null = null;
    return {
      pictures,
      models,
      joined,
      sums: () => {
        sums ??= sumUp(pictures, joined);
        return sums;
      },
    };
  };
}
