import { crc32 } from "node:zlib";
import sharp from "sharp";
import type { Pixels } from "../../pictures/ruin.js";

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Pillow's rule: `tEXt` where Latin-1 can say it, else `iTXt` (PNG specification 1.2, 4.2.3). */
function textChunk(keyword: string, text: string): Buffer {
  const isLatin = [...text].every((letter) => (letter.codePointAt(0) ?? 0) < 256);
  return isLatin
    ? chunk("tEXt", Buffer.concat([Buffer.from(`${keyword}\0`, "latin1"), Buffer.from(text, "latin1")]))
    : chunk("iTXt", Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, "latin1"), Buffer.from(text, "utf8")]));
}

const BEGINNING = 33;

/** PNG of the pixels with the infotext where the WebUI puts it: chunk `parameters`, before the pixels. */
export async function pngOf({ data, width, height }: Pixels, text: string | null): Promise<Buffer> {
  const png = await sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 3 })
    .toBuffer();
  if (text === null) return png;
  // Signature (8) and header chunk (25) come first.
  return Buffer.concat([png.subarray(0, BEGINNING), textChunk("parameters", text), png.subarray(BEGINNING)]);
}
