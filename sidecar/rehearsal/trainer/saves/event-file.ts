import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { maskedCrc32c } from "../../../host/crc32c.js";
import type { Settings } from "../command/settings.js";

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};
const float = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
};

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Buffer.from([...bytes, rest]);
}

/** A protobuf field of bytes. */
const field = (number: number, bytes: Buffer): Buffer =>
  Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);

/** TFRecord: length, its CRC, data, the data's CRC. */
function record(data: Buffer): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(data.length));
  return Buffer.concat([length, uint32(maskedCrc32c(length)), data, uint32(maskedCrc32c(data))]);
}

/** An `Event` with its time (field 1, double), step (2), and a scalar of a `Summary` (5) or the file's version (3). */
const event = (step: number, rest: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x09]), double(Date.now() / 1000), Buffer.from([0x10]), varint(step), rest]);
const scalar = (tag: string, value: number): Buffer =>
  field(5, field(1, Buffer.concat([field(1, Buffer.from(tag)), Buffer.from([0x15]), float(value)])));

const stamp = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate(), now.getHours(), now.getMinutes(), now.getSeconds()]
    .map((part) => String(part).padStart(2, "0"))
    .join("");

/** The curves as the real trainer writes them for TensorBoard; the real one's come up to two minutes late. */
export interface EventFile {
  write(step: number, values: Readonly<Record<string, number>>): void;
}

/** null where the arguments ask for none. */
export function openEventFile(settings: Settings): EventFile | null {
  const folder = settings.text("logging_dir");
  if (!folder || settings.text("log_with") === "wandb") return null;
  const now = new Date();
  const inside = join(
    folder,
    `${settings.text("log_prefix") ?? ""}${stamp(now)}`,
    settings.text("log_tracker_name") ?? "network_train",
  );
  mkdirSync(inside, { recursive: true });
  const name = `events.out.tfevents.${Math.floor(now.getTime() / 1000)}.stand-in.${process.pid}.0`;
  const path = join(inside, name);
  appendFileSync(path, record(event(0, field(3, Buffer.from("brain.Event:2")))));
  return {
    write(step, values) {
      const records = Object.entries(values).map(([tag, value]) => record(event(step, scalar(tag, value))));
      appendFileSync(path, Buffer.concat(records));
    },
  };
}
