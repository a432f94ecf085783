import { crc32 } from "node:zlib";
import { StudioError } from "../../../host/studio-error.js";
import { say } from "../../../words/sentence.js";
import { exifWithComment } from "./user-comment.js";

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** `parameters`, as the WebUI writes it: tEXt where the text is Latin-1, else iTXt (PNG specification §11.3.4). */
function pngText(text: string): Buffer {
  const isLatin = /^[\n\x20-\x7e\xa1-\xff]*$/.test(text);
  const keyword = Buffer.from("parameters\0", "latin1");
  if (isLatin) return pngChunk("tEXt", Buffer.concat([keyword, Buffer.from(text, "latin1")]));
  return pngChunk("iTXt", Buffer.concat([keyword, Buffer.from([0, 0, 0, 0]), Buffer.from(text, "utf8")]));
}

function jpegExif(text: string): Buffer {
  const exif = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), exifWithComment(text)]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([head, exif]);
}

// A PNG's signature and IHDR; a JPEG's start mark.
const PNG_HEAD = 8 + 25;
const JPEG_HEAD = 2;

/** What is put into a file of any size, and after how many bytes. */
export const insertedText = (format: "png" | "jpeg", text: string): { after: number; bytes: Buffer } =>
  format === "png" ? { after: PNG_HEAD, bytes: pngText(text) } : { after: JPEG_HEAD, bytes: jpegExif(text) };

function riffChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

const EXIF_FLAG = 0x08;

/** The extended header that EXIF needs (WebP container specification, "Extended File Format"). */
function extendedHeader({ width, height }: { width: number; height: number }): Buffer {
  const data = Buffer.alloc(10);
  data.writeUInt8(EXIF_FLAG, 0);
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return riffChunk("VP8X", data);
}

/** A WebP with the text as EXIF's UserComment; it is taken for one without transparency. */
export function webpWithText(file: Buffer, text: string, size: { width: number; height: number }): Buffer {
  if (file.toString("latin1", 8, 12) !== "WEBP") {
    throw new StudioError("internal", say("What was packed is no WebP."), say("Save it in another format."));
  }
  const isExtended = file.toString("latin1", 12, 16) === "VP8X";
  const body = Buffer.from(file.subarray(12));
  if (isExtended) body.writeUInt8(body.readUInt8(8) | EXIF_FLAG, 8);
  const parts = [...(isExtended ? [] : [extendedHeader(size)]), body, riffChunk("EXIF", exifWithComment(text))];
  const head = Buffer.from(file.subarray(0, 12));
  head.writeUInt32LE(4 + parts.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...parts]);
}
