import type { Params, Result } from "../../../protocol/validate.js";
import type { DrawRequest } from "../draw/draw-request.js";

export type SweepSettings = Params<"sweep/look">["settings"];
export type SweepProblem = Result<"sweep/look">["problems"][number];
export type SweepAxis = Result<"sweep/look">["axes"][number];
export type SweepCandidate = Result<"sweep/candidates">["candidates"][number];

/** What the WebUI and the files said when the sweep was looked at; fixed with it, so that a resume means the same. */
export interface SweepFacts {
  /** SHA-256 of each LoRA file by its path. */
  contents: Readonly<Record<string, string>>;
  candidates: readonly SweepCandidate[];
  /** Base checkpoint "name [hash]". */
  checkpoint: string;
  /** Family of the base checkpoint; null: unknown. */
  family: string | null;
  /** The WebUI's own names by axis and by what was written there: a checkpoint by part of its name, a sampler in small letters. */
  named: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Random numbers that stand for each -1, in the order in which they are needed; more are made from the last. */
  random: readonly number[];
}

/**
 * A sweep with every value worked out. A pure function of settings and facts: cells need no table of their own.
 * Cell indexes are mixed radix over the axes, the last running fastest. Fixed axes come first, in this order: lora,
 * strength (value 0 is the control), textEncoder (only where it is an axis), prompt, negative, seed; then the further ones.
 */
export interface ResolvedSweep {
  settings: SweepSettings;
  facts: SweepFacts;
  axes: readonly SweepAxis[];
  cellCount: number;
  /** Value index on each axis. */
  coordinatesOf(index: number): readonly number[];
  indexOf(coordinates: readonly number[]): number;
  /** Null: a value is marked SKIP. */
  requestOf(index: number): DrawRequest | null;
  /** Key of the picture: SHA-256 of the request. Null as above. */
  keyOf(index: number): string | null;
  /** The cell without LoRA that differs in nothing else; itself for a control. */
  controlOf(index: number): number;
}

/** Cells that a WebUI draws one after the other without changing anything dear. */
export interface CellGroup {
  /** Key of the LoRA's content and strengths; "control". */
  lora: string;
  checkpoint: string;
  /** One cell of each different picture, in the order of drawing. */
  cells: readonly number[];
}
