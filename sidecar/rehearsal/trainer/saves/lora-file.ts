import { createHash } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { numberToBfloat, numberToHalf } from "../../lora/half-floats.js";
import type { Learnt } from "../../lora/learnt.js";
import { learntPattern } from "../../lora/tensor-code.js";
import { seededNumbers } from "../run/loss.js";
import { writeAll } from "../screen/streams.js";

type Precision = "F16" | "BF16" | "F32";

export interface LoraShape {
  modules: readonly (readonly [name: string, inputs: number, outputs: number])[];
  rank: number;
  alpha: number;
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

const encoders: Readonly<Record<Precision, (value: number) => number>> = {
  F16: numberToHalf,
  BF16: numberToBfloat,
  F32: (value) => value,
};
const nan: Readonly<Record<Precision, number>> = { F16: 0x7e00, BF16: 0x7fc0, F32: Number.NaN };

/** Bytes of a tensor: the pattern again and again; null: NaN. */
function values(count: number, precision: Precision, pattern: Float64Array | null): Buffer {
  const width = precision === "F32" ? 4 : 2;
  const length = pattern?.length ?? 1;
  const once = Buffer.alloc(length * width);
  for (let index = 0; index < length; index += 1) {
    const value = pattern === null ? nan[precision] : encoders[precision](pattern[index] ?? 0);
    if (width === 4) once.writeFloatLE(value, index * width);
    else once.writeUInt16LE(value, index * width);
  }
  return Buffer.alloc(count * width, once);
}

/** What a file's weights are made of. */
export interface LoraWeights {
  learnt: Learnt;
  /** Of the grain in them. */
  seed: number;
}

/** A whole safetensors file; `weights` null: every weight is NaN. */
export function loraFile(
  shape: LoraShape,
  metadata: Readonly<Record<string, string>>,
  weights: LoraWeights | null,
): Buffer {
  const width = shape.precision === "F32" ? 4 : 2;
  const entries: Record<string, unknown> = {};
  const pattern = weights && learntPattern(weights.learnt, seededNumbers(weights.seed));
  const parts: Buffer[] = [];
  let offset = 0;
  for (const [name, sides] of tensorsOf(shape).sort(([left], [right]) => (left < right ? -1 : 1))) {
    const count = sides.reduce((product, side) => product * side, 1);
    const end = offset + width * count;
    entries[name] = { dtype: shape.precision, shape: sides, data_offsets: [offset, end] };
    parts.push(values(count, shape.precision, sides.length === 0 ? Float64Array.of(shape.alpha) : pattern));
    offset = end;
  }
  const data = Buffer.concat(parts);
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
