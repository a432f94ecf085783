/**
 * The beginning of an uncompressed BigTIFF of 8-bit RGB, whose pixel rows then follow as they are: a picture larger than
 * memory, written row by row, that libvips reads the same way. Fields by TIFF 6.0 and the BigTIFF proposal of libtiff.
 */
export function bigTiffHeader({ width, height }: { width: number; height: number }): Buffer {
  const strips = Math.ceil(height / ROWS);
  const offsetsAt = DIRECTORY + 8 + FIELDS * 20 + 8;
  const countsAt = offsetsAt + 8 * strips;
  const pixelsAt = countsAt + 8 * strips;
  const header = Buffer.alloc(pixelsAt);
  header.write("II");
  header.writeUInt16LE(43, 2);
  header.writeUInt16LE(8, 4);
  header.writeBigUInt64LE(BigInt(DIRECTORY), 8);
  header.writeBigUInt64LE(BigInt(FIELDS), DIRECTORY);
  let at = DIRECTORY + 8;
  const field = (tag: number, type: number, count: number, value: number | bigint): void => {
    header.writeUInt16LE(tag, at);
    header.writeUInt16LE(type, at + 2);
    header.writeBigUInt64LE(BigInt(count), at + 4);
    header.writeBigUInt64LE(BigInt(value), at + 12);
    at += 20;
  };
  // A single strip's place stands in the field itself.
  const listed = (tag: number, list: number, only: number): void =>
    field(tag, LONG8, strips, strips === 1 ? only : list);
  const bytesOf = (strip: number): number => Math.min(ROWS, height - strip * ROWS) * width * 3;
  field(256, LONG, 1, width);
  field(257, LONG, 1, height);
  field(258, SHORT, 3, 0x0008_0008_0008n);
  field(259, SHORT, 1, 1);
  field(262, SHORT, 1, 2);
  listed(273, offsetsAt, pixelsAt);
  field(277, SHORT, 1, 3);
  field(278, LONG, 1, ROWS);
  listed(279, countsAt, bytesOf(0));
  field(284, SHORT, 1, 1);
  for (let strip = 0; strip < strips; strip += 1) {
    header.writeBigUInt64LE(BigInt(pixelsAt) + BigInt(strip) * BigInt(width * 3 * ROWS), offsetsAt + 8 * strip);
    header.writeBigUInt64LE(BigInt(bytesOf(strip)), countsAt + 8 * strip);
  }
  return header;
}
const [SHORT, LONG, LONG8] = [3, 4, 16];
const DIRECTORY = 16;
const FIELDS = 10;
// Rows of a strip: what a reader holds at a time.
const ROWS = 16;
