import { type FileHandle, open } from "node:fs/promises";
import PQueue from "p-queue";
import { bigTiffHeader } from "./big-tiff.js";
import { type Rgb, rgbOf } from "./colours.js";

/** A part of a sheet: its pixels are made when its band is. */
export interface Tile {
  x: number;
  y: number;
  width: number;
  height: number;
  /** RGB, eight bits, width × height. */
  pixels(): Promise<Buffer> | Buffer;
}

export interface TileBand {
  y: number;
  height: number;
  /** Wholly inside the band. */
  tiles: readonly Tile[];
}

// Pictures decoded at once; more would only fill the memory.
const AT_ONCE = 4;

const filled = (pixels: Buffer, colour: Rgb): Buffer => pixels.fill(Buffer.from(colour));

/** Puts a tile's pixels into a band; what sticks out at the right is cut off. */
function place(band: Buffer, bandWidth: number, tile: Tile, top: number, pixels: Buffer): void {
  const bytes = Math.min(tile.width, bandWidth - tile.x) * 3;
  for (let row = 0; row < tile.height; row += 1) {
    const from = row * tile.width * 3;
    pixels.copy(band, ((top + row) * bandWidth + tile.x) * 3, from, from + bytes);
  }
}

async function gap(file: FileHandle, rows: number, width: number, background: Rgb): Promise<void> {
  if (rows <= 0) return;
  const row = filled(Buffer.alloc(width * 3), background);
  for (let index = 0; index < rows; index += 1) await file.appendFile(row);
}

/**
 * Writes a sheet as an uncompressed TIFF, one band at a time: the memory needed is that of its highest band, whatever the
 * size of the sheet.
 */
export async function composeTiff(
  path: string,
  sheet: { width: number; height: number; background: string; bands: readonly TileBand[] },
  { signal, progress }: { signal: AbortSignal; progress(part: number): void },
): Promise<void> {
  const background = rgbOf(sheet.background);
  const file = await open(path, "wx");
  try {
    await file.appendFile(bigTiffHeader(sheet));
    let y = 0;
    for (const band of sheet.bands) {
      signal.throwIfAborted();
      await gap(file, band.y - y, sheet.width, background);
      const pixels = filled(Buffer.allocUnsafe(sheet.width * band.height * 3), background);
      const queue = new PQueue({ concurrency: AT_ONCE });
      await queue.addAll(
        band.tiles.map((tile) => async () => {
          signal.throwIfAborted();
          place(pixels, sheet.width, tile, tile.y - band.y, await tile.pixels());
        }),
      );
      await file.appendFile(pixels);
      y = band.y + band.height;
      progress(y / sheet.height);
    }
    await gap(file, sheet.height - y, sheet.width, background);
  } finally {
    await file.close();
  }
}
