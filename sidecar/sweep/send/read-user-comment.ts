import { systemCode } from "../../host/studio-error.js";

const EXIF_POINTER = 0x8769;
const USER_COMMENT = 0x9286;
const ENTRY_BYTES = 12;

interface Reader {
  bytes: Buffer;
  u16(at: number): number;
  u32(at: number): number;
}

/** TIFF 6.0: the byte order's letters, 42, and where the first directory is. */
function readerOf(exif: Buffer): Reader | null {
  const bytes = exif.toString("latin1", 0, 6) === "Exif\0\0" ? exif.subarray(6) : exif;
  const order = bytes.toString("latin1", 0, 2);
  if (bytes.length < 8 || (order !== "MM" && order !== "II")) return null;
  const big = order === "MM";
  return {
    bytes,
    u16: (at) => (big ? bytes.readUInt16BE(at) : bytes.readUInt16LE(at)),
    u32: (at) => (big ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)),
  };
}

/** Where a directory's entry begins; null for none. */
function entryOf({ u16 }: Reader, directory: number, tag: number): number | null {
  const count = u16(directory);
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + index * ENTRY_BYTES;
    if (u16(at) === tag) return at;
  }
  return null;
}

/** Eight bytes name the character set (EXIF 2.32 §4.6.5); piexif, which the WebUIs use, writes UTF-16 big-endian whatever the block's order. */
function decoded(comment: Buffer): string {
  const set = comment.toString("latin1", 0, 8);
  const text = comment.subarray(8);
  if (set.startsWith("UNICODE")) {
    const even = text.subarray(0, text.length - (text.length % 2));
    // ASCII letters come first in every infotext: a zero in front of them tells the order.
    return even[0] === 0 || even[1] !== 0 ? Buffer.from(even).swap16().toString("utf16le") : even.toString("utf16le");
  }
  return (set.startsWith("ASCII") ? text : comment).toString("utf8");
}

/** The infotext in a JPEG's or WebP's EXIF block; null where there is none. */
export function readUserComment(exif: Buffer): string | null {
  const reader = readerOf(exif);
  if (reader === null) return null;
  try {
    const pointer = entryOf(reader, reader.u32(4), EXIF_POINTER);
    const entry = pointer === null ? null : entryOf(reader, reader.u32(pointer + 8), USER_COMMENT);
    if (entry === null) return null;
    const [length, at] = [reader.u32(entry + 4), reader.u32(entry + 8)];
    const text = decoded(reader.bytes.subarray(at, at + length))
      .replace(/\0+$/, "")
      .trim();
    return text === "" ? null : text;
  } catch (error) {
    // Offsets that lead out of the block.
    if (systemCode(error) === "ERR_OUT_OF_RANGE") return null;
    throw error;
  }
}
