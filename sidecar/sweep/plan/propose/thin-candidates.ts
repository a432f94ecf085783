const MOST_PROPOSED = 8;

/** At most `most` of them, evenly spread, the first and the last among them. */
export function thinned<T>(all: readonly T[], most = MOST_PROPOSED): T[] {
  if (all.length <= most) return [...all];
  const places = Array.from({ length: most }, (_, index) => Math.round((index * (all.length - 1)) / (most - 1)));
  return all.filter((_, index) => places.includes(index));
}

/** Trainings often save their last step twice, the second time under the plain name: of files with the same weights the last stays. */
export const withoutTwins = <T extends { hash: string | null }>(all: readonly T[]): T[] =>
  all.filter(({ hash }, index) => hash === null || !all.slice(index + 1).some((later) => later.hash === hash));
