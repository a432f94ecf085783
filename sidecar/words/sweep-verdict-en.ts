interface Interval {
  mean: number;
  low: number;
  high: number;
}

/** "from 0.5 to 0.75", or "at 0.75". */
const bandSentence = ([from, to]: readonly [number, number]): string =>
  from === to ? `only at ${from}` : `from ${from} to ${to}`;

/** Sentences of a report for the command line; the page makes its own. */
export const recommendationSentence = ({
  label,
  strength,
  band,
}: {
  label: string;
  strength: number;
  band: readonly [number, number];
}): string => `Use ${label} at ${strength}: good ${bandSentence(band)}.`;

const points = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(Math.round(value * 100))}`;

export const runnerUpSentence = ({
  label,
  strength,
  difference: { mean, low, high },
}: {
  label: string;
  strength: number;
  difference: Interval;
}): string =>
  `${label} at ${strength}: ${points(-mean)} points of traits (${points(-high)} to ${points(-low)})${low <= 0 && high >= 0 ? ", no certain difference" : ""}.`;
