import { readdirSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { StudioError, systemCode } from "../../host/studio-error.js";
import { writeText } from "../../store/atomic-file.js";
import type { ToolCauseName } from "../../words/lora-tools-causes-en.js";
import { say } from "../../words/sentence.js";
import type { ToolRequest } from "./tool.js";

type ToolState = "running" | "succeeded" | "failed" | "stopped" | "unknown";

/** What a tool was started with: fixed from then on. */
export interface ToolStart {
  request: ToolRequest;
  /** The new file, and where it grows until it is whole; null where the tool makes none. */
  output: string | null;
  temporary: string | null;
  /** Its name may be changed for one that is free. */
  rename: boolean;
  rehearsal: boolean;
  /** Layers that its LoRAs change, where they could be counted. */
  layers: number;
  /** The command, to be read by people. */
  command: string;
  /** ISO time. */
  started: string;
}

/** How it ended. */
export interface ToolOutcome {
  state: Exclude<ToolState, "running">;
  cause: ToolCauseName | null;
  values: Readonly<Record<string, string | number>>;
  lines: readonly string[];
  exitCode: number | null;
  signal: string | null;
  /** The new file as it is called now. */
  made: { path: string; bytes: number } | null;
  ended: string;
}

/** A tool that was started. Its folder is all that there is of it: any sidecar can go on with it. */
export interface ToolRun {
  id: number;
  folder: string;
  start: ToolStart;
  outcome: ToolOutcome | null;
}

const ID = /^[1-9]\d{0,8}$/;

const toolsFolder = (stateFolder: string): string => join(stateFolder, "tools");
const startFile = (folder: string): string => join(folder, "start.json");
const outcomeFile = (folder: string): string => join(folder, "outcome.json");

function idsIn(stateFolder: string): number[] {
  try {
    return readdirSync(toolsFolder(stateFolder))
      .filter((name) => ID.test(name))
      .map(Number)
      .sort((one, other) => other - one);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    throw error;
  }
}

/** What this program wrote itself; null when it is not there, or was cut off by a crash. */
function readOwn(path: string): object | null {
  try {
    const json: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof json === "object" ? json : null;
  } catch {
    return null;
  }
}

function read(stateFolder: string, id: number): ToolRun | null {
  const folder = join(toolsFolder(stateFolder), String(id));
  const begun = readOwn(startFile(folder));
  if (begun === null) return null;
  const start: ToolStart = Object(begun);
  const ended = readOwn(outcomeFile(folder));
  const outcome: ToolOutcome | null = ended === null ? null : Object(ended);
  return { id, folder, start, outcome };
}

/** The latest first. */
export const allToolRuns = (stateFolder: string): ToolRun[] =>
  idsIn(stateFolder).flatMap((id) => read(stateFolder, id) ?? []);

/** @throws StudioError "notFound" */
export function oneToolRun(stateFolder: string, id: number): ToolRun {
  const found = read(stateFolder, id);
  if (found !== null) return found;
  throw new StudioError(
    "notFound",
    say("No tool was started under the number {id}.", { id }),
    say("`lora list` names those there are."),
  );
}

/** A folder of its own under the next free number. */
export async function newToolFolder(stateFolder: string): Promise<{ id: number; folder: string }> {
  await mkdir(toolsFolder(stateFolder), { recursive: true });
  for (let id = (idsIn(stateFolder)[0] ?? 0) + 1; ; id += 1) {
    const folder = join(toolsFolder(stateFolder), String(id));
    try {
      await mkdir(folder);
      return { id, folder };
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw error;
    }
  }
}

export const writeStart = (folder: string, start: ToolStart): Promise<void> =>
  writeText(startFile(folder), JSON.stringify(start));
export const writeOutcome = (folder: string, outcome: ToolOutcome): Promise<void> =>
  writeText(outcomeFile(folder), JSON.stringify(outcome));
