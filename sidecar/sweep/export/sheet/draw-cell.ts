import { type Colours, rgbOf, WRONG } from "./colours.js";
import { drawLabel, type Label } from "./draw-label.js";

export interface CellBox {
  width: number;
  height: number;
  colours: Colours;
  /** What is written on it; null for nothing. */
  remark: string | null;
  /** Size of the remark's letters. */
  size: number;
}

interface Pixels {
  width: number;
  height: number;
  pixels: Buffer;
}

function put(onto: Pixels, label: Label, x: number, y: number): void {
  for (let row = 0; row < label.height; row += 1) {
    const from = row * label.width * 3;
    label.pixels.copy(onto.pixels, ((y + row) * onto.width + x) * 3, from, from + label.width * 3);
  }
}

function frame({ width, height, pixels }: Pixels, colour: string): void {
  const line = Buffer.from(rgbOf(colour));
  const thick = Math.max(2, Math.round(Math.min(width, height) / 100));
  for (let y = 0; y < height; y += 1) {
    const isEdge = y < thick || y >= height - thick;
    const spans = isEdge
      ? [[0, width]]
      : [
          [0, thick],
          [Math.max(0, width - thick), width],
        ];
    for (const [from = 0, to = 0] of spans) pixels.fill(line, (y * width + from) * 3, (y * width + to) * 3);
  }
}

/** The place of a picture that is not there, with what is to be said of it. */
export async function emptyCell({ width, height, colours, remark, size }: CellBox): Promise<Buffer> {
  const ground = remark === null ? colours.background : colours.empty;
  const cell = { width, height, pixels: Buffer.alloc(width * height * 3).fill(Buffer.from(rgbOf(ground))) };
  if (remark === null) return cell.pixels;
  const wish = { text: remark, size, width: width - 4, height: height - 4, colour: colours.faint, background: ground };
  const label = await drawLabel({ ...wish, bold: false });
  put(cell, label, Math.floor((width - label.width) / 2), Math.floor((height - label.height) / 2));
  return cell.pixels;
}

/** A picture at the size of its cell; one that is not proven is framed and says why. @throws when it cannot be read */
export async function pictureCell(path: string, { width, height, colours, remark, size }: CellBox): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const pixels = await sharp(path, { limitInputPixels: 600_000_000 })
    .resize(width, height, { fit: "fill" })
    .flatten({ background: colours.background })
    .toColourspace("srgb")
    .raw()
    .toBuffer();
  if (remark === null) return pixels;
  const cell = { width, height, pixels };
  const wish = { text: remark, size, width: width - 8, height: Math.floor(height / 3) };
  const label = await drawLabel({ ...wish, colour: "#ffffff", background: WRONG });
  const [above, top] = [4, Math.max(0, height - label.height - 8)];
  pixels.fill(Buffer.from(rgbOf(WRONG)), top * width * 3);
  put(cell, label, Math.max(0, Math.floor((width - label.width) / 2)), Math.min(top + above, height - label.height));
  frame(cell, WRONG);
  return pixels;
}
