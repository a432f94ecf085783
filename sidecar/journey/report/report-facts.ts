import type { Result } from "../../../protocol/validate.js";
import type { TrainingPlan } from "../../planning/plan.js";
import type { ConceptKind } from "../../planning/rules/rule.js";

/** A picture inside the page. */
export interface ReportPicture {
  /** `data:image/webp;base64,…` */
  data: string;
  /** Pixels. */
  width: number;
  height: number;
}

export type CheckProblem = Result<"dataset/check">["set"][number];

export interface SetPicture {
  /** Path below the folder. */
  name: string;
  /** Null: left out for room, or it cannot be read. */
  picture: ReportPicture | null;
  caption: string | null;
  /** Times that it is seen in an epoch. */
  repeats: number;
  problems: readonly CheckProblem[];
}

/** A step of the folder's one history. */
export interface ReportStep {
  name: string;
  /** ISO time. */
  created: string;
  files: number;
  moved: number;
}

export interface SetFacts {
  pictures: readonly SetPicture[];
  problems: readonly CheckProblem[];
  verdict: Result<"dataset/check">["verdict"];
  /** Pictures that have been looked at. */
  measured: number;
  steps: readonly ReportStep[];
}

/** A tag that was taken out of captions on purpose. */
export interface PrunedTag {
  tag: string;
  /** Captions that lost it. */
  captions: number;
  /** Group as the prune assistant names it. */
  category: string;
  /** Its reason for the tag; null: the user's own decision. */
  reason: PruneReason | null;
}

export type PruneReason = "covered" | "carried" | "clothes";

export interface CaptionFacts {
  pictures: number;
  captions: number;
  different: number;
  /** Most frequent first. */
  tags: readonly { tag: string; images: number }[];
  trigger: string | null;
  /** Captions that begin with the trigger. */
  withTrigger: number;
  pruned: readonly PrunedTag[];
}

export interface PlanFacts {
  plan: TrainingPlan;
  familyTitle: string;
  /** Null: not known, because the pictures are elsewhere by now. */
  steps: number | null;
  epochs: number | null;
  reasons: Result<"planning/get">["reasons"];
  problems: Result<"planning/examine">["problems"];
}

export interface RunFacts {
  run: Result<"training/run">;
  curves: Result<"training/curves">["runs"][number]["curves"];
  /** What it was trained with, by name; null where it was not recorded. */
  environment: Readonly<Record<string, string | number | null>> | null;
  /** Other runs of the project, the latest first. */
  others: readonly Pick<Result<"training/run">, "name" | "state" | "started" | "rehearsal">[];
}

export interface GridCell {
  picture: ReportPicture | null;
  /** What is wrong with it; null for a proven one. */
  remark: string | null;
  /** It is the recommended one. */
  best: boolean;
}

/** Pictures of two axes. */
export interface ReportGrid {
  /** Values of the other axes. */
  title: string;
  columnTitle: string;
  rowTitle: string;
  columns: readonly string[];
  rows: readonly { label: string; cells: readonly GridCell[] }[];
  /** Pictures of a first column that is the same in every row: those without LoRA. */
  control: { label: string; cell: GridCell } | null;
}

export interface SweepFacts {
  name: string;
  rehearsal: boolean;
  /** What all pictures share. */
  footer: string;
  report: Result<"sweep/report">;
  grids: readonly ReportGrid[];
  /** Pictures that were left out, so that the page stays small. */
  leftOut: number;
  /** Each different sweep of the project beside this one. */
  others: readonly string[];
  evidence: SweepEvidence | null;
}

/** The recommendation in three pictures: what was taught, without LoRA, with it. */
export interface SweepEvidence {
  training: ReportPicture | null;
  control: ReportPicture | null;
  best: ReportPicture | null;
  /** Prompt of both drawn ones. */
  prompt: string;
}

/** All that a report shows. No path of this machine is in what the page takes from it. */
export interface ReportFacts {
  language: "en" | "ja";
  /** ISO time. */
  made: string;
  version: string;
  name: string;
  concept: ConceptKind | null;
  trigger: string | null;
  set: SetFacts | null;
  captions: CaptionFacts | null;
  plan: PlanFacts | null;
  training: RunFacts | null;
  sweep: SweepFacts | null;
}
