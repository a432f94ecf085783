import { chance } from "./chance.js";

/** Three bytes a pixel. */
export interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}

/** Grain over everything. @param deviation in levels of 255 */
export function addGrain({ data }: Pixels, deviation: number, seed: number): void {
  if (deviation <= 0) return;
  let state = (Math.imul(seed, 2654435761) ^ 0x9e3779b9) >>> 0 || 1;
  // Two even numbers add up to a triangle, near enough to a bell.
  const reach = (deviation * 2.45) / 65536;
  for (let index = 0; index < data.length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const value = (data[index] ?? 0) + ((state & 0xffff) + ((state >>> 16) & 0xffff) - 65536) * reach * 0.5;
    data[index] = Math.max(0, Math.min(255, value));
  }
}

/** Contrast and colour pushed past what a picture can hold. @param part 0 to 1 */
export function burn({ data }: Pixels, part: number): void {
  if (part <= 0) return;
  const [contrast, colour] = [1 + 0.9 * part, 1 + 1.5 * part];
  for (let at = 0; at < data.length; at += 3) {
    const mean = ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
    for (let channel = 0; channel < 3; channel += 1) {
      const value = (mean - 138) * contrast + 138 + ((data[at + channel] ?? 0) - mean) * colour;
      data[at + channel] = Math.max(0, Math.min(255, value));
    }
  }
}

/** Rows slip aside and streaks of wrong colours come, as drawn by a LoRA at too high a strength. @param part 0 to 1 */
export function melt(pixels: Pixels, part: number, seed: number): void {
  if (part <= 0) return;
  const { data, width, height } = pixels;
  const draw = chance("melt", seed);
  const unit = Math.max(2, Math.round(height / 96));
  for (let top = 0; top < height; top += unit * 2) {
    if (draw.next() > part * 0.7) continue;
    const slip = Math.round(draw.bell() * width * 0.06 * part);
    for (let y = top; y < Math.min(height, top + unit * 2); y += 1) {
      const row = Buffer.from(data.subarray(y * width * 3, (y + 1) * width * 3));
      for (let x = 0; x < width; x += 1) {
        const from = Math.max(0, Math.min(width - 1, x - slip)) * 3;
        row.copy(data, (y * width + x) * 3, from, from + 3);
      }
    }
  }
  const streaks = Math.round(240 * part ** 1.4);
  for (let streak = 0; streak < streaks; streak += 1) {
    const [left, top] = [Math.floor(draw.next() * width), Math.floor(draw.next() * height)];
    const [wide, high] = [unit * (2 + Math.floor(draw.next() * 9)), unit * (1 + Math.floor(draw.next() * 2))];
    const colour = [draw.next(), draw.next(), draw.next()].map((value) => (value > 0.5 ? 235 : 60) + value * 20);
    for (let y = top; y < Math.min(height, top + high); y += 1) {
      for (let x = left; x < Math.min(width, left + wide); x += 1) {
        for (let channel = 0; channel < 3; channel += 1) {
          const at = (y * width + x) * 3 + channel;
          data[at] = (data[at] ?? 0) * 0.25 + (colour[channel] ?? 0) * 0.75;
        }
      }
    }
  }
}
