import { measureJob } from "../dataset/check/measure-job.js";
import { cutoutJob } from "../dataset/cutout/cutout-job.js";
import { cutoutDownloadJob } from "../dataset/cutout/download-job.js";
import { resizeJob } from "../dataset/resize/resize-job.js";
import { cudaInstallJob } from "../host/cuda/cuda-job.js";
import { downloadJob } from "../host/hub/download-job.js";
import type { CardGate } from "../host/inference/card-gate.js";
import { createEmbeddedEngine, runnable } from "../host/jobs/embedded-engine.js";
import type { JobEngine } from "../host/jobs/job-engine.js";
import type { JobKind } from "../host/jobs/job-kind.js";
import type { StudioMachines } from "../machines/machines-of.js";
import type { Database } from "../store/database.js";
import type { SweepDrawing } from "../sweep/draw/sweep-drawing.js";
import { sweepScoreJob } from "../sweep/scores/scoring.js";
import { namedModel } from "../tagging/models/named-model.js";
import { tagJob } from "../tagging/tag-job.js";

interface Given {
  database: Database;
  stateFolder: string;
  machines: StudioMachines;
  drawing: Pick<SweepDrawing, "kind">;
  gate: CardGate;
  /** With what a model is computed, once that is known. */
  onExecution(model: string, sentence: string): void;
}

/** The engine with every kind of work there is; what can travel is spread over machines. */
export function studioJobs({ database, stateFolder, machines, drawing, gate, onExecution }: Given): JobEngine {
  const run = <P, I, R>(kind: JobKind<P, I, R>) => runnable(database, machines.spread(kind));
  return createEmbeddedEngine(database, [
    run(tagJob(database, { gate, onExecution })),
    run(downloadJob(namedModel)),
    run(measureJob(database)),
    run(resizeJob(database, { stateFolder })),
    run(cutoutJob(database, { stateFolder, gate })),
    run(cutoutDownloadJob()),
    run(cudaInstallJob({ stateFolder })),
    run(drawing.kind),
    run(sweepScoreJob({ database, stateFolder, gate })),
  ]);
}
