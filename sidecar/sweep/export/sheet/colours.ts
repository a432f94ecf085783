export interface Colours {
  /** "#rrggbb" */
  background: string;
  text: string;
  /** Of what is told by the way. */
  faint: string;
  /** Where a picture is missing. */
  empty: string;
  /** Of what says that nothing real was drawn. */
  rehearsal: string;
}

export type Rgb = readonly [number, number, number];

export const rgbOf = (colour: string): Rgb => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];

const hex = (rgb: Rgb): string => `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;

const mixed = (one: Rgb, other: Rgb, part: number): Rgb => [
  one[0] + (other[0] - one[0]) * part,
  one[1] + (other[1] - one[1]) * part,
  one[2] + (other[2] - one[2]) * part,
];

/** Dark text on a light ground and the other way round. Luma by ITU-R BT.601. */
export function coloursOn(background: string): Colours {
  const ground = rgbOf(background);
  const isLight = 0.299 * ground[0] + 0.587 * ground[1] + 0.114 * ground[2] > 127;
  const text: Rgb = isLight ? [17, 19, 24] : [240, 242, 246];
  return {
    background,
    text: hex(text),
    faint: hex(mixed(text, ground, 0.35)),
    empty: hex(mixed(ground, text, 0.09)),
    rehearsal: isLight ? "#b45309" : "#fbbf24",
  };
}

export const WRONG = "#c62b2b";
