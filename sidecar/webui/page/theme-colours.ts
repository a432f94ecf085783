import { type Colour, contrast, hueOf, mix, writeColour } from "./colour.js";

/** What a WebUI's theme has; null where it has none, or one that is not a plain colour. */
export interface HostColours {
  ground: Colour | null;
  surface: Colour | null;
  raised: Colour | null;
  line: Colour | null;
  text: Colour | null;
  muted: Colour | null;
  /** Best first. */
  accents: readonly Colour[];
}

/** Our page's own colours that have a meaning each. */
export interface MeaningColours {
  accent: Colour;
  green: Colour;
  amber: Colour;
  red: Colour;
}

export type ColourName =
  | "ground"
  | "surface"
  | "raised"
  | "line"
  | "text"
  | "muted"
  | "accent"
  | "on-accent"
  | "green"
  | "amber"
  | "red";

// WCAG 2.2, 1.4.3: text of normal size.
const READABLE = 4.5;
// Nearer than this, "selected" would look like "look here", "good" or "broken".
const HUES_APART_DEGREES = 32;
// Greys have no hue to speak of, and would not look selected.
const LEAST_CHROMA = 60;
const MIXING_STEPS = 20;

const worst = (colour: Colour, grounds: readonly Colour[]): number =>
  Math.min(...grounds.map((ground) => contrast(colour, ground)));

/** The colour, moved towards `text` until it can be read on all grounds. */
function readable(colour: Colour, text: Colour, grounds: readonly Colour[]): Colour {
  for (let step = 0; step < MIXING_STEPS; step++) {
    const moved = mix(colour, text, step / MIXING_STEPS);
    if (worst(moved, grounds) >= READABLE) return moved;
  }
  return text;
}

function isApart(colour: Colour, others: readonly Colour[]): boolean {
  const { hue, chroma } = hueOf(colour);
  if (chroma < LEAST_CHROMA) return false;
  return others.every((other) => {
    const distance = Math.abs(hue - hueOf(other).hue);
    return Math.min(distance, 360 - distance) >= HUES_APART_DEGREES;
  });
}

/**
 * Our page's colours in a WebUI's theme: its grounds, lines and text as they are, the rest kept readable (4.5:1) and
 * of one meaning each. Null when the theme's own text could not be read on its own grounds, or is not known.
 */
export function themeColours(host: HostColours, own: MeaningColours): Record<ColourName, string> | null {
  const { ground, text } = host;
  if (ground === null || text === null) return null;
  const surface = host.surface ?? ground;
  const raised = host.raised ?? surface;
  const grounds = [ground, surface, raised];
  if (worst(text, grounds) < READABLE) return null;
  const meanings = [own.green, own.amber, own.red];
  const accent = readable(host.accents.find((one) => isApart(one, meanings)) ?? own.accent, text, grounds);
  const written = (colour: Colour): string => writeColour(readable(colour, text, grounds));
  const [white, black]: [Colour, Colour] = [
    { red: 255, green: 255, blue: 255 },
    { red: 0, green: 0, blue: 0 },
  ];
  return {
    ground: writeColour(ground),
    surface: writeColour(surface),
    raised: writeColour(raised),
    line: writeColour(host.line ?? mix(surface, text, 0.2)),
    text: writeColour(text),
    muted: written(host.muted ?? mix(text, surface, 0.3)),
    accent: writeColour(accent),
    "on-accent": writeColour(contrast(white, accent) >= contrast(black, accent) ? white : black),
    green: written(own.green),
    amber: written(own.amber),
    red: written(own.red),
  };
}
