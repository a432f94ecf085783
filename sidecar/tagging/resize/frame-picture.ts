import type { RawImage } from "../../dataset/bmp.js";
import { type Axis, axisOf } from "./axis.js";
import { type Framing, framePlain, onWhite } from "./frame-plain.js";
import { resizeWasm } from "./resize-wasm.js";
import { taps } from "./taps.js";
import type { WebAssembly as Wasm } from "./web-assembly.js";

/** The functions of assembly.ts; addresses in bytes. */
interface ResizeModule {
  across(...numbers: number[]): void;
  down(...numbers: number[]): void;
  overWhite(pixels: number, count: number): void;
}

const PAGE = 65_536;
/** Bytes of pixels worked on at a time: a picture of any size needs no more room than this and its result. */
const STRIP_BYTES = 1 << 20;

function isResizeModule(exports: object): exports is ResizeModule {
  return ["across", "down", "overWhite"].every((name) => typeof Object(exports)[name] === "function");
}

/** The compiled module with its memory, or null where the processor or Node has no SIMD. */
function instantiate(): { module: ResizeModule; memory: Wasm.Memory } | null {
  try {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const compiled = new WebAssembly.Module(Buffer.from(resizeWasm, "base64"));
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
    return isResizeModule(exports) ? { module: exports, memory } : null;
  } catch {
    return null;
  }
}

const rounded = (bytes: number): number => Math.ceil(bytes / 16) * 16;

/** Hands out places in the memory one after the other. */
function places(memory: Wasm.Memory) {
  let end = 0;
  return {
    take(bytes: number): number {
      const place = end;
      // Room for loads that reach a few bytes beyond the last pixel.
      end += rounded(bytes) + 16;
      const missing = end - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      return place;
    },
    put(numbers: Int32Array | Int16Array): number {
      const { buffer, byteOffset, byteLength } = numbers;
      const place = this.take(byteLength);
      new Uint8Array(memory.buffer, place).set(new Uint8Array(buffer, byteOffset, byteLength));
      return place;
    },
  };
}

interface PlacedAxis {
  spans: number;
  weights: number;
  starts: number;
}

const placed = (room: ReturnType<typeof places>, axis: Axis): PlacedAxis => ({
  spans: room.put(axis.spans),
  weights: room.put(axis.weights),
  starts: room.put(axis.starts),
});

function resizeFast(
  { module, memory }: { module: ResizeModule; memory: Wasm.Memory },
  { data, width, height, channels }: RawImage,
  { size, fit, target }: { size: number; fit: Framing["fit"]; target: Uint8Array },
): void {
  const longer = Math.max(width, height);
  const [across, down] = fit === "pad" ? [longer, longer] : [width, height];
  const acrossTaps = taps(across, size);
  const downTaps = down === across ? acrossTaps : taps(down, size);
  const [columns, rows] = [axisOf(width, across, acrossTaps), axisOf(height, down, downTaps)];
  const [wide, high] = [columns.end - columns.first, rows.end - rows.first];
  const wideBytes = wide * 3;
  // One byte more: pixels are written four bytes at a time.
  const lineBytes = rounded(wideBytes + 1);
  const stripRows = Math.max(Math.min(Math.floor(STRIP_BYTES / (width * channels)), height), 1);

  const room = places(memory);
  const strip = room.take(stripRows * width * channels);
  const acrossTable = placed(room, columns);
  const downTable = placed(room, rows);
  // The last group of weights may reach beyond the last line, with weights of zero.
  const lines = room.take((height + 3) * lineBytes);
  const result = room.take(high * lineBytes);
  const bytes = new Uint8Array(memory.buffer);

  for (let top = 0; top < height; top += stripRows) {
    const count = Math.min(stripRows, height - top);
    bytes.set(data.subarray(top * width * channels, (top + count) * width * channels), strip);
    if (channels === 4) module.overWhite(strip, count * width);
    const { spans, weights, starts } = acrossTable;
    const to = lines + top * lineBytes;
    module.across(strip, width, count, to, lineBytes, wide, spans, weights, columns.stride, starts);
  }
  const { spans, weights, starts } = downTable;
  module.down(lines, lineBytes, result, high, spans, weights, rows.stride, starts);

  target.fill(255);
  for (let row = 0; row < high; row += 1) {
    const from = result + row * lineBytes;
    target.set(bytes.subarray(from, from + wideBytes), ((rows.first + row) * size + columns.first) * 3);
  }
}

const fast = instantiate();

/**
 * What a tagger looks at, as RGB bytes (size × size × 3, rows first), in `target`: the picture composited on white, in the middle of
 * a square of the ground's colour (or stretched), resized by Pillow's 8-bit bicubic unless it has that size already.
 * On white this is what every WD tagger takes. Source: the tagger author's own demonstration program; equal to it to the bit.
 */
export function framePicture(
  image: RawImage,
  size: number,
  framing: Framing = onWhite,
  target: Uint8Array = new Uint8Array(size * size * 3),
): Uint8Array {
  const { width, height } = image;
  const isWhite = framing.ground.every((part) => part === 255);
  // The fast way knows a white border only, and always goes across and down.
  const isFast =
    framing.fit === "pad" ? isWhite && Math.max(width, height) !== size : width !== size && height !== size;
  if (fast !== null && isFast) resizeFast(fast, image, { size, fit: framing.fit, target });
  else target.set(framePlain(image, size, framing));
  return target;
}
