import { count, type Execution, parseExecution } from "../../../host/inference/execution.js";
import type { ThreadsTold } from "../../../host/inference/join-share.js";
import { type Sentence, sentenceOf } from "../../../words/sentence.js";
import type { Preprocessing } from "../cutout-models.js";
import { type DoubtReason, doubtReasons } from "../edge-doubt.js";
import { type CutoutSettings, parseSettings } from "../settings.js";

/** What the process is started with, as JSON. */
export interface SegmentationStart {
  /** Absolute path of the ONNX file. */
  file: string;
  preprocessing: Preprocessing;
  execution: Execution;
}

/** One picture to cut out: where it is and where its files are written. */
export interface CutoutRequest {
  id: number;
  picture: string;
  settings: CutoutSettings;
  output: string;
  /** Where the mask goes, or null. */
  mask: string | null;
}

export interface CutoutDone {
  width: number;
  height: number;
  doubt: number;
  reasons: DoubtReason[];
}

export type CutoutReply =
  | { kind: "loaded"; execution: Sentence; isOnCpu: boolean }
  | { kind: "unusable"; message: string }
  | ({ kind: "cut"; id: number } & CutoutDone)
  | { kind: "failed"; id: number; message: string };

function triple(value: unknown): [number, number, number] {
  const [red, green, blue]: unknown[] = Array.isArray(value) ? value : [];
  return [Number(red), Number(green), Number(blue)];
}

export function parsePreprocessing(value: unknown): Preprocessing {
  const { size, mean, deviation, output } = Object(value);
  const treatments = ["stretch", "sigmoidStretch", "classes", "asIs"] as const;
  return {
    size: Number(size),
    mean: triple(mean),
    deviation: triple(deviation),
    output: treatments.find((one) => one === output) ?? "stretch",
  };
}

export function parseStart(text: string): SegmentationStart {
  const { file, preprocessing, execution } = Object(JSON.parse(text));
  return {
    file: String(file),
    preprocessing: parsePreprocessing(preprocessing),
    execution: parseExecution(execution),
  };
}

export function parseRequest(value: unknown): CutoutRequest | null {
  const { id, picture, settings, output, mask } = Object(value);
  if (typeof picture !== "string" || typeof output !== "string") return null;
  return {
    id: Number(id),
    picture,
    settings: parseSettings(settings),
    output,
    mask: typeof mask === "string" ? mask : null,
  };
}

export function parseThreads(value: unknown): ThreadsTold | null {
  const { kind, threads } = Object(value);
  return kind === "threads" ? { kind, threads: count(threads) } : null;
}

/** What a picture became, as a message or a job keeps it. */
export function parseDone(value: unknown): CutoutDone {
  const { width, height, doubt, reasons } = Object(value);
  const named: unknown[] = Array.isArray(reasons) ? reasons : [];
  return {
    width: Number(width),
    height: Number(height),
    doubt: Number(doubt),
    reasons: doubtReasons.filter((reason) => named.includes(reason)),
  };
}

/** @returns null for anything that the process of this version never sends */
export function parseReply(value: unknown): CutoutReply | null {
  const { kind, id, message, execution, isOnCpu } = Object(value);
  if (kind === "loaded") {
    const sentence = sentenceOf(execution);
    return sentence && { kind, execution: sentence, isOnCpu: isOnCpu === true };
  }
  if (kind === "unusable") return { kind, message: String(message) };
  if (kind === "failed") return { kind, id: Number(id), message: String(message) };
  return kind === "cut" ? { kind, id: Number(id), ...parseDone(value) } : null;
}
