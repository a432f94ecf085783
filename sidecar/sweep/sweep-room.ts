import type { JobEngine } from "../host/jobs/job-engine.js";
import type { TrainingRoom } from "../training/training-room.js";
import type { WebuiLink } from "../webui/webui-link.js";
import type { SweepDrawing } from "./draw/sweep-drawing.js";

/** What the sweep room's methods work with. */
export interface SweepRoom extends TrainingRoom {
  engine: JobEngine;
  /** Folder of the state; pictures of cells lie in its `sweeps`. */
  stateFolder: string;
  drawing: SweepDrawing;
  /** Starts the stand-in WebUI where it does not run yet; not there where nothing may be rehearsed. */
  rehearsalWebui?: () => Promise<WebuiLink>;
}
