import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { readSafetensorsHeader } from "../../host/safetensors.js";
import { bfloatToNumber, halfToNumber } from "./half-floats.js";
import type { Learnt } from "./learnt.js";
import { PATTERN, readPattern } from "./tensor-code.js";

/** What a file's tensors say of one half of the model. */
interface HalfLearnt extends Learnt {
  /** Size of all weights; above 0 for any trained file. */
  grain: number;
}

export interface ReadLora {
  unet: HalfLearnt | null;
  textEncoder: HalfLearnt | null;
  /** A weight is NaN or infinite. */
  broken: boolean;
  /** Other weights, other number. */
  fingerprint: number;
}

/** Of each tensor only so many values are read: they repeat. */
const READ = 16 * PATTERN;

const decoders: Readonly<Record<string, readonly [width: number, read: (bytes: Buffer, at: number) => number]>> = {
  F16: [2, (bytes, at) => halfToNumber(bytes.readUInt16LE(at))],
  BF16: [2, (bytes, at) => bfloatToNumber(bytes.readUInt16LE(at))],
  F32: [4, (bytes, at) => bytes.readFloatLE(at)],
};

class Sums {
  readonly sums = new Float64Array(PATTERN);
  readonly counts = new Float64Array(PATTERN);
  #values = 0;

  add(index: number, value: number): void {
    const place = index % PATTERN;
    this.sums[place] = (this.sums[place] ?? 0) + value;
    this.counts[place] = (this.counts[place] ?? 0) + 1;
    this.#values += 1;
  }

  read = (): HalfLearnt | null => (this.#values === 0 ? null : readPattern(this.sums, this.counts));
}

/**
 * Reads a LoRA by its tensors only; names and metadata of the file do not matter.
 * @throws StudioError "notFound" | "modelInvalid"
 */
export async function readLora(path: string): Promise<ReadLora> {
  const { tensors, dataFrom } = await readSafetensorsHeader(path);
  const halves = { unet: new Sums(), textEncoder: new Sums() };
  const hash = createHash("sha256");
  let broken = false;
  const file = await open(path, "r");
  try {
    for (const [name, { dtype, start, end }] of tensors) {
      const decoder = decoders[dtype];
      if (!decoder) continue;
      const [width, read] = decoder;
      const bytes = Buffer.alloc(Math.min(end - start, READ * width));
      await file.read(bytes, 0, bytes.length, dataFrom + start);
      hash.update(bytes);
      // A single value is the file's alpha.
      if (bytes.length <= width) continue;
      const half = /^lora_te|^text_encoder/.test(name) ? halves.textEncoder : halves.unet;
      for (let index = 0; index < bytes.length / width; index += 1) {
        const value = read(bytes, index * width);
        if (Number.isFinite(value)) half.add(index, value);
        else broken = true;
      }
    }
  } finally {
    await file.close();
  }
  const fingerprint = hash.digest().readUInt32LE(0);
  return { unet: halves.unet.read(), textEncoder: halves.textEncoder.read(), broken, fingerprint };
}
