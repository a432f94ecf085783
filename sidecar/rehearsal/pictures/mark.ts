import sharp from "sharp";
import type { Pixels } from "./ruin.js";

// Letters as strokes in a box of 4 × 6.
const strokes: Readonly<Record<string, string>> = {
  R: "M0 6V0H3L4 1V2L3 3H0M2 3L4 6",
  E: "M4 0H0V6H4M0 3H3",
  H: "M0 0V6M4 0V6M0 3H4",
  A: "M0 6V2L2 0L4 2V6M0 4H4",
  S: "M4 0H1L0 1V2L1 3H3L4 4V5L3 6H0",
  L: "M0 0V6H4",
};
const WORD = "REHEARSAL";
const LETTER = 5.6;

/** The word in the lower right corner, as an SVG document of the picture's size. */
function markSvg(width: number, height: number): string {
  const unit = Math.max(1, Math.min(width, height) / 256);
  const wide = WORD.length * LETTER + 4;
  const letters = [...WORD].map(
    (letter, index) => `<path transform="translate(${3 + index * LETTER} 3)" d="${strokes[letter]}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g transform="translate(${width - (wide + 3) * unit} ${height - 15 * unit}) scale(${unit})">
    <rect width="${wide}" height="12" rx="2" fill="#181420" opacity="0.62"/><g fill="none" stroke="#fff" stroke-width="1.1">${letters.join("")}</g></g></svg>`;
}

const drawn = new Map<string, Promise<Buffer>>();

function markOf(width: number, height: number): Promise<Buffer> {
  return sharp(Buffer.from(markSvg(width, height)))
    .ensureAlpha()
    .raw()
    .toBuffer();
}

/** Says on the picture itself that it is a rehearsal's. */
export async function markRehearsal({ data, width, height }: Pixels): Promise<void> {
  const key = `${width}x${height}`;
  const known = drawn.get(key) ?? markOf(width, height);
  // Few sizes are asked for; a long list of them is not worth its memory.
  if (drawn.size > 16) drawn.clear();
  drawn.set(key, known);
  known.catch(() => drawn.delete(key));
  const mark = await known;
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const cover = (mark[pixel * 4 + 3] ?? 0) / 255;
    if (cover === 0) continue;
    for (let channel = 0; channel < 3; channel += 1) {
      const at = pixel * 3 + channel;
      data[at] = (data[at] ?? 0) * (1 - cover) + (mark[pixel * 4 + channel] ?? 0) * cover;
    }
  }
}
