import type { RawImage } from "../../bmp.js";

export interface Transparency {
  /** Share of pixels that are more or less transparent, 0–1. */
  share: number;
  /** `#rrggbb`: the mean colour that lies below them, "" for none; a trainer that drops the alpha channel sees it. */
  hiddenColour: string;
}

// Rounding leaves alpha of 253 and 254 in pictures that nobody made transparent; hidden texts use the last bit.
const OPAQUE = 250;

/** How much of a picture is transparent. */
export function transparencyOf({ data, channels, width, height }: RawImage): Transparency {
  if (channels === 3) return { share: 0, hiddenColour: "" };
  const sums = [0, 0, 0];
  let clear = 0;
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) >= OPAQUE) continue;
    clear += 1;
    for (let channel = 0; channel < 3; channel += 1) sums[channel] = (sums[channel] ?? 0) + (data[at + channel] ?? 0);
  }
  if (clear === 0) return { share: 0, hiddenColour: "" };
  const hex = sums.map((sum) =>
    Math.round(sum / clear)
      .toString(16)
      .padStart(2, "0"),
  );
  return { share: clear / (width * height), hiddenColour: `#${hex.join("")}` };
}
