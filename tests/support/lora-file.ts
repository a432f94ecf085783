import { writeFile } from "node:fs/promises";

interface LoraOptions {
  dim?: number;
  alpha?: number;
  modules?: readonly string[];
  /** The value of every weight of the up and the down half. */
  up?: number;
  down?: number;
  /** What the last weight of the file is instead. */
  last?: number;
  inputs?: number;
  outputs?: number;
  metadata?: Record<string, string>;
}

/** Writes a LoRA in the trainer's layout, in 32 bits, with weights that are all the same. */
export async function writeLora(path: string, options: LoraOptions = {}): Promise<string> {
  const {
    dim = 4,
    alpha = 2,
    up = 0.5,
    down = 0.25,
    last,
    inputs = 768,
    outputs = 4,
    metadata = { ss_network_dim: String(dim) },
  } = options;
  const { modules = ["lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k"] } = options;
  const header: Record<string, unknown> = { __metadata__: metadata };
  const values: number[] = [];
  const add = (name: string, shape: number[], value: number): void => {
    const count = shape.reduce((product, side) => product * side, 1);
    header[name] = { dtype: "F32", shape, data_offsets: [4 * values.length, 4 * (values.length + count)] };
    for (let index = 0; index < count; index += 1) values.push(value);
  };
  for (const name of modules) {
    add(`${name}.alpha`, [], alpha);
    add(`${name}.lora_down.weight`, [dim, inputs], down);
    add(`${name}.lora_up.weight`, [outputs, dim], up);
  }
  if (last !== undefined) values[values.length - 1] = last;
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  const weights = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) weights.writeFloatLE(value, 4 * index);
  await writeFile(path, Buffer.concat([length, json, weights]));
  return path;
}
