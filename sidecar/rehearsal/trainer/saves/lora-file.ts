import { createHash } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { seededNumbers } from "../run/loss.js";
import { writeAll } from "../screen/streams.js";

type Precision = "F16" | "BF16" | "F32";

export interface LoraShape {
  modules: readonly (readonly [name: string, inputs: number, outputs: number])[];
  rank: number;
  precision: Precision;
  /** The algorithm of LyCORIS; null: an ordinary LoRA. */
  algorithm: "loha" | "lokr" | null;
}

type Tensors = (readonly [name: string, shape: readonly number[]])[];

function tensorsOf({ modules, rank, algorithm }: LoraShape): Tensors {
  return modules.flatMap(([name, inputs, outputs]): Tensors => {
    const alpha = [`${name}.alpha`, []] as const;
    if (algorithm === "loha") {
      return [
        alpha,
        [`${name}.hada_w1_a`, [outputs, rank]],
        [`${name}.hada_w1_b`, [rank, inputs]],
        [`${name}.hada_w2_a`, [outputs, rank]],
        [`${name}.hada_w2_b`, [rank, inputs]],
      ];
    }
    if (algorithm === "lokr")
      return [alpha, [`${name}.lokr_w1`, [8, 8]], [`${name}.lokr_w2`, [outputs / 8, inputs / 8]]];
    return [alpha, [`${name}.lora_down.weight`, [rank, inputs]], [`${name}.lora_up.weight`, [outputs, rank]]];
  });
}

// Small numbers of each kind: sign and low bits vary, the exponent does not.
const patterns: Readonly<Record<Precision, (random: number) => number>> = {
  F16: (random) => 0x2000 | (random & 0x83ff),
  BF16: (random) => 0x3c00 | (random & 0x807f),
  F32: (random) => 0x3c000000 | (random & 0x807fffff),
};
const nan: Readonly<Record<Precision, number>> = { F16: 0x7e00, BF16: 0x7fc0, F32: 0x7fc00000 };
const PATTERN_VALUES = 1024;

/** Bytes of tensors: made-up numbers, other ones for another seed. */
function values(bytes: number, precision: Precision, seed: number | null): Buffer {
  const width = precision === "F32" ? 4 : 2;
  const random = seededNumbers(seed ?? 0);
  const pattern = Buffer.alloc(PATTERN_VALUES * width);
  for (let index = 0; index < PATTERN_VALUES; index += 1) {
    const value = seed === null ? nan[precision] : patterns[precision](Math.floor(random() * 2 ** 32)) >>> 0;
    if (width === 4) pattern.writeUInt32LE(value, index * width);
    else pattern.writeUInt16LE(value & 0xffff, index * width);
  }
  return Buffer.alloc(bytes, pattern);
}

/** A whole safetensors file; `seed` null: every weight is NaN. */
export function loraFile(shape: LoraShape, metadata: Readonly<Record<string, string>>, seed: number | null): Buffer {
  const width = shape.precision === "F32" ? 4 : 2;
  const entries: Record<string, unknown> = {};
  let offset = 0;
  for (const [name, sides] of tensorsOf(shape).sort(([left], [right]) => (left < right ? -1 : 1))) {
    const end = offset + width * sides.reduce((product, side) => product * side, 1);
    entries[name] = { dtype: shape.precision, shape: sides, data_offsets: [offset, end] };
    offset = end;
  }
  const data = values(offset, shape.precision, seed);
  const hash = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
  const hashes = {
    sshs_model_hash: hash(data),
    sshs_legacy_hash: hash(data.subarray(0x100000, 0x110000)).slice(0, 8),
  };
  const json = JSON.stringify({ __metadata__: { ...metadata, ...hashes }, ...entries });
  // The format's own library fills the header up to a multiple of eight.
  const header = Buffer.from(json + " ".repeat((8 - (Buffer.byteLength(json) % 8)) % 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, data]);
}

/** Writes in place, in two halves, as far as `share` of the whole. */
export async function writeInHalves(path: string, bytes: Buffer, pause: () => Promise<void>, share = 1): Promise<void> {
  const half = Math.floor(bytes.length / 2);
  const file = openSync(path, "w");
  try {
    writeAll(file, bytes.subarray(0, Math.min(half, Math.floor(bytes.length * share))));
    await pause();
    if (share === 1) writeAll(file, bytes.subarray(half));
  } finally {
    closeSync(file);
  }
}
