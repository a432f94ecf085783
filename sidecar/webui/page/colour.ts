/** A colour in sRGB, each part 0 to 255. */
export interface Colour {
  red: number;
  green: number;
  blue: number;
}

const functional = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)\s*(?:[,/]\s*([\d.]+)\s*)?\)$/;
const hexadecimal = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i;

/** An opaque colour as browsers compute it (`rgb(31, 41, 55)`) or as style sheets write it (`#1f2937`); else null. */
export function parseColour(text: string): Colour | null {
  const digits = hexadecimal.exec(text.trim());
  if (digits) {
    const [, red = "", green = "", blue = ""] = digits;
    return { red: Number.parseInt(red, 16), green: Number.parseInt(green, 16), blue: Number.parseInt(blue, 16) };
  }
  const parts = functional.exec(text.trim());
  if (!parts || (parts[4] !== undefined && Number(parts[4]) < 1)) return null;
  return { red: Number(parts[1]), green: Number(parts[2]), blue: Number(parts[3]) };
}

export const writeColour = ({ red, green, blue }: Colour): string =>
  `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)})`;

const linear = (part: number): number => {
  const value = part / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance, 0 (black) to 1 (white): WCAG 2.2, "relative luminance". */
const luminance = ({ red, green, blue }: Colour): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** Contrast ratio, 1 to 21: WCAG 2.2, "contrast ratio". */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** `part` (0 to 1) of `second` in `first`. */
export function mix(first: Colour, second: Colour, part: number): Colour {
  const between = (one: number, other: number): number => one + (other - one) * part;
  return {
    red: between(first.red, second.red),
    green: between(first.green, second.green),
    blue: between(first.blue, second.blue),
  };
}

/** Hue in degrees and chroma 0 to 255 (largest part minus smallest), as in the HSV model. */
export function hueOf({ red, green, blue }: Colour): { hue: number; chroma: number } {
  const largest = Math.max(red, green, blue);
  const chroma = largest - Math.min(red, green, blue);
  if (chroma === 0) return { hue: 0, chroma };
  const sixth =
    largest === red
      ? (green - blue) / chroma
      : largest === green
        ? (blue - red) / chroma + 2
        : (red - green) / chroma + 4;
  return { hue: (sixth * 60 + 360) % 360, chroma };
}
