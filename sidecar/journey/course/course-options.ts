import type { PlanArguments } from "../../../protocol/generated/methods.js";
import type { CourseDecision, Permission } from "./course-steps.js";

/** What a course was told when it began, and what was answered since. */
export interface CourseOptions {
  concept: "character" | "outfit" | "style" | "object";
  /** The word that calls up what is learnt; null: by the name of the folder. */
  trigger: string | null;
  repeats: number;
  /** Steps to train; null: as the plan proposes. */
  steps: number | null;
  epochs: number | null;
  /** Base model, as planning/propose takes it; null: not known yet. */
  model: string | null;
  preset: string | null;
  /** What the plan says of its own arguments. */
  planArguments: PlanArguments;
  /** Taggers; none: the usual one. */
  taggers: string[];
  /** Whose rule says what the trigger word carries. */
  prune: "article" | "absorption";
  /** Pictures are moved into the training folder, not copied. */
  move: boolean;
  /** Folder of the training folders; null: FOLDER-training. */
  into: string | null;
  /** How the sweep differs from what is proposed. */
  sweep: {
    strengths?: string;
    prompts?: string[];
    seeds?: string;
    /** So many of the saved files, evenly spread. */
    files?: number;
    width?: number;
    height?: number;
    steps?: number;
  };
  permissions: Record<CourseDecision, Permission>;
  /** Ends without a recommendation where there is not enough evidence, and does not ask. */
  acceptNoVerdict: boolean;
  /** With the stand-ins for trainer and WebUI. */
  rehearsal: boolean;
}
