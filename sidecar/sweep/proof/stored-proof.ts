import { type CellProof, proofCodes } from "./cell-proof.js";

const hash = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** The proof as a picture's row keeps it; null for none. */
export function parseProof(stored: string | null): CellProof | null {
  if (stored === null) return null;
  const { proven, code, loraHash, expectedHash, difference } = Object(JSON.parse(stored));
  return {
    proven: proven === true,
    code: proofCodes.find((one) => one === code) ?? null,
    loraHash: hash(loraHash),
    expectedHash: hash(expectedHash),
    difference: typeof difference === "number" ? difference : null,
  };
}
