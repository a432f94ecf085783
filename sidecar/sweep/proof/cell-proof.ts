import { type Infotext, loraHashes, parseInfotext } from "./infotext.js";

/** Why a picture is not what was asked for. */
export const proofCodes = [
  "interrupted",
  "blank",
  "noInfotext",
  "wrongSize",
  "wrongSeed",
  "wrongModel",
  "missingLora",
  "wrongHash",
  "staleLora",
  "loraInControl",
  "sameAsControl",
  "sameAsStrength",
] as const;
export type ProofCode = (typeof proofCodes)[number];

/** What one picture should be. */
export interface ExpectedCell {
  /** Null: the control. */
  lora: { name: string; hash: string | null } | null;
  /** 0 draws as the control does. */
  strength: number;
  seed: number;
  /** Of the finished picture, pixels. */
  width: number;
  height: number;
  /** "name [hash]", or a name alone. */
  checkpoint: string;
  /** Names under which this sweep's LoRA files lie among the WebUI's. */
  ours: ReadonlySet<string>;
}

/** What came. */
export interface SeenCell {
  infotext: string;
  interrupted: boolean;
  modelHash: string | null;
  width: number;
  height: number;
  /** Widest standard deviation of a channel, 0–128. */
  spread: number;
  /** Mean difference to the control, 0–255; null where there is none to compare with. */
  difference: number | null;
  /** Another strength of the same cell shows the same pixels. */
  equalToStrength: string | null;
  /** This WebUI has written LoRA hashes before. */
  hashesSeen: boolean;
}

export interface CellProof {
  /** The hash was there and right, and the pixels agree. A control is proven by having none. */
  proven: boolean;
  code: ProofCode | null;
  loraHash: string | null;
  expectedHash: string | null;
  difference: number | null;
}

// A LoRA that was not used gives the control's very pixels (measured on A1111 1.8 and Forge dfdcbab6: 0.0); rounding in PNGs is nothing.
const EQUAL_BELOW = 0.02;
// Cards that compute differently each time move a pixel by less than this; the weakest LoRA that was measured by 12.
const DOUBTFUL_BELOW = 2;
// One colour: what NaNs in the model give.
const BLANK_BELOW = 0.5;
// WebUIs round sides down to a multiple of 8.
const SIDE_STEP = 8;

const bracketed = (checkpoint: string): string | null => /\[([0-9a-f]{6,64})\]\s*$/i.exec(checkpoint)?.[1] ?? null;

const bareName = (checkpoint: string): string =>
  checkpoint
    .replace(/\s*\[[^\]]*\]\s*$/, "")
    .replace(/^.*[\\/]/, "")
    .replace(/\.(safetensors|ckpt|gguf|sft)$/i, "");

function isOtherModel(expected: string, seen: SeenCell, { fields }: Infotext): boolean {
  const hash = bracketed(expected);
  const told = fields.get("Model hash") ?? seen.modelHash;
  if (hash !== null && told) return !hash.startsWith(told) && !told.startsWith(hash);
  const name = fields.get("Model");
  return name !== undefined && bareName(name) !== bareName(expected);
}

const isOff = (wanted: number, found: number): boolean => Math.abs(wanted - found) >= SIDE_STEP;

function loraCode(expected: ExpectedCell, seen: SeenCell, hashes: ReadonlyMap<string, string>): ProofCode | null {
  const { lora, ours } = expected;
  const others = [...hashes.keys()].filter((name) => ours.has(name) && name !== lora?.name);
  if (lora === null) return others.length > 0 ? "loraInControl" : null;
  if (others.length > 0) return "staleLora";
  const found = hashes.get(lora.name);
  if (found === undefined) {
    const isSilent = hashes.size === 0 && !seen.hashesSeen;
    const acted = seen.difference !== null && seen.difference >= DOUBTFUL_BELOW;
    return isSilent && acted ? null : "missingLora";
  }
  return lora.hash !== null && found !== lora.hash ? "wrongHash" : null;
}

function codeOf(expected: ExpectedCell, seen: SeenCell, told: Infotext | null): ProofCode | null {
  if (seen.interrupted) return "interrupted";
  if (isOff(expected.width, seen.width) || isOff(expected.height, seen.height)) return "wrongSize";
  if (seen.spread < BLANK_BELOW) return "blank";
  if (told === null) return "noInfotext";
  if (Number(told.fields.get("Seed")) !== expected.seed) return "wrongSeed";
  if (isOtherModel(expected.checkpoint, seen, told)) return "wrongModel";
  const wrong = loraCode(expected, seen, loraHashes(told) ?? new Map());
  if (wrong !== null || expected.lora === null || expected.strength === 0) return wrong;
  if (seen.difference !== null && seen.difference < EQUAL_BELOW) return "sameAsControl";
  return seen.equalToStrength === null ? null : "sameAsStrength";
}

/**
 * Whether a picture was drawn with its LoRA, and with no other. A LoRA that is missing or broken draws as none does, with status
 * 200; only the infotext's "Lora hashes" tells (measured on A1111 1.8.0 and Forge dfdcbab6). Where a WebUI writes no hashes at all,
 * a picture that differs from its control is kept, and said not to be proven.
 */
export function proveCell(expected: ExpectedCell, seen: SeenCell): CellProof {
  const told = parseInfotext(seen.infotext);
  const code = codeOf(expected, seen, told);
  const hashes = (told && loraHashes(told)) ?? new Map<string, string>();
  const loraHash = expected.lora === null ? null : (hashes.get(expected.lora.name) ?? null);
  return {
    proven: code === null && (expected.lora === null || loraHash !== null),
    code,
    loraHash,
    expectedHash: expected.lora?.hash ?? null,
    difference: seen.difference,
  };
}
