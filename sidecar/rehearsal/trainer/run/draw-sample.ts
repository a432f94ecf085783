import { createHash } from "node:crypto";
import { wordAt } from "./letters.js";
import { seededNumbers } from "./loss.js";

// A stand-in's picture need not be large; its sides keep their ratio.
const LONGEST = 512;
const STRIPE = 16;
const WORD = "REHEARSAL";

/** A head on shoulders, as a fraction of the picture. */
const isFigure = (x: number, y: number): boolean =>
  (x - 0.5) ** 2 + (y - 0.36) ** 2 < 0.17 ** 2 || (y > 0.5 && ((x - 0.5) / 0.32) ** 2 + ((y - 0.9) / 0.36) ** 2 < 1);

/**
 * A striped picture with a figure that nobody takes for a drawn one, since it says what it is: coloured by its prompt, less
 * grainy as training goes on.
 * @param progress 0 to 1
 */
export async function drawSample(
  path: string,
  prompt: string,
  size: { width: number; height: number },
  progress: number,
): Promise<void> {
  const shrink = Math.min(1, LONGEST / Math.max(size.width, size.height));
  const width = Math.round(size.width * shrink);
  const height = Math.round(size.height * shrink);
  const colour = createHash("sha256").update(prompt).digest();
  const random = seededNumbers(colour.readUInt32LE(4));
  const word = wordAt(WORD, { width, height });
  const pixels = Buffer.alloc(width * height * 3);
  for (let index = 0; index < width * height; index += 1) {
    const [x, y] = [index % width, Math.floor(index / width)];
    const stripe = (x + y) % (2 * STRIPE) < STRIPE ? 1 : 0.6;
    const grain = (random() - 0.5) * 200 * (1 - progress);
    const written = word(x, y);
    for (let channel = 0; channel < 3; channel += 1) {
      const own = colour[channel] ?? 0;
      const drawn = (isFigure(x / width, y / height) ? 255 - own : own * stripe) + grain;
      const value = written === "letter" ? 255 : written === "band" ? 24 : drawn;
      pixels[index * 3 + channel] = Math.max(0, Math.min(255, value));
    }
  }
  // Few runs draw: the others start without it.
  const { default: sharp } = await import("sharp");
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(path);
}
