import { count } from "../../host/inference/execution.js";
import { type Sentence, sentenceOf } from "../../words/sentence.js";
import { type InferenceSettings, parseSettings } from "./settings.js";

/** What the sidecar says to the inference process: first which model, then picture after picture, and with how many threads. */
export type InferenceRequest =
  | { kind: "open"; settings: InferenceSettings }
  | { kind: "tag"; id: number; path: string }
  | { kind: "threads"; threads: number | null };

/** What the inference process answers: once `loaded` or `unusable`, then one line a picture. */
export type InferenceReply =
  | { kind: "loaded"; backends: string[]; execution: Sentence; isOnCpu: boolean }
  | { kind: "unusable"; message: string }
  | { kind: "scores"; id: number; probabilities: Float32Array; content: string }
  | { kind: "failed"; id: number; message: string };

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Object(value)[name] : undefined;

/** @returns the typed message, or null for anything the other side of this version never sends. */
export function parseReply(value: unknown): InferenceReply | null {
  const kind = field(value, "kind");
  const id = Number(field(value, "id"));
  const message = String(field(value, "message"));
  if (kind === "loaded") {
    const backends = field(value, "backends");
    const execution = sentenceOf(field(value, "execution"));
    if (!execution) return null;
    const isOnCpu = field(value, "isOnCpu") === true;
    return { kind, backends: Array.isArray(backends) ? backends.map(String) : [], execution, isOnCpu };
  }
  if (kind === "unusable") return { kind, message };
  if (kind === "failed") return { kind, id, message };
  const probabilities = field(value, "probabilities");
  // Not instanceof: the array may come from another realm.
  if (kind === "scores" && ArrayBuffer.isView(probabilities)) {
    const content = String(field(value, "content"));
    return { kind, id, probabilities: Float32Array.from(Object(probabilities)), content };
  }
  return null;
}

export function parseRequest(value: unknown): InferenceRequest | null {
  const kind = field(value, "kind");
  if (kind === "open") return { kind, settings: parseSettings(field(value, "settings")) };
  if (kind === "threads") return { kind, threads: count(field(value, "threads")) };
  const path = field(value, "path");
  return kind === "tag" && typeof path === "string" ? { kind, id: Number(field(value, "id")), path } : null;
}
