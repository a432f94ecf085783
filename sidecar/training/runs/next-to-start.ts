import type { RunRecord } from "./run-record.js";

// It also stands for the CPU.
const FIRST_CARD: readonly number[] = [0];

const cardsOf = ({ meant }: RunRecord): readonly number[] => meant.holds ?? FIRST_CARD;

/** True when a run's time has come, or it has none. @param now milliseconds since 1970 */
const isDue = ({ meant }: RunRecord, now: number): boolean =>
  meant.notBefore === undefined || Date.parse(meant.notBefore) <= now;

/**
 * Waiting runs that start now, in the order of the queue: those whose cards no other run has. A run that waits for a card
 * keeps those behind it from that card, or it would never have all of its cards free; one that waits for its time does not.
 */
export function nextToStart(
  waiting: readonly RunRecord[],
  running: readonly RunRecord[],
  now: number,
): readonly RunRecord[] {
  const taken = new Set(running.flatMap(cardsOf));
  return waiting.filter((run) => {
    if (!isDue(run, now)) return false;
    const cards = cardsOf(run);
    const free = cards.every((card) => !taken.has(card));
    for (const card of cards) taken.add(card);
    return free;
  });
}
