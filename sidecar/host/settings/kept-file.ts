import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { sync as writeAtomically } from "write-file-atomic";
import { say } from "../../words/sentence.js";
import { reportError, StudioError, systemCode } from "../studio-error.js";
import type { SettingsProblem } from "./local-file.js";

/** What `settings.json` holds: values by name as they were set, those that this version does not know too. */
export interface Kept {
  /** Counts the changes. */
  revision: number;
  values: Readonly<Record<string, unknown>>;
}

export const keptFilePath = (stateFolder: string): string => join(stateFolder, "settings.json");

const nothing: Kept = { revision: 0, values: {} };

function parseKept(text: string): Kept | null {
  try {
    const { revision, values } = Object(JSON.parse(text));
    const isRecord = typeof values === "object" && values !== null && !Array.isArray(values);
    return Number.isSafeInteger(revision) && isRecord ? { revision, values } : null;
  } catch {
    return null;
  }
}

/** A name that is not taken: what was set aside before stays. */
function freeName(path: string): string {
  for (let count = 1; ; count += 1) {
    const name = path.replace(/\.json$/, `.broken-${count}.json`);
    if (!existsSync(name)) return name;
  }
}

/** Reads the file; one that is broken is set aside under another name, and the defaults go on. */
export function readKept(path: string): { kept: Kept; problem: SettingsProblem | null } {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return { kept: nothing, problem: null };
    const message = reportError(error).message;
    return { kept: nothing, problem: { kind: "unreadable", path, name: null, message } };
  }
  const kept = parseKept(text);
  if (kept !== null) return { kept, problem: null };
  const aside = freeName(path);
  renameSync(path, aside);
  const message = `It was no settings file; it lies now at ${aside}, and every setting has its default.`;
  return { kept: nothing, problem: { kind: "setAside", path: aside, name: null, message } };
}

/** Writes the file so that a reader sees the old one or the new one, also after a power cut. @throws StudioError "fileNotWritten" */
export function writeKept(path: string, kept: Kept): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    // Addresses may hold a password.
    writeAtomically(path, `${JSON.stringify(kept, null, 1)}\n`, { mode: 0o600 });
    chmodSync(path, 0o600);
  } catch (error) {
    const reason = reportError(error).message;
    throw new StudioError(
      "fileNotWritten",
      say("{path} could not be written: {reason}", { path, reason }),
      say("Free some space, or make the folder writable; nothing was changed."),
      error,
    );
  }
}
