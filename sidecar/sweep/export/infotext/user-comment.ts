// An APP1 segment of JPEG counts its bytes in 16 bits; what is longer is cut.
const MOST_LETTERS = 32_000;

/**
 * An EXIF block (TIFF, big-endian) whose one entry is UserComment: where A1111 and PNG Info look for a JPEG's or a WebP's
 * infotext. EXIF 2.32 §4.6.5: eight bytes name the character set, "UNICODE\0", then UTF-16, here big-endian as piexif writes.
 */
export function exifWithComment(text: string): Buffer {
  const letters = Buffer.from(text.slice(0, MOST_LETTERS), "utf16le").swap16();
  const comment = Buffer.concat([Buffer.from("UNICODE\0", "latin1"), letters]);
  const directory = (tag: number, type: number, count: number, value: number): Buffer => {
    const bytes = Buffer.alloc(18);
    bytes.writeUInt16BE(1, 0);
    bytes.writeUInt16BE(tag, 2);
    bytes.writeUInt16BE(type, 4);
    bytes.writeUInt32BE(count, 6);
    bytes.writeUInt32BE(value, 10);
    return bytes;
  };
  const header = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]);
  const exifAt = 8 + 18;
  const pointer = directory(0x8769, 4, 1, exifAt);
  const exif = directory(0x9286, 7, comment.length, exifAt + 18);
  return Buffer.concat([header, pointer, exif, comment]);
}
