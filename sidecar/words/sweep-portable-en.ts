/** Words of the page that a sweep is exported as. */
export const sweepPortableEn = {
  columns: "Across",
  rows: "Down",
  none: "nothing",
  size: "Size of the pictures",
  hide: (value: string) => `Hide ${value}`,
  hidden: "Hidden:",
  show: (value: string) => `Show ${value} again`,
  open: (values: string) => `Enlarge ${values}`,
  close: "Close",
  infotext: "Infotext",
  copy: "Copy",
  copied: "Copied",
  keys: "←/→ go across, ↑/↓ go down at the same place, Esc closes.",
  use: (label: string, strength: string, low: string, high: string) =>
    `Use ${label} at ${strength}; good from ${low} to ${high}.`,
  notEnough: "There was not enough evidence for a recommendation.",
  verdicts: {
    noEffect: "no effect",
    undertrained: "undertrained",
    good: "good",
    overtrained: "overtrained",
    broken: "broken",
    unknown: "not enough evidence",
  },
  band: (low: string, high: string) => `from ${low} to ${high}`,
  made: "Made with LoRA Atelier.",
};

export type SweepPortableWords = typeof sweepPortableEn;
