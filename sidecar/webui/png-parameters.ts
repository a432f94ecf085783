import { crc32, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
// Length and type before a chunk's data, checksum after it (PNG specification, third edition, 5.3).
const HEAD = 8;
const TAIL = 4;
const KEYWORD = "parameters";

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);

interface Chunk {
  type: string;
  data: Buffer;
  end: number;
}

function* chunks(png: Buffer): Generator<Chunk> {
  for (let at = SIGNATURE.length; at + HEAD + TAIL <= png.length; ) {
    const end = at + HEAD + png.readUInt32BE(at) + TAIL;
    if (end > png.length) return;
    yield { type: png.toString("latin1", at + 4, at + HEAD), data: png.subarray(at + HEAD, end - TAIL), end };
    at = end;
  }
}

/** Whether a PNG carries the text that a WebUI's PNG Info reads. */
export function hasParameters(png: Buffer): boolean {
  for (const { type, data } of chunks(png)) {
    if (["tEXt", "iTXt", "zTXt"].includes(type) && data.toString("latin1", 0, KEYWORD.length + 1) === `${KEYWORD}\0`)
      return true;
    if (type === "IDAT") return false;
  }
  return false;
}

// A picture that unpacks to more than any prompt is an attack.
const MOST_LETTERS = 4 * 2 ** 20;

/** What follows the keyword (PNG specification, third edition, 11.3.3): Latin-1, the same packed, or UTF-8 with a language. */
function textOf(type: string, rest: Buffer): string {
  const unpacked = (bytes: Buffer): Buffer => inflateSync(bytes, { maxOutputLength: MOST_LETTERS });
  if (type === "tEXt") return rest.toString("latin1");
  if (type === "zTXt") return unpacked(rest.subarray(1)).toString("latin1");
  const translated = rest.indexOf(0, 2) + 1;
  const text = rest.subarray(rest.indexOf(0, translated) + 1);
  return (rest[0] === 1 ? unpacked(text) : text).toString("utf8");
}

/** The text that a WebUI's PNG Info reads; null for a picture without, or one whose text is broken. */
export function readParameters(png: Buffer): string | null {
  if (!isPng(png)) return null;
  for (const { type, data } of chunks(png)) {
    if (!["tEXt", "iTXt", "zTXt"].includes(type) || !data.toString("latin1").startsWith(`${KEYWORD}\0`)) continue;
    try {
      return textOf(type, data.subarray(KEYWORD.length + 1));
    } catch {
      return null;
    }
  }
  return null;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Writes the text beside the picture, ASCII in `tEXt`, all else as UTF-8 in `iTXt`: some readers take `tEXt` for UTF-8. */
export function withParameters(png: Buffer, text: string): Buffer {
  const isAscii = Buffer.from(text, "utf8").length === text.length;
  const written = isAscii
    ? chunk("tEXt", Buffer.from(`${KEYWORD}\0${text}`, "latin1"))
    : chunk("iTXt", Buffer.concat([Buffer.from(`${KEYWORD}\0\0\0\0\0`, "latin1"), Buffer.from(text, "utf8")]));
  const header = chunks(png).next();
  const after = header.done ? png.length : header.value.end;
  return Buffer.concat([png.subarray(0, after), written, png.subarray(after)]);
}
