import type { JobEngine } from "../host/jobs/job-engine.js";
import type { TrainingRoom } from "../training/training-room.js";
import type { SweepDrawing } from "./draw/sweep-drawing.js";

/** What the sweep room's methods work with. */
export interface SweepRoom extends TrainingRoom {
  engine: JobEngine;
  /** Folder of the state; pictures of cells lie in its `sweeps`. */
  stateFolder: string;
  drawing: SweepDrawing;
}
