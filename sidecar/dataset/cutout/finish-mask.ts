import type { RawImage } from "../bmp.js";
import { backgroundColour, composite } from "./composite.js";
import { despeckled } from "./despeckle.js";
import { type EdgeDoubt, edgeDoubt } from "./edge-doubt.js";
import { foregroundColours } from "./foreground.js";
import { type Mask, thresholded } from "./mask.js";
import { matted } from "./matte.js";
import type { CutoutSettings } from "./settings.js";
import { withoutStealth } from "./stealth-infotext.js";

/** A picture's colours, and its own transparency; hidden infotext is no transparency. */
export function opaqueColours(image: RawImage): { rgb: Uint8Array; alpha: Uint8Array | null } {
  const { data, channels } = withoutStealth(image);
  if (channels === 3) return { rgb: data, alpha: null };
  const rgb = new Uint8Array((data.length / 4) * 3);
  const alpha = new Uint8Array(data.length / 4);
  for (let pixel = 0; pixel < alpha.length; pixel += 1) {
    const own = data[pixel * 4 + 3] ?? 255;
    alpha[pixel] = own;
    // What was transparent is white to the model, as to the taggers.
    for (let channel = 0; channel < 3; channel += 1) {
      rgb[pixel * 3 + channel] = Math.floor((own * (data[pixel * 4 + channel] ?? 0) + (255 - own) * 255 + 127) / 255);
    }
  }
  return { rgb, alpha: alpha.every((value) => value === 255) ? null : alpha };
}

interface Finished extends EdgeDoubt {
  picture: RawImage;
  mask: Mask;
}

/** From a model's mask to the picture without its background. What was transparent before stays so. */
export function finishMask(
  { rgb, alpha }: { rgb: Uint8Array; alpha: Uint8Array | null },
  raw: Mask,
  { background, threshold, despeckle, matting, decontaminate }: CutoutSettings,
): Finished {
  const clean = despeckled(raw, despeckle);
  const hard = threshold === null ? clean : thresholded(clean, threshold);
  const fine = matting === null ? hard : matted(rgb, hard, matting);
  const mask = {
    ...fine,
    data:
      alpha === null ? fine.data : fine.data.map((value, pixel) => Math.round((value * (alpha[pixel] ?? 255)) / 255)),
  };
  const hasEdges = mask.data.some((value) => value > 0 && value < 255);
  const colours = decontaminate && hasEdges ? foregroundColours(rgb, mask) : rgb;
  return { picture: composite(colours, mask, backgroundColour(background)), mask, ...edgeDoubt(mask) };
}
