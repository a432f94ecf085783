import { THUMB } from "../../dataset/check/look/look.js";
import type { Database } from "../../store/database.js";
import type { PixelStatistics } from "./evidence.js";
import { EVIDENCE_VERSION, type SeenPixels } from "./take-evidence.js";

const VALUES = THUMB * THUMB * 3;

/** Pixels, then lines as 32-bit numbers in this machine's byte order. */
function packLooks({ thumb, lines }: SeenPixels): Uint8Array {
  const packed = new Uint8Array(VALUES * 5);
  packed.set(thumb);
  packed.set(new Uint8Array(lines.buffer, lines.byteOffset, lines.byteLength), VALUES);
  return packed;
}

/** Null for bytes of another shape. */
function unpackLooks(looks: unknown): Pick<SeenPixels, "thumb" | "lines"> | null {
  if (!ArrayBuffer.isView(looks) || looks.byteLength !== VALUES * 5) return null;
  // A copy, as numbers need an aligned start.
  const bytes = Uint8Array.from(new Uint8Array(looks.buffer, looks.byteOffset, looks.byteLength));
  return { thumb: bytes.subarray(0, VALUES), lines: new Float32Array(bytes.buffer, VALUES, VALUES) };
}

/** What another machine saw. @throws TypeError for what it cannot have seen */
export function parseSeen(value: unknown): SeenPixels {
  const { statistics, thumb, lines } = Object(value);
  const areLooks = thumb instanceof Uint8Array && thumb.length === VALUES && lines instanceof Float32Array;
  if (!areLooks || lines.length !== VALUES) throw new TypeError("no look at a picture");
  return { statistics: parseStatistics(JSON.stringify(statistics)), thumb, lines };
}

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
      const unpacked = unpackLooks(looks);
      return unpacked && { statistics: parseStatistics(String(statistics)), ...unpacked };
    },
    put: (content: string, seen: SeenPixels): void =>
      void put.run(content, EVIDENCE_VERSION, JSON.stringify(seen.statistics), packLooks(seen)),
  };
}
