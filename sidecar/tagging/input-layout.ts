/** RGB bytes (size × size × 3) → what a WD tagger takes: BGR, 0–255 floats, rows first. */
export function layOut(pixels: Uint8Array): Float32Array {
  const laidOut = new Float32Array(pixels.length);
  for (let index = 0; index < pixels.length; index += 3) {
    laidOut[index] = pixels[index + 2] ?? 0;
    laidOut[index + 1] = pixels[index + 1] ?? 0;
    laidOut[index + 2] = pixels[index] ?? 0;
  }
  return laidOut;
}
