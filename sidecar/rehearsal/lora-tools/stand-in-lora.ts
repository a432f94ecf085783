const WIDTH = 8;
const LAYER = "lora_unet_mid_block_attentions_0_transformer_blocks_0_attn1_to_q";

/** A whole LoRA file of one layer, in the trainer's layout: float weights of 0.5. `broken` puts NaN into it. */
export function standInLora(dim: number, broken: boolean): Buffer {
  const shapes: Record<string, number[]> = {
    [`${LAYER}.alpha`]: [],
    [`${LAYER}.lora_down.weight`]: [dim, WIDTH],
    [`${LAYER}.lora_up.weight`]: [WIDTH, dim],
  };
  let end = 0;
  const header: Record<string, unknown> = {
    __metadata__: { title: "LoRA Atelier stand-in: made up", ss_network_dim: String(dim), ss_network_alpha: "0.5" },
  };
  for (const [name, shape] of Object.entries(shapes)) {
    const start = end;
    end += 4 * shape.reduce((product, side) => product * side, 1);
    header[name] = { dtype: "F32", shape, data_offsets: [start, end] };
  }
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  const values = Buffer.alloc(end);
  for (let at = 0; at < end; at += 4) values.writeFloatLE(0.5, at);
  if (broken) values.writeFloatLE(Number.NaN, end - 4);
  return Buffer.concat([length, json, values]);
}
