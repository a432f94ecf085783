import type { PlanningRoom } from "../planning/planning-room.js";
import type { TrainingRunner } from "./runs/runner.js";
import type { TrainerChoice } from "./trainer/trainer-choice.js";

/** What the training room's methods work with. */
export interface TrainingRoom extends PlanningRoom {
  runner: TrainingRunner;
  trainers: TrainerChoice;
}
