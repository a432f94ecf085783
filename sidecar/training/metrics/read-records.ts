import { maskedCrc32c } from "../../host/crc32c.js";

/** What is wrong at a place of an event file. */
export type RecordFault = "length" | "data" | "tooLong" | "unreadable";

export interface RecordTakers {
  /** The data is only there until the call ends. */
  onRecord(data: Buffer, at: number): void;
  /** @param at byte of the file where the record begins */
  onBroken(at: number, fault: RecordFault): void;
}

export interface RecordReader {
  push(bytes: Buffer): void;
}

const LENGTH_BYTES = 8;
const CRC_BYTES = 4;
const HEAD_BYTES = LENGTH_BYTES + CRC_BYTES;
/** A record of scalars has some hundred bytes; what is longer holds pictures or graphs, which nobody here reads. */
const LONGEST_RECORD = 1 << 20;
/** A number of bytes above this is no length of a record. */
const MOST_LENGTH = 2 ** 40;

/** The record's length at a place where 12 bytes are, or null where none begins. */
function lengthAt(bytes: Buffer, at: number): number | null {
  const length = bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 2 ** 32;
  if (length > MOST_LENGTH) return null;
  return bytes.readUInt32LE(at + LENGTH_BYTES) === maskedCrc32c(bytes, at, at + LENGTH_BYTES) ? length : null;
}

/**
 * Reads TFRecord framing piece by piece: length (8 bytes, little-endian), its masked CRC-32C, data, the data's (TensorFlow,
 * `lib/io/record_writer.h`). A record that is not all there yet is waited for; a broken one is told and skipped, and where
 * even its length is broken, the next place is looked for at which a record begins. It holds one record at most.
 */
export function createRecordReader({ onRecord, onBroken }: RecordTakers): RecordReader {
  let held: Buffer = Buffer.alloc(0);
  // Place of the first held byte in the file.
  let place = 0;
  let leftToSkip = 0;
  let isLost = false;

  /** @returns the bytes that are done with, or null when more must come first */
  const readAt = (bytes: Buffer, at: number): number | null => {
    if (bytes.length - at < HEAD_BYTES) return null;
    const length = lengthAt(bytes, at);
    if (length === null) {
      if (!isLost) onBroken(place + at, "length");
      isLost = true;
      return 1;
    }
    isLost = false;
    const whole = HEAD_BYTES + length + CRC_BYTES;
    if (length > LONGEST_RECORD) {
      onBroken(place + at, "tooLong");
      leftToSkip = whole;
      return 0;
    }
    if (bytes.length - at < whole) return null;
    const from = at + HEAD_BYTES;
    const to = from + length;
    if (bytes.readUInt32LE(to) === maskedCrc32c(bytes, from, to)) onRecord(bytes.subarray(from, to), place + at);
    else onBroken(place + at, "data");
    return whole;
  };

  return {
    push(piece) {
      const bytes = held.length === 0 ? piece : Buffer.concat([held, piece]);
      let at = 0;
      for (;;) {
        const skipped = Math.min(leftToSkip, bytes.length - at);
        leftToSkip -= skipped;
        at += skipped;
        const done = readAt(bytes, at);
        if (done === null) break;
        at += done;
      }
      // A copy: the piece belongs to who gave it.
      held = Buffer.from(bytes.subarray(at));
      place += at;
    },
  };
}
