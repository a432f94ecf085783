/** How long is waited, in milliseconds, and how often something is tried. Tests wait less. */
export interface DrawingPatience {
  /** Before a failed request is tried again; twice as long each time. */
  retryMs: number;
  /** Between two looks at a WebUI that is away; twice as long each time, up to the longest. */
  awayMs: number;
  longestAwayMs: number;
  /** For so long a WebUI leaves what it failed with to the others. */
  avoidMs: number;
  /** No WebUI at all for so long ends the drawing; a resume goes on. */
  allAwayMs: number;
  /** Between two looks at whether the graphics card is free. */
  heldMs: number;
}

export const usualPatience: DrawingPatience = {
  retryMs: 1000,
  awayMs: 1000,
  longestAwayMs: 15_000,
  avoidMs: 60_000,
  allAwayMs: 600_000,
  heldMs: 2000,
};

/** Requests for one picture that may fail: the third failure is told with the picture. */
export const MOST_ATTEMPTS = 3;
/** Pictures that may be wrong: one is drawn again. */
export const MOST_WRONG = 2;
