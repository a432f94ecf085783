/** A studio's answers to a machine tell in it how many threads to compute with. */
export const SHARE_HEADER = "x-atelier-threads";
/** Nobody else computes on its processors. */
export const SHARE_OF_ALL = "all";

/** @returns undefined for an answer that does not tell */
export function shareTold(header: unknown): number | null | undefined {
  if (header === SHARE_OF_ALL) return null;
  const threads = Number(header);
  return Number.isInteger(threads) && threads >= 1 ? threads : undefined;
}
