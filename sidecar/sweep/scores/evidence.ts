/** What is known of one picture by looking at its pixels, and of no name or text. Scores are functions of these alone. */
export interface PictureEvidence {
  /** Probability of every tag ≥ 0.02, as `spelling` writes it (spaces, lower case), joined over the models; no ratings. */
  tags: ReadonlyMap<string, number>;
  statistics: PixelStatistics;
  /** The picture as 24 × 24 pixels of RGB, 0–255, whatever its shape: difference to the control. */
  thumb: Uint8Array;
  /** Its lines, as `near-copies.ts` compares them. */
  lines: Float32Array;
}

/** Of the picture's pixels at a fixed size; every one dimensionless. */
export interface PixelStatistics {
  /** Means of channels, 0–1. */
  mean: readonly [number, number, number];
  /** Standard deviation of the brightness, 0–0.5. */
  contrast: number;
  /** Mean distance between the largest and the least channel, 0–1. */
  saturation: number;
  /** Share of channel values at the ends of the scale, 0–1. */
  clipped: number;
  /** Share of the brightness's energy that a slight smoothing takes away, 0–1. */
  noise: number;
  /** Mean step of brightness between neighbours, 0–1. */
  edges: number;
  /** Bits of the luminance's histogram, 0–8. */
  entropy: number;
  /** How much larger the steps on the strongest regular grid are than those beside it; 1 for none. */
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
  /** Cells with the same number differ in LoRA, strength and seed only. */
  scene: number;
  prompt: string;
  hasTrigger: boolean;
  evidence: PictureEvidence;
}

/** A training picture. */
export interface TrainingPicture {
  path: string;
  caption: string | null;
  /** Not trained on: kept back to compare with. */
  heldOut: boolean;
  evidence: PictureEvidence;
}

/** Votes on pictures of one LoRA at one strength. */
export interface StrengthVotes {
  lora: number;
  strengthIndex: number;
  likes: number;
  total: number;
}

/** All that a verdict may look at. */
export interface SweepEvidence {
  /** In the order of the lora axis: the earlier step first. */
  loras: readonly { label: string }[];
  /** By index on the strength axis; that of the control is 0. */
  strengths: readonly number[];
  cells: readonly ScoredCell[];
  training: readonly TrainingPicture[];
  /** Tags that the taggers know, as `spelling` writes them. */
  knownTags: ReadonlySet<string>;
  /** As `spelling` writes it. */
  trigger: string | null;
  votes: readonly StrengthVotes[];
}
