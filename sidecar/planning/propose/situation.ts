import type { PredictionType } from "../facts.js";
import type { FamilyName } from "../families.js";
import type { ConceptKind } from "../rules/rule.js";

/** What a proposal is made for. */
export interface Situation {
  family: FamilyName;
  concept: ConceptKind;
  patience: "quick" | "usual" | "thorough";
  /** Steps were asked for: figures in guides count single pictures. */
  stepsAsked: boolean;
  /** GiB; null when unknown. */
  gpuMemory: number | null;
  /** Training pictures. */
  images: number;
  /** Size that most pictures have, and whether all have it; null without pictures. */
  pictureSize: { width: number; height: number; all: boolean } | null;
  /** Shortest side of all pictures; null without pictures. */
  shortestSide: number | null;
  prediction: PredictionType | null;
  zeroTerminalSnr: boolean;
}
