import { writeFile } from "node:fs/promises";

interface TinyTensor {
  shape: number[];
}

/** Writes a whole safetensors file of zeros; `cut` leaves so many bytes out at the end. */
export async function writeSafetensors(
  path: string,
  tensors: Record<string, TinyTensor>,
  { metadata = {}, cut = 0 }: { metadata?: Record<string, string>; cut?: number } = {},
): Promise<void> {
  let offset = 0;
  const header: Record<string, unknown> = { __metadata__: metadata };
  for (const [name, { shape }] of Object.entries(tensors)) {
    const bytes = 2 * shape.reduce((product, side) => product * side, 1);
    header[name] = { dtype: "F16", shape, data_offsets: [offset, offset + bytes] };
    offset += bytes;
  }
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  await writeFile(path, Buffer.concat([length, json, Buffer.alloc(Math.max(0, offset - cut))]));
}
