import { measureJob } from "../dataset/check/measure-job.js";
import { cutoutJob } from "../dataset/cutout/cutout-job.js";
import type { CardGate } from "../host/inference/card-gate.js";
import { type PortableKind, portable } from "../machines/worker/portable-kind.js";
import type { Database } from "../store/database.js";
import { sweepScoreJob } from "../sweep/scores/scoring.js";
import { tagJob } from "../tagging/tag-job.js";

/**
 * What a machine that works for a studio can do with items. @param database its own, where nothing is kept that counts
 * @param gate keeps it off a card on which the machine's WebUI draws
 */
export const workerKinds = (database: Database, stateFolder: string, gate: CardGate): PortableKind[] => [
  portable(tagJob(database, { gate })),
  portable(measureJob(database)),
  portable(cutoutJob(database, { stateFolder, gate })),
  portable(sweepScoreJob({ database, stateFolder, gate })),
];
