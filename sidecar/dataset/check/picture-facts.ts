import type { BackgroundKind } from "./measures/background.js";
import type { Detail } from "./measures/bands.js";
import type { Exposure } from "./measures/exposure.js";
import type { SubjectBox } from "./measures/subject.js";

/** Rises when a measure changes: what was kept of an older one is measured again. */
export const MEASURE_VERSION = 2;

export interface PictureFacts {
  /** As they are stored, in pixels. */
  width: number;
  height: number;
  /** What the bytes are, whatever the file is called: "png", "jpeg", "webp" … */
  format: string;
  /** EXIF: 1 is upright. */
  orientation: number;
  frames: number;
  colours: "rgb" | "grey" | "cmyk" | "16-bit";
  /** Share of pixels that are more or less transparent, and the mean colour below them, which the trainer sees. */
  transparent: number;
  hiddenColour: string;
  /** 1–100 for a JPEG file, else null. */
  jpegQuality: number | null;
  /** The following are measured at training resolution: 1024 × 1024 pixels of area or fewer. Null: cannot be told. */
  detail: Detail | null;
  noise: number | null;
  exposure: Exposure | null;
  /** Standard deviation of the brightness. */
  contrast: number;
  /** Lines that look like text. */
  textLines: number;
  /** The following are measured at the picture's own size: how far blocks stand out, 1 for not at all. */
  blocking: number;
  /** Times it was enlarged by repeating pixels, 1 for none; smoothly, null for no trace of it. */
  repeats: number;
  enlarged: number | null;
  /** Pixels of a frame: left, top, right, bottom. */
  border: [number, number, number, number];
  /** Where the subject lies, in parts of width and height; null before a busy background. */
  subject: SubjectBox | null;
  background: BackgroundKind;
  backgroundColour: string;
}

const number = (value: unknown): number => {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new Error(`a measure that is no number: ${value}`);
  return value;
};
const numberOrNull = (value: unknown): number | null => (value === null ? null : number(value));
const one = <T extends string>(value: unknown, known: readonly T[]): T => {
  const found = known.find((name) => name === value);
  if (found === undefined) throw new Error(`an unknown kind: ${value}`);
  return found;
};
const backgrounds: readonly BackgroundKind[] = ["transparent", "white", "black", "plain", "busy", "unsure"];

function parseDetail(value: unknown): Detail | null {
  if (value === null) return null;
  const { fine, top, tiles } = Object(value);
  return { fine: number(fine), top: number(top), tiles: number(tiles) };
}

function parseExposure(value: unknown): Exposure | null {
  if (value === null) return null;
  const { dark, middle, light, white, black } = Object(value);
  return {
    dark: number(dark),
    middle: number(middle),
    light: number(light),
    white: number(white),
    black: number(black),
  };
}

function parseSubject(value: unknown): SubjectBox | null {
  if (!Array.isArray(value)) return null;
  const [left, top, right, bottom]: unknown[] = value;
  return [number(left), number(top), number(right), number(bottom)];
}

/** Facts as the state keeps them. @throws Error for what this version did not write */
export function parseFacts(stored: unknown): PictureFacts {
  const facts = Object(stored);
  const [left, top, right, bottom] = Array.isArray(facts.border) ? facts.border : [];
  return {
    width: number(facts.width),
    height: number(facts.height),
    format: String(facts.format),
    orientation: number(facts.orientation),
    frames: number(facts.frames),
    colours: one(facts.colours, ["rgb", "grey", "cmyk", "16-bit"]),
    transparent: number(facts.transparent),
    hiddenColour: String(facts.hiddenColour),
    jpegQuality: numberOrNull(facts.jpegQuality),
    detail: parseDetail(facts.detail),
    noise: numberOrNull(facts.noise),
    exposure: parseExposure(facts.exposure),
    contrast: number(facts.contrast),
    textLines: number(facts.textLines),
    blocking: number(facts.blocking),
    repeats: number(facts.repeats),
    enlarged: numberOrNull(facts.enlarged),
    border: [number(left), number(top), number(right), number(bottom)],
    subject: parseSubject(facts.subject),
    background: one(facts.background, backgrounds),
    backgroundColour: String(facts.backgroundColour),
  };
}
