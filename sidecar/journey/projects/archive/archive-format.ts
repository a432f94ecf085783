import { Ajv2020 } from "ajv/dist/2020.js";
import { StudioError } from "../../../host/studio-error.js";
import { say } from "../../../words/sentence.js";

export const FORMAT = "lora-atelier-project";
export const ARCHIVE_VERSION = 1;

/** Names of the archive's own files. */
export const archiveNames = {
  manifest: "project.json",
  scores: "scores.jsonl",
  cells: "cells.jsonl",
  evidence: "evidence.jsonl",
} as const;

export interface ArchivedPicture {
  /** Which of the folders it lies in. */
  folder: number;
  /** In that folder, parts joined by `/`. */
  name: string;
  /** SHA-256, hex. */
  content: string;
  bytes: number;
  caption: string | null;
}
export interface ArchivedStep {
  name: string;
  created: string;
  files: number;
  moved: number;
  undone: boolean;
  point: boolean;
}
interface ArchivedPlan {
  name: string;
  folder: string | null;
  concept: string;
  plan: unknown;
  reasons: unknown;
  changed: string;
}
export interface ArchivedRun {
  id: number;
  name: string;
  state: string;
  meant: unknown;
  outcome: unknown;
  queued: string;
  started: string | null;
  ended: string | null;
  /** Whole LoRA files and samples of its output that came along, by their names there. */
  output: string[];
}
export interface ArchivedSweep {
  name: string;
  state: string;
  settings: unknown;
  facts: unknown;
  wanted: number[] | null;
  created: string;
  changed: string;
  picture: string | null;
  votes: { ballot: string; paper: number; keys: string[]; vote: string | null; voted: number | null }[];
}
interface ArchivedInstall {
  name: string;
  published: string;
  run: number | null;
}

/** What `project.json` of an archive holds. Absolute paths are not in it. */
export interface ProjectManifest {
  format: typeof FORMAT;
  version: number;
  /** Version of the program that wrote it. */
  atelier: string;
  exported: string;
  project: { key: string; name: string; created: string };
  /** Last parts of its folders' names; the first is its own. */
  folders: string[];
  pictures: ArchivedPicture[];
  /** Subjects that a person marked, by content. */
  subjects: { content: string; box: number[] }[];
  steps: ArchivedStep[];
  plans: ArchivedPlan[];
  runs: ArchivedRun[];
  sweeps: ArchivedSweep[];
  installed: ArchivedInstall[];
}

const text = { type: "string", maxLength: 4096 };
const name = { type: "string", minLength: 1, maxLength: 1024 };
const textOrNull = { type: ["string", "null"], maxLength: 4096 };
const whole = { type: "integer", minimum: 0 };
const hash = { type: "string", pattern: "^[0-9a-f]{64}$" };
const list = (items: object) => ({ type: "array", items });
const object = (properties: Record<string, object>) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
});

const schema = object({
  format: { const: FORMAT },
  version: { type: "integer", minimum: 1 },
  atelier: text,
  exported: text,
  project: object({ key: { type: "string", pattern: "^[\\w-]{8,64}$" }, name, created: text }),
  folders: { ...list(name), minItems: 1, maxItems: 1000 },
  pictures: list(object({ folder: whole, name, content: hash, bytes: whole, caption: { type: ["string", "null"] } })),
  subjects: list(object({ content: hash, box: { ...list({ type: "number" }), minItems: 4, maxItems: 4 } })),
  steps: list(
    object({
      name: text,
      created: text,
      files: whole,
      moved: whole,
      undone: { type: "boolean" },
      point: { type: "boolean" },
    }),
  ),
  plans: list(
    object({
      name,
      folder: textOrNull,
      concept: name,
      plan: { type: "object" },
      reasons: { type: "array" },
      changed: text,
    }),
  ),
  runs: list(
    object({
      id: { type: "integer", minimum: 1 },
      name,
      state: { enum: ["succeeded", "failed", "stopped", "unknown"] },
      meant: { type: "object" },
      outcome: { type: ["object", "null"] },
      queued: text,
      started: textOrNull,
      ended: textOrNull,
      output: list(name),
    }),
  ),
  sweeps: list(
    object({
      name,
      state: { enum: ["paused", "done", "cancelled", "failed"] },
      settings: { type: "object" },
      facts: { type: "object" },
      wanted: { type: ["array", "null"], items: whole },
      created: text,
      changed: text,
      picture: textOrNull,
      votes: list(
        object({
          ballot: text,
          paper: whole,
          keys: list(hash),
          vote: textOrNull,
          voted: { type: ["integer", "null"] },
        }),
      ),
    }),
  ),
  installed: list(object({ name, published: text, run: { type: ["integer", "null"] } })),
});

const isShaped = new Ajv2020({ strict: true, allErrors: false, allowUnionTypes: true }).compile<ProjectManifest>(
  schema,
);

export const noProjectIn = (file: string, found: string): StudioError =>
  new StudioError(
    "badArguments",
    say("{file} holds no project that can be read: {found}.", { file, found }),
    say("Expected a ZIP that `projects export` or the button of the Projects page has written, whole."),
  );

/** @throws StudioError "badArguments" | "protocolMismatch" naming what is off */
export function parseManifest(file: string, json: string): ProjectManifest {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw noProjectIn(file, `${archiveNames.manifest} is no JSON`);
  }
  const { format, version } = Object(value);
  if (format !== FORMAT) throw noProjectIn(file, `${archiveNames.manifest} is of another program`);
  if (typeof version === "number" && version > ARCHIVE_VERSION) {
    throw new StudioError(
      "protocolMismatch",
      say("{file} has version {version} of the format; this program knows versions up to {newest}.", {
        file,
        version,
        newest: ARCHIVE_VERSION,
      }),
      say("Update LoRA Atelier here, then import it again."),
    );
  }
  if (isShaped(value)) return value;
  const [problem] = isShaped.errors ?? [];
  throw noProjectIn(file, `${archiveNames.manifest}: ${problem?.instancePath || "it"} ${problem?.message ?? "is off"}`);
}
