/** Red, green and blue, 0–255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

const within = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));

export const css = ([red, green, blue]: Colour): string => `rgb(${within(red)},${within(green)},${within(blue)})`;

/** @param part 0: `from`; 1: `to` */
export const mix = (from: Colour, to: Colour, part: number): Colour => [
  from[0] + (to[0] - from[0]) * part,
  from[1] + (to[1] - from[1]) * part,
  from[2] + (to[2] - from[2]) * part,
];

// Shadows of drawn figures lean to violet, lights to cream.
const SHADOW: Colour = [58, 30, 74];
const LIGHT: Colour = [255, 250, 236];

export const darker = (colour: Colour, part: number): Colour => mix(colour, SHADOW, part);
export const lighter = (colour: Colour, part: number): Colour => mix(colour, LIGHT, part);
