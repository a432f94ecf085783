import { maskedCrc32c } from "../../sidecar/host/crc32c.js";

/** A TFRecord around any data. */
export function framed(data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12 + data.length + 4);
  bytes.writeBigUInt64LE(BigInt(data.length));
  bytes.writeUInt32LE(maskedCrc32c(bytes, 0, 8), 8);
  bytes.set(data, 12);
  bytes.writeUInt32LE(maskedCrc32c(data), 12 + data.length);
  return bytes;
}

/** A protobuf field of bytes; for numbers and lengths below 128. */
export const field = (number: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([number * 8 + 2, bytes.length]), bytes]);

export function float(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}

/** An event of a step below 128, with one value of a summary. */
export const event = (step: number, tag: string, value: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([0x10, step]), field(5, field(1, Buffer.concat([field(1, Buffer.from(tag)), value])))]);

export const simple = (value: number): Buffer => Buffer.concat([Buffer.from([0x15]), float(value)]);
