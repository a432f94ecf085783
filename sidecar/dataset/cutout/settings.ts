import { backgroundColour } from "./composite.js";
import { type Matting, usualMatting } from "./trimap.js";

/** What is made of a mask. */
export interface CutoutSettings {
  /** `transparent`, `white` or `#rrggbb`. */
  background: string;
  /** Hard edges from this share of 0–1 on; null leaves them soft. */
  threshold: number | null;
  /** Share of the picture, 0–1, below which islands and holes go; 0 leaves all. */
  despeckle: number;
  matting: Matting | null;
  /** True to take the old background's colour out of the edges. */
  decontaminate: boolean;
}

/** What a request says of it. */
export interface GivenSettings {
  background?: string | undefined;
  threshold?: number | null | undefined;
  despeckle?: number | undefined;
  matting?: Partial<Matting> | null | undefined;
  decontaminate?: boolean | undefined;
}

/** What was given, the rest as usual. @throws StudioError "badArguments" for a background that is none */
export function completeSettings(given: GivenSettings = {}): CutoutSettings {
  const { background = "transparent", threshold = null, despeckle = 0.001, matting, decontaminate = true } = given;
  backgroundColour(background);
  return {
    background: background.toLowerCase(),
    threshold,
    despeckle,
    matting: matting ? { ...usualMatting, ...matting } : null,
    decontaminate,
  };
}

const share = (value: unknown): number | undefined =>
  typeof value === "number" && value >= 0 && value <= 1 ? value : undefined;

/** As a job or a message kept it. */
export function parseSettings(stored: unknown): CutoutSettings {
  const { background, threshold, despeckle, matting, decontaminate } = Object(stored);
  const { foreground, background: ground, erode } = Object(matting);
  return completeSettings({
    background: typeof background === "string" ? background : undefined,
    threshold: share(threshold) ?? null,
    despeckle: share(despeckle),
    matting: matting ? { foreground: Number(foreground), background: Number(ground), erode: Number(erode) } : null,
    decontaminate: typeof decontaminate === "boolean" ? decontaminate : undefined,
  });
}
