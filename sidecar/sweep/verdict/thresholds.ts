/**
 * Every number that a verdict depends on, each with its reason. They were fixed on the seeds below 1000 of the planted
 * LoRAs (`tests/integration/sweep-planted-truth.test.ts`) before those above were drawn.
 */
export const thresholds = {
  /** Pictures at one LoRA and strength: with fewer Student's interval spans nearly everything. */
  leastCells: 3,
  /** What the training pictures have over the controls: with less there is nothing that a LoRA could show. */
  leastCeiling: 0.1,
  /** Share of that which a LoRA shows where it has taken hold: nearer to the training pictures than to the control. */
  tookHold: 0.5,
  /** Share that counts as a first sign, and up to which an interval still says "nothing". */
  firstSign: 0.15,
  noEffect: 0.2,
  /** Spreads beyond all controls and training pictures at which a picture is collapsed. */
  collapsed: 3,
  /** Shares of collapsed pictures: one in four is too strong, half are broken. */
  someCollapsed: 0.25,
  mostCollapsed: 0.5,
  /**
   * Correlation of lines from which a picture may be a copy: one pose drawn twice by hand of the stand-in stays below, a
   * training picture with other grain, melted a little or mirrored, stays above. It must also be nearer than three quarters
   * of the training pictures are to their own nearest, with a margin; beyond the most it is a copy whatever the set is like.
   */
  copy: 0.93,
  copyMargin: 0.02,
  copyMost: 0.97,
  /** Share of copies that makes a LoRA too strong: one may be chance, a third is a habit. */
  someCopies: 0.3,
  /** Loss of the prompt's own tags, mean over pictures, at which the LoRA overrules the prompt; its interval must be below 0. */
  promptLost: -0.2,
  /** Part of the training pictures' own variety below which seeds repeat one picture, and of the control's. */
  sameness: 0.35,
  /** A runner-up is as good when it is behind by less than this part of the ceiling, or not certainly behind. */
  asGood: 0.1,
  /** Votes on a LoRA and strength from which they are heard. */
  leastVotes: 3,
  /** A trait has come when it is halfway from the control to the training pictures. */
  traitCame: 0.5,
  /** A LoRA that can only be used below this strength was trained too much: nobody is sent to draw it weaker still. */
  leastUsable: 0.25,
} as const;
