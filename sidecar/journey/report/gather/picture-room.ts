import PQueue from "p-queue";
import { openPicture } from "../../../dataset/decode.js";
import type { ReportPicture } from "../report-facts.js";

const AT_ONCE = 2;
const QUALITY = 74;
// WebP of photographs at this quality, a third more as text.
const BYTES_PER_PIXEL = 0.2;

interface Room {
  /** Bytes of the page that all pictures may take together, about. */
  bytes: number;
  /** Longest side in pixels, at least and at most. */
  sides: readonly [least: number, most: number];
}

/** Longest side of each of so many pictures, so that all fit. */
export function sideFor(count: number, { bytes, sides: [least, most] }: Room): number {
  const side = Math.sqrt(bytes / Math.max(1, count) / BYTES_PER_PIXEL);
  return Math.round(Math.min(most, Math.max(least, side)));
}

/** How many pictures fit at their smallest. */
export const mostIn = ({ bytes, sides: [least] }: Room): number =>
  Math.max(1, Math.floor(bytes / (least * least * BYTES_PER_PIXEL)));

/** `most` of them at even distances, the first and the last among them. */
export function evenly<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  const last = Math.max(1, most - 1);
  const places = new Set(Array.from({ length: most }, (_, index) => Math.round((index * (all.length - 1)) / last)));
  return all.filter((_, index) => places.has(index));
}

/** A picture as it stands in the page; null for one that cannot be read. What the file says of itself stays behind. */
export async function insidePicture(path: string, side: number): Promise<ReportPicture | null> {
  try {
    const { data, info } = await (await openPicture(path))
      .resize(side, side, { fit: "inside", withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    return { data: `data:image/webp;base64,${data.toString("base64")}`, width, height };
  } catch {
    return null;
  }
}

/** All of these as small as it takes: drawn anew, smaller, where they turned out larger than usual. */
export async function insidePictures(
  paths: readonly string[],
  room: Room,
  signal: AbortSignal,
): Promise<Map<string, ReportPicture>> {
  const different = [...new Set(paths)];
  const drawn = async (side: number): Promise<Map<string, ReportPicture>> => {
    const queue = new PQueue({ concurrency: AT_ONCE });
    const found = new Map<string, ReportPicture>();
    await queue.addAll(
      different.map((path) => async () => {
        signal.throwIfAborted();
        const picture = await insidePicture(path, side);
        if (picture) found.set(path, picture);
      }),
    );
    return found;
  };
  const side = sideFor(different.length, room);
  const first = await drawn(side);
  const bytes = [...first.values()].reduce((sum, { data }) => sum + data.length, 0);
  const [least] = room.sides;
  const smaller = Math.max(least, Math.floor(side * Math.sqrt(room.bytes / Math.max(1, bytes))));
  return bytes > room.bytes * 1.2 && smaller < side ? drawn(smaller) : first;
}
