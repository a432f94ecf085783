/** What is known of one picture by looking at its pixels, and of no name or text. Scores are functions of these alone. */
export interface PictureEvidence {
  /** Probability of every tag ≥ 0.005, by its plain name (spaces, lower case), joined over the models. */
  tags: ReadonlyMap<string, number>;
  statistics: PixelStatistics;
  /** Small pictures in several crops and mirrored, to find near copies. */
  looks: readonly Float32Array[];
}

/** Of the picture's pixels at a fixed size; every one dimensionless. */
export interface PixelStatistics {
  /** Means of channels, 0–1. */
  mean: readonly [number, number, number];
  contrast: number;
  saturation: number;
  /** Share of pixels at the ends of the scale. */
  clipped: number;
  /** Share of energy in the highest frequencies. */
  noise: number;
  edges: number;
  /** Bits of the luminance's histogram, 0–8. */
  entropy: number;
  /** How much blocks repeat. */
  blocks: number;
}

/** One drawn, proven cell for the scores. */
export interface ScoredCell {
  index: number;
  lora: number;
  /** Index on the strength axis; 0 is the control. */
  strengthIndex: number;
  strength: number;
  /** Cells with the same number differ in LoRA and strength only: prompt, seed and all else are the same. */
  comparison: number;
  prompt: string;
  hasTrigger: boolean;
  evidence: PictureEvidence;
  /** Mean pixel difference to the control, 0–255. */
  change: number;
}

/** A training picture. */
export interface TrainingPicture {
  path: string;
  caption: string | null;
  /** Not trained on: kept back to compare with. */
  heldOut: boolean;
  evidence: PictureEvidence;
}
