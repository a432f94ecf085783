import { cellPicture } from "../../../../state/sweep.js";

/** Sizes that the sidecar makes, longest side; 0 stands for the picture as it is. */
const SERVED = [128, 256, 512, 1024];
/** Longest side of the smallest, which are kept of all pictures: 5,000 of them take about 40 MB. */
const TINY = 48;
/** Pixels of all larger ones together, 4 bytes each: two screens full in a few sizes. */
const MOST_PIXELS = 24e6;
const DOWNLOADS = 8;

interface Kept {
  bitmap: ImageBitmap;
  size: number;
}

/** The size that is sharp enough for so many pixels; 0: the picture as it is. */
export const sizeFor = (pixels: number): number =>
  pixels <= TINY ? TINY : (SERVED.find((size) => size >= pixels * 0.8) ?? 0);

const sharpness = (size: number): number => (size === 0 ? Number.POSITIVE_INFINITY : size);

async function load(picture: string, size: number): Promise<ImageBitmap> {
  const answer = await fetch(cellPicture(picture, size === 0 ? undefined : Math.max(size, SERVED[0] ?? size)));
  if (!answer.ok) throw new Error(`${answer.status}`);
  const blob = await answer.blob();
  if (size !== TINY) return createImageBitmap(blob);
  const whole = await createImageBitmap(blob);
  const part = Math.min(1, TINY / Math.max(whole.width, whole.height));
  const sides = {
    resizeWidth: Math.max(1, Math.round(whole.width * part)),
    resizeHeight: Math.max(1, Math.round(whole.height * part)),
  };
  const small = await createImageBitmap(whole, { ...sides, resizeQuality: "medium" });
  whole.close();
  return small;
}

/**
 * Pictures that were loaded, small ones of all and large ones of those looked at last.
 * @param onLoad called whenever one came
 */
export function wallBitmaps(onLoad: () => void) {
  const tiny = new Map<string, Kept>();
  /** Oldest first. */
  const large = new Map<string, Kept>();
  const failed = new Set<string>();
  const running = new Set<string>();
  let wanted = new Map<string, { picture: string; size: number }>();
  let pixels = 0;
  let isOpen = true;

  const keep = (key: string, picture: string, kept: Kept): void => {
    if (kept.size === TINY) {
      tiny.set(picture, kept);
      return;
    }
    large.set(key, kept);
    pixels += kept.bitmap.width * kept.bitmap.height;
    for (const [oldest, { bitmap }] of large) {
      if (pixels <= MOST_PIXELS || oldest === key) break;
      pixels -= bitmap.width * bitmap.height;
      bitmap.close();
      large.delete(oldest);
    }
  };

  const pump = (): void => {
    while (running.size < DOWNLOADS) {
      const [next] = wanted;
      if (next === undefined) return;
      const [key, { picture, size }] = next;
      wanted.delete(key);
      running.add(key);
      load(picture, size)
        .then(
          (bitmap) => {
            if (isOpen) keep(key, picture, { bitmap, size });
            else bitmap.close();
          },
          () => failed.add(key),
        )
        .finally(() => {
          running.delete(key);
          if (!isOpen) return;
          onLoad();
          pump();
        });
    }
  };

  return {
    /** The best that is there; asks for a better one where it is not sharp enough. */
    take(picture: string, size: number): ImageBitmap | null {
      let best: Kept | null = tiny.get(picture) ?? null;
      for (const served of [...SERVED, 0]) {
        const key = `${picture} ${served}`;
        const kept = large.get(key);
        if (!kept) continue;
        // Used last, kept longest.
        large.delete(key);
        large.set(key, kept);
        if (best === null || sharpness(best.size) < sharpness(size)) best = kept;
      }
      const key = `${picture} ${size}`;
      const isSharp = best !== null && sharpness(best.size) >= sharpness(size);
      if (!isSharp && !failed.has(key) && !running.has(key)) wanted.set(key, { picture, size });
      return best?.bitmap ?? null;
    },
    /** Begins with what was asked for since; what is no longer wanted is not loaded. */
    pump,
    forgetWishes(): void {
      wanted = new Map();
    },
    /** How many are on their way or wait for it. */
    pending: (): number => wanted.size + running.size,
    close(): void {
      isOpen = false;
      wanted.clear();
      for (const { bitmap } of [...tiny.values(), ...large.values()]) bitmap.close();
    },
  };
}

export type WallBitmaps = ReturnType<typeof wallBitmaps>;
