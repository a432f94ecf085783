import sharp from "sharp";
import { withPngText } from "../../pictures/png-text.js";
import type { Pixels } from "../../pictures/ruin.js";

/** PNG of the pixels with the infotext where the WebUI puts it: chunk `parameters`, before the pixels. */
export async function pngOf({ data, width, height }: Pixels, text: string | null): Promise<Buffer> {
  const png = await sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 3 })
    .toBuffer();
  return text === null ? png : withPngText(png, "parameters", text);
}
