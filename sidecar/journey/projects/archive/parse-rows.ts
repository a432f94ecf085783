import type { PictureRow } from "../../../sweep/cells/picture-table.js";
import { parseProof } from "../../../sweep/proof/stored-proof.js";

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
const number = (value: unknown): number | null => (typeof value === "number" && Number.isFinite(value) ? value : null);
const isHash = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
const bytesOf = (value: unknown): Buffer | null => (typeof value === "string" ? Buffer.from(value, "base64") : null);

/** Each line's JSON; lines that are none are left out. */
function* jsonLines(lines: string): Generator<Record<string, unknown>> {
  for (const line of lines.split("\n")) {
    if (line === "") continue;
    try {
      yield Object(JSON.parse(line));
    } catch {
      // One bad line stops nothing.
    }
  }
}

export interface ArchivedScores {
  models: Map<number, { key: string; name: string; labels: unknown[] }>;
  scores: { content: string; of: number; scores: Buffer }[];
}

export function parseScores(lines: string): ArchivedScores {
  const found: ArchivedScores = { models: new Map(), scores: [] };
  for (const row of jsonLines(lines)) {
    const [model, key, name, of] = [number(row.model), text(row.key), text(row.name), number(row.of)];
    if (model !== null && key !== null && name !== null && Array.isArray(row.labels)) {
      found.models.set(model, { key, name, labels: row.labels });
      continue;
    }
    const scores = bytesOf(row.scores);
    const most = (found.models.get(of ?? -1)?.labels.length ?? 0) * 8;
    // Pairs of a number and a probability, four bytes each.
    if (of === null || !isHash(row.content) || scores === null || scores.length % 8 !== 0 || scores.length > most)
      continue;
    found.scores.push({ content: row.content, of, scores });
  }
  return found;
}

export interface ArchivedCell {
  row: Omit<PictureRow, "revision">;
  request: unknown;
}

const states: readonly PictureRow["state"][] = ["drawn", "wrong", "failed"];

/** @param local paths of this machine for those of the archive */
export function parseCells(lines: string, local: (value: unknown) => unknown): ArchivedCell[] {
  const found: ArchivedCell[] = [];
  for (const cell of jsonLines(lines)) {
    const state = states.find((one) => one === cell.state);
    const content = cell.content === null ? null : cell.content;
    if (state === undefined || !isHash(cell.key) || (content !== null && !isHash(content))) continue;
    const row = {
      key: cell.key,
      state,
      content,
      width: number(cell.width) ?? 0,
      height: number(cell.height) ?? 0,
      infotext: text(cell.infotext),
      proof: cell.proof === null ? null : parseProof(JSON.stringify(local(cell.proof))),
      problem: text(cell.problem),
      detail: text(cell.detail),
      webui: null,
      drawn: text(cell.drawn) ?? "",
      seconds: number(cell.seconds),
      own: number(cell.own),
      attempts: number(cell.attempts) ?? 1,
    };
    found.push({ row, request: local(cell.request) });
  }
  return found;
}

export interface ArchivedEvidence {
  content: string;
  version: number;
  statistics: string;
  looks: Buffer;
}

export function parseEvidence(lines: string): ArchivedEvidence[] {
  const found: ArchivedEvidence[] = [];
  for (const { content, version, statistics, looks } of jsonLines(lines)) {
    const [whole, bytes] = [number(version), bytesOf(looks)];
    if (!isHash(content) || whole === null || bytes === null || typeof statistics !== "object" || statistics === null)
      continue;
    found.push({ content, version: whole, statistics: JSON.stringify(statistics), looks: bytes });
  }
  return found;
}
