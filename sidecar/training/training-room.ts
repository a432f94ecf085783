import type { Settings } from "../host/settings/settings.js";
import type { PlanningRoom } from "../planning/planning-room.js";
import type { WebuiLinks } from "../webui/webui-links.js";
import type { AwayRuns } from "./away/away-runs.js";
import type { Boards } from "./boards/boards.js";
import type { CurveStore } from "./metrics/curve-store.js";
import type { TrainingRunner } from "./runs/runner.js";
import type { TrainerChoice } from "./trainer/trainer-choice.js";

/** What the training room's methods work with. */
export interface TrainingRoom extends PlanningRoom {
  settings: Settings;
  runner: TrainingRunner;
  /** Runs that other machines train. */
  away: AwayRuns;
  trainers: TrainerChoice;
  curves: CurveStore;
  boards: Boards;
  webuis: WebuiLinks;
}
