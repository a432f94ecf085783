import { type Sentence, sentenceOf } from "../../words/sentence.js";
import { type InferenceSettings, parseSettings } from "./settings.js";

/** What the sidecar says to the inference process: first which model, then picture after picture. */
export type InferenceRequest =
  | { kind: "open"; settings: InferenceSettings }
  | { kind: "tag"; id: number; path: string };

/** What the inference process answers: once `loaded` or `unusable`, then one line a picture. */
export type InferenceReply =
  | { kind: "loaded"; backends: string[]; execution: Sentence }
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
    return execution && { kind, backends: Array.isArray(backends) ? backends.map(String) : [], execution };
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
  const path = field(value, "path");
  return kind === "tag" && typeof path === "string" ? { kind, id: Number(field(value, "id")), path } : null;
}
