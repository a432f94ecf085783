import { createHash } from "node:crypto";
import { seededNumbers } from "./loss.js";

// A stand-in's picture need not be large; its sides keep their ratio.
const LONGEST = 512;
const STRIPE = 16;

/** A striped picture that nobody takes for a drawn one: coloured by its prompt, less grainy as training goes on. */
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
  const pixels = Buffer.alloc(width * height * 3);
  for (let index = 0; index < width * height; index += 1) {
    const stripe = ((index % width) + Math.floor(index / width)) % (2 * STRIPE) < STRIPE ? 1 : 0.6;
    const grain = (random() - 0.5) * 200 * (1 - progress);
    for (let channel = 0; channel < 3; channel += 1) {
      pixels[index * 3 + channel] = Math.max(0, Math.min(255, (colour[channel] ?? 0) * stripe + grain));
    }
  }
  // Few runs draw: the others start without it.
  const { default: sharp } = await import("sharp");
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(path);
}
