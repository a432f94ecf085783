import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import type { RawImage } from "../bmp.js";
import type { Mask } from "./mask.js";

type Colour = readonly [red: number, green: number, blue: number];

/** `transparent`, `white` or `#rrggbb`, as a colour; null for transparent. @throws StudioError "badArguments" */
export function backgroundColour(background: string): Colour | null {
  if (background === "transparent") return null;
  if (background === "white") return [255, 255, 255];
  const digits = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(background);
  if (digits) {
    const [red = 0, green = 0, blue = 0] = digits.slice(1).map((pair) => Number.parseInt(pair, 16));
    return [red, green, blue];
  }
  throw new StudioError(
    "badArguments",
    say('The background is transparent, white or a colour; found "{background}".', { background }),
    say("For instance #00ff00, with quotes in a shell."),
  );
}

/**
 * The subject on a background. On a colour each byte is (alpha × subject + (255 − alpha) × colour) ÷ 255, halves up. When
 * transparent, the subject's bytes stay as they are and alpha is the mask; where nothing of it is left the colour is
 * white, because many programs, trainers among them, drop the alpha channel and would see the old background again.
 * @param rgb three bytes a pixel
 */
export function composite(rgb: Uint8Array, { data: alpha, width, height }: Mask, colour: Colour | null): RawImage {
  const pixels = width * height;
  if (colour === null) {
    const data = new Uint8Array(pixels * 4);
    for (let pixel = 0; pixel < pixels; pixel += 1) {
      const share = alpha[pixel] ?? 0;
      for (let channel = 0; channel < 3; channel += 1) {
        data[pixel * 4 + channel] = share === 0 ? 255 : (rgb[pixel * 3 + channel] ?? 0);
      }
      data[pixel * 4 + 3] = share;
    }
    return { data, width, height, channels: 4 };
  }
  const data = new Uint8Array(pixels * 3);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const share = alpha[pixel] ?? 0;
    for (let channel = 0; channel < 3; channel += 1) {
      const sum = share * (rgb[pixel * 3 + channel] ?? 0) + (255 - share) * (colour[channel] ?? 0);
      data[pixel * 3 + channel] = Math.floor((sum + 127) / 255);
    }
  }
  return { data, width, height, channels: 3 };
}
