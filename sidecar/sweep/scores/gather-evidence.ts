import type { Database } from "../../store/database.js";
import { spelling } from "../../tagging/choose/spelling.js";
import { type ScoreModel, scoreModelFor } from "../../tagging/score-models.js";
import { joinModels } from "../../tagging/scores/join-models.js";
import { keptScores } from "../../tagging/scores/kept-scores.js";
import { oneSweep, type SweepRecord } from "../cells/sweep-table.js";
import { picturePath } from "../draw/picture-files.js";
import { resolveSweep } from "../plan/resolve-sweep.js";
import type { ResolvedSweep } from "../plan/resolved-sweep.js";
import { trainedPictures } from "../plan/trained-pictures.js";
import type { PictureEvidence, ScoredCell, StrengthVotes, SweepEvidence, TrainingPicture } from "./evidence.js";
import { keptEvidence } from "./kept-evidence.js";
import type { ScoringItem } from "./scoring-item.js";
import { type DrawnCell, drawnCells, strengthsOf } from "./sweep-pictures.js";
import { type TrainingFile, trainingFiles, withHeldOut } from "./training-set.js";

/** A sweep's drawn pictures and what they are compared with; nothing is read of the pictures yet. */
export interface SweepToScore {
  sweep: SweepRecord;
  resolved: ResolvedSweep;
  drawn: readonly DrawnCell[];
  training: readonly (TrainingFile & { content: string | null; heldOut: boolean })[];
}

/** @throws StudioError "notFound" for a sweep that is not there */
export async function sweepToScore(
  { database, stateFolder }: { database: Database; stateFolder: string },
  id: number,
): Promise<SweepToScore> {
  const sweep = oneSweep(database, id);
  const resolved = resolveSweep(sweep.settings, sweep.facts);
  const kept = keptScores(database);
  const files = await trainingFiles(database, sweep.settings.folder);
  const training = [];
  for (const file of files) training.push({ ...file, content: await kept.contentOf(file.path).catch(() => null) });
  const { run } = sweep.settings;
  const isTrained = run === null ? null : await trainedPictures({ database, stateFolder }, run);
  return { sweep, resolved, drawn: drawnCells(database, resolved), training: withHeldOut(training, isTrained) };
}

/** What must still be looked at, training pictures and controls first. Item by item for one model after the other. */
export function missingLooks(
  database: Database,
  { drawn, training }: SweepToScore,
  { models, stateFolder }: { models: readonly (ScoreModel | null)[]; stateFolder: string },
): ScoringItem[] {
  const [kept, evidence] = [keptScores(database), keptEvidence(database)];
  const controlsFirst = [...drawn].sort(
    (one, other) => Number(one.strengthIndex > 0) - Number(other.strengthIndex > 0),
  );
  const cells = [...new Set(controlsFirst.map(({ content }) => content))];
  const pictures = [
    ...training.map(({ path, content }) => ({ path, content })),
    ...cells.map((content) => ({ path: picturePath(stateFolder, content), content })),
  ];
  const items: ScoringItem[] = [];
  for (const [index, model] of models.entries()) {
    for (const { path, content } of pictures) {
      if (content === null || model === null || !kept.has(content, model.id)) items.push({ path, model: index });
    }
  }
  for (const { path, content } of pictures) {
    if (content === null || !evidence.has(content)) items.push({ path, model: null });
  }
  return items;
}

/** Everything that was seen so far of a sweep's pictures. Cells whose looks are not complete yet are left out. */
export interface GatheredEvidence {
  evidence: SweepEvidence;
  /** Different pictures that are scored, and that are not yet; training pictures included. */
  scored: number;
  toScore: number;
}

// Below it a tag is noise to every score, and would be most of a picture's tags.
const LEAST_PROBABILITY = 0.02;

const noScores = (models: readonly ScoreModel[]) => models.length === 0;

/** Joins kept scores and looks. @param models the taggers that the sweep is scored with */
export function gatherEvidence(
  database: Database,
  { sweep, resolved, drawn, training }: SweepToScore,
  { models, votes }: { models: readonly ScoreModel[]; votes: readonly StrengthVotes[] },
): GatheredEvidence {
  const [kept, looks] = [keptScores(database), keptEvidence(database)];
  const joined = joinModels(
    models.map(({ labels }) => labels),
    { mode: "mean", weights: models.map(() => 1) },
  );
  // Ratings are no tags; a character tag of the subject itself would be.
  const names = joined.labels.map(({ name, category }) => (category === "rating" ? null : spelling(name)));
  const known = new Map<string, PictureEvidence | null>();
  const look = (content: string): PictureEvidence | null => {
    const seen = looks.get(content);
    const scores = models.map(({ id }) => kept.get(content, id));
    const whole = scores.filter((one) => one !== null);
    if (!seen || noScores(models) || whole.length < models.length) return null;
    const { labels, probabilities } = joined.join(whole);
    const tags = new Map<string, number>();
    for (let place = 0; place < labels.length; place += 1) {
      const name = names[labels[place] ?? -1];
      const probability = probabilities[place] ?? 0;
      if (name && probability >= LEAST_PROBABILITY) tags.set(name, probability);
    }
    return { tags, ...seen };
  };
  const evidenceOf = (content: string): PictureEvidence | null => {
    const found = known.get(content);
    if (found !== undefined) return found;
    const fresh = look(content);
    known.set(content, fresh);
    return fresh;
  };
  const strengths = strengthsOf(resolved);
  const cells = drawn.flatMap((cell): ScoredCell[] => {
    const evidence = evidenceOf(cell.content);
    return evidence ? [{ ...cell, strength: strengths[cell.strengthIndex] ?? 0, evidence }] : [];
  });
  const pictures = training.flatMap(({ path, caption, content, heldOut }): TrainingPicture[] => {
    const evidence = content === null ? null : evidenceOf(content);
    return evidence ? [{ path, caption, heldOut, evidence }] : [];
  });
  const lora = resolved.axes.find(({ id }) => id === "lora");
  const { trigger } = sweep.settings;
  const missing = training.filter(({ content }) => content === null).length;
  const looked = [...known.values()];
  return {
    evidence: {
      loras: (lora?.values ?? []).map(({ label }) => ({ label })),
      strengths,
      cells,
      training: pictures,
      knownTags: new Set(names.filter((name) => name !== null)),
      trigger: trigger === null ? null : spelling(trigger),
      votes,
    },
    scored: looked.filter((one) => one !== null).length,
    toScore: looked.filter((one) => one === null).length + missing,
  };
}

/** The taggers as the kept scores know them; those that never scored anything here and are not here are null. */
export async function knownModels(
  database: Database,
  models: readonly string[],
  from: string,
): Promise<(ScoreModel | null)[]> {
  return Promise.all(models.map((model) => scoreModelFor(database, model, from).catch(() => null)));
}
