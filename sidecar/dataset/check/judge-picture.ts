import { extname } from "node:path";
import type { CheckWords } from "../../words/check-en.js";
import { isTrained } from "../trained-formats.js";
import type { PictureFacts } from "./picture-facts.js";

export type Severity = "error" | "warning" | "note";
type ProblemKind = keyof CheckWords["problems"];

/** What is wrong with a picture or a set; words are made of the kind and its values. */
export interface Problem {
  kind: ProblemKind;
  severity: Severity;
  values: Record<string, string | number>;
}

const suffixes: Record<string, readonly string[]> = {
  png: [".png"],
  jpeg: [".jpg", ".jpeg"],
  webp: [".webp"],
  bmp: [".bmp"],
  gif: [".gif"],
  heif: [".avif"],
  tiff: [".tif", ".tiff"],
};

/**
 * Where sharp pictures end, found with photographs, cut-outs and drawings of several Linux distributions' artwork: of a
 * hundred clean ones 2 lie below, of the same ones enlarged twice, or blurred by 1.5 pixels, 95 and 98.
 */
const SHARP_TOP = 0.025;
// Blur takes from all octaves; an enlargement leaves the ones below whole.
const BLURRED_SHARE = 0.018;
const NOISY = 7;
// Quality 75, which many cameras and sites use, reaches 2.6 with 4 of 100 pictures.
const BLOCKY = 2.6;
const COARSE_QUALITY = 50;
const LONG = 3;
const FLAT = 4;

const problem = (kind: ProblemKind, severity: Severity, values: Problem["values"] = {}): Problem => ({
  kind,
  severity,
  values,
});

const share = (value: number): number => Math.round(value * 100);

function fileProblems(path: string, facts: PictureFacts, maxSize: number): Problem[] {
  const { width, height, format, orientation, frames, colours, transparent, hiddenColour } = facts;
  const found: Problem[] = [];
  const suffix = extname(path).toLowerCase();
  if (!isTrained(path)) found.push(problem("passedOver", "warning", { suffix: extname(path) }));
  else if (suffixes[format]?.includes(suffix) === false) found.push(problem("wrongSuffix", "note", { suffix, format }));
  const size = { width, height };
  if (width * height > maxSize ** 2) found.push(problem("large", "warning", { ...size, limit: maxSize }));
  if (width * height < (maxSize / 2) ** 2) found.push(problem("small", "warning", { ...size, limit: maxSize / 2 }));
  if (Math.max(width / height, height / width) > LONG) found.push(problem("long", "warning", size));
  if (orientation !== 1) found.push(problem("turned", "warning", { orientation }));
  if (colours === "cmyk") found.push(problem("cmyk", "warning"));
  if (colours === "grey") found.push(problem("grey", "note"));
  if (colours === "16-bit") found.push(problem("deep", "note"));
  if (transparent > 0.001) {
    found.push(problem("transparent", "warning", { percent: Math.max(1, share(transparent)), colour: hiddenColour }));
  }
  if (frames > 1) found.push(problem("animated", "note", { frames }));
  return found;
}

/** How many times it was enlarged, of the two that leave the same trace. */
function times({ enlarged, detail }: PictureFacts): number {
  if (enlarged === null || detail === null) return 1;
  // A wave of three pixels is that of 3 times, and of 1.5 times, which leaves more detail.
  return detail.top < SHARP_TOP / 2 ? enlarged : enlarged / (enlarged - 1);
}

function softness(facts: PictureFacts): Problem[] {
  const { detail, repeats, enlarged, blocking } = facts;
  if (repeats > 1) return [problem("jagged", "warning", { times: repeats })];
  if (detail === null) return [];
  // Blocks of eight pixels leave waves of their own.
  const isBlocks = blocking > 1.3 && enlarged !== null && enlarged > 2.2;
  if (enlarged !== null && !isBlocks && detail.top < 2 * SHARP_TOP) {
    return [problem("enlarged", "warning", { times: Math.round(10 * times(facts)) / 10 })];
  }
  if (detail.top >= SHARP_TOP) return [];
  return [problem(detail.top / detail.fine < BLURRED_SHARE ? "blurred" : "soft", "warning")];
}

function lightProblems({ exposure, contrast }: PictureFacts): Problem[] {
  if (contrast < FLAT) return [problem("flat", "warning")];
  if (exposure === null) return [];
  if (exposure.light < 55) return [problem("dark", "warning")];
  if (exposure.white > 0.5 || (exposure.dark > 120 && exposure.middle > 225)) {
    return [problem("bright", "warning", { percent: share(exposure.white) })];
  }
  return [];
}

/** What hinders training with a picture. @param maxSize the picture may have so many pixels squared */
export function judgePicture(path: string, facts: PictureFacts, maxSize: number): Problem[] {
  const { noise, blocking, jpegQuality, border, textLines, repeats } = facts;
  const found = [...fileProblems(path, facts, maxSize), ...softness(facts), ...lightProblems(facts)];
  if (noise !== null && noise > NOISY) found.push(problem("noisy", "warning", { level: Math.round(noise) }));
  if (jpegQuality !== null && jpegQuality < COARSE_QUALITY) {
    found.push(problem("coarse", "warning", { quality: jpegQuality }));
  } else if (blocking > BLOCKY && repeats === 1) {
    // Repeated pixels are blocks too, and told already.
    found.push(problem("blocks", "warning"));
  }
  if (border.some((pixels) => pixels > 0)) {
    const [left, top, right, bottom] = border;
    found.push(problem("border", "warning", { left, top, right, bottom }));
  }
  if (textLines > 0) found.push(problem("text", "note", { lines: textLines }));
  return found;
}

/** What could not be told of a picture, by name. */
export function unsureOf({ detail, noise, exposure, background }: PictureFacts): string[] {
  return [
    ...(detail === null ? ["sharpness"] : []),
    ...(noise === null ? ["noise"] : []),
    ...(exposure === null ? ["exposure"] : []),
    ...(background === "unsure" ? ["background"] : []),
  ];
}
