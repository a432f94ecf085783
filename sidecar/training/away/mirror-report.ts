import { isFileName } from "../../machines/references.js";
import type { RunEnd } from "../keeper/run-files.js";
import { isWayBelow } from "./travelling-run.js";

/** How far a run is on the machine that trains it. */
const awayLives = ["preparing", "running", "ended", "vanished", "refused"] as const;
export type AwayLife = (typeof awayLives)[number];

/** What a machine tells of a run, about every second. */
export interface MirrorReport {
  life: AwayLife;
  /** Why it was refused or could not be prepared; in a sentence. */
  reason: string;
  /** What was written to growing files, from this byte on. */
  parts: { file: string; from: number; bytes: Uint8Array }[];
  /** Small files as they are now. */
  wholes: { file: WholeFile; text: string }[];
  /** Files that were sent since, by their names among the outputs. */
  arrived: string[];
  /** LoRA files that the trainer took away again. */
  removed: string[];
  /** Told when all files have come. */
  end: Omit<RunEnd, "ended"> | null;
}

/** What a machine hears. */
export interface MirrorAnswer {
  /** Bytes of each growing file that have come. */
  sizes: Record<string, number>;
  /** Outputs that have come, with their bytes. */
  have: Record<string, number>;
  stop: boolean;
  /** Text of the file of requests; null without one. */
  asked: string | null;
  /** It ends when one of these is saved, or what a request brings. */
  afterSave: { saves: { file: string; state: string | null }[]; asked: number | null } | null;
  /** Nothing more is expected. */
  over: boolean;
}

export const wholeFiles = ["config.toml", "dataset.toml", "prompts.txt", "answered.json", "environment.json"] as const;
export type WholeFile = (typeof wholeFiles)[number];

/** Streams, and TensorBoard's files. */
export const isGrowingFile = (file: string): boolean =>
  file === "stdout.log" || file === "stderr.log" || (file.startsWith("events/") && isWayBelow(file));

const SAMPLE = "sample-";
const LORA = "lora-";
/** Name of a LoRA file on its way. */
export const loraOutput = (name: string): string => LORA + name;
/** Name of a sample picture on its way. */
export const sampleOutput = (name: string): string => SAMPLE + name;

/** What an output is, by its name on the way; null for what no run has. */
export function outputOf(name: string): { kind: "lora" | "sample"; name: string } | null {
  if (!isFileName(name)) return null;
  if (name.startsWith(LORA) && isFileName(name.slice(LORA.length)))
    return { kind: "lora", name: name.slice(LORA.length) };
  if (name.startsWith(SAMPLE) && /^[^.].*\.png$/.test(name.slice(SAMPLE.length)))
    return { kind: "sample", name: name.slice(SAMPLE.length) };
  return null;
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

function endOf(value: unknown): MirrorReport["end"] {
  if (typeof value !== "object" || value === null) return null;
  const { exitCode, signal, error, stopped } = Object(value);
  return {
    exitCode: typeof exitCode === "number" ? exitCode : null,
    signal: textOf(signal),
    error: textOf(error),
    stopped: stopped === true,
  };
}

/** @throws TypeError for what no machine of ours tells */
export function parseReport(value: unknown): MirrorReport {
  const { life, reason, parts, wholes, arrived, removed, end } = Object(value);
  const known = awayLives.find((one) => one === life);
  if (known === undefined) throw new TypeError("no report of a run");
  return {
    life: known,
    reason: (textOf(reason) ?? "").slice(0, 2000),
    parts: list(parts).map((part) => {
      const { file, from, bytes } = Object(part);
      if (typeof file !== "string" || !isGrowingFile(file)) throw new TypeError("no file that grows");
      if (!Number.isSafeInteger(from) || from < 0 || !ArrayBuffer.isView(bytes)) throw new TypeError("no part");
      return { file, from, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
    }),
    wholes: list(wholes).map((whole) => {
      const { file, text } = Object(whole);
      const name = wholeFiles.find((one) => one === file);
      if (name === undefined || typeof text !== "string") throw new TypeError("no file of a run");
      return { file: name, text };
    }),
    arrived: list(arrived).map(String),
    removed: list(removed).map(String),
    end: endOf(end),
  };
}

/** @throws TypeError for what no studio of ours answers */
export function parseAnswer(value: unknown): MirrorAnswer {
  const { sizes, have, stop, asked, afterSave, over } = Object(value);
  const counts = (of: unknown): Record<string, number> =>
    Object.fromEntries(Object.entries(Object(of)).map(([name, count]) => [name, Number(count)]));
  if (typeof stop !== "boolean") throw new TypeError("no answer to a report");
  const after = Object(afterSave);
  return {
    sizes: counts(sizes),
    have: counts(have),
    stop,
    asked: textOf(asked),
    afterSave:
      typeof afterSave !== "object" || afterSave === null
        ? null
        : {
            asked: typeof after.asked === "number" ? after.asked : null,
            saves: list(after.saves).flatMap((save) => {
              const { file, state } = Object(save);
              return isFileName(file) ? [{ file, state: isFileName(state) ? state : null }] : [];
            }),
          },
    over: over === true,
  };
}
