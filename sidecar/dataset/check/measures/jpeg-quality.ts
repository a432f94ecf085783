/** The first luminance row of the JPEG standard's example table (ITU-T T.81, annex K.1), in zigzag order. */
const example = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61,
  60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121,
  112, 100, 120, 92, 101, 103, 99,
];
const [MARKER, TABLES, START_OF_SCAN] = [0xff, 0xdb, 0xda];

/** The brightness table of a JPEG file, in zigzag order, or null. */
function brightnessTable(file: Uint8Array): number[] | null {
  let at = 2;
  while (at + 4 < file.length && file[at] === MARKER) {
    const [kind = 0, length] = [file[at + 1], (file[at + 2] ?? 0) * 256 + (file[at + 3] ?? 0)];
    if (kind === START_OF_SCAN || length < 2) return null;
    for (let table = at + 4; kind === TABLES && table < at + 2 + length; ) {
      const [wide, number] = [(file[table] ?? 0) >> 4, (file[table] ?? 0) & 15];
      const bytes = wide === 0 ? 1 : 2;
      if (number === 0) {
        return example.map((_, index) => {
          const place = table + 1 + index * bytes;
          return bytes === 1 ? (file[place] ?? 0) : (file[place] ?? 0) * 256 + (file[place + 1] ?? 0);
        });
      }
      table += 1 + 64 * bytes;
    }
    at += 2 + length;
  }
  return null;
}

/**
 * Quality 1–100 at which a JPEG file was saved, on the scale of libjpeg: its table is the standard's, scaled. Another
 * program's table gives the quality of the same coarseness. Null for a file that is no JPEG.
 */
export function jpegQuality(file: Uint8Array): number | null {
  if (file[0] !== MARKER || file[1] !== 0xd8) return null;
  const table = brightnessTable(file);
  if (table === null) return null;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const percent = (100 * sum(table)) / sum(example);
  const quality = percent <= 100 ? (200 - percent) / 2 : 5000 / percent;
  return Math.max(1, Math.min(100, Math.round(quality)));
}
