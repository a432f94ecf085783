import type { InputLayout } from "./model-layout.js";

/**
 * One picture as a model's numbers: `pixels` are size × size × 3 as preparation gives them (RGB, 0–255, rows first).
 * They are written to `target` from `at` on.
 */
export function layOut(
  pixels: ArrayLike<number>,
  { order, channels, multiply, add }: InputLayout,
  { target, at }: { target: Float32Array; at: number },
): void {
  const count = pixels.length / 3;
  const [step, plane] = order === "NHWC" ? [3, 1] : [1, count];
  for (let colour = 0; colour < 3; colour += 1) {
    const scale = multiply[colour] ?? 1;
    const shift = add[colour] ?? 0;
    let to = at + (channels === "RGB" ? colour : 2 - colour) * plane;
    for (let from = colour; from < pixels.length; from += 3) {
      target[to] = (pixels[from] ?? 0) * scale + shift;
      to += step;
    }
  }
}
