import { THUMB } from "../../dataset/check/look/look.js";
import type { Database } from "../../store/database.js";
import type { PixelStatistics } from "./evidence.js";
import { EVIDENCE_VERSION, type SeenPixels } from "./take-evidence.js";

const THUMB_BYTES = THUMB * THUMB * 3;

function parseStatistics(stored: string): PixelStatistics {
  const { mean, contrast, saturation, clipped, noise, edges, entropy, blocks } = Object(JSON.parse(stored));
  const [red, green, blue] = Array.isArray(mean) ? mean.map(Number) : [];
  return {
    mean: [red ?? 0, green ?? 0, blue ?? 0],
    contrast: Number(contrast),
    saturation: Number(saturation),
    clipped: Number(clipped),
    noise: Number(noise),
    edges: Number(edges),
    entropy: Number(entropy),
    blocks: Number(blocks),
  };
}

/** What was seen of pictures, kept by what they contain. */
export function keptEvidence(database: Database) {
  const find = database.prepare("SELECT statistics, looks FROM sweep_evidence WHERE content = ? AND version = ?");
  const exists = database.prepare("SELECT 1 FROM sweep_evidence WHERE content = ? AND version = ?");
  const put = database.prepare(
    "INSERT OR REPLACE INTO sweep_evidence (content, version, statistics, looks) VALUES (?, ?, ?, ?)",
  );
  return {
    has: (content: string): boolean => exists.get(content, EVIDENCE_VERSION) !== undefined,
    /** Null when it was never looked at by this version. */
    get(content: string): SeenPixels | null {
      const row = find.get(content, EVIDENCE_VERSION);
      if (!row) return null;
      const { statistics, looks } = Object(row);
      if (!ArrayBuffer.isView(looks) || looks.byteLength !== THUMB_BYTES) return null;
      const thumb = new Uint8Array(looks.buffer, looks.byteOffset, looks.byteLength);
      return { statistics: parseStatistics(String(statistics)), thumb };
    },
    put: (content: string, { statistics, thumb }: SeenPixels): void =>
      void put.run(content, EVIDENCE_VERSION, JSON.stringify(statistics), thumb),
  };
}
