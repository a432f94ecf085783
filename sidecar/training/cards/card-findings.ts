import type { GraphicsCard } from "../../host/graphics-cards.js";
import type { Arguments } from "../../planning/plan.js";
import type { CardFindingName, CardFindingValues } from "../../words/training-cards-en.js";

export interface CardFinding {
  name: CardFindingName;
  values: CardFindingValues;
}

const listed = (cards: readonly GraphicsCard[]): string =>
  cards.map(({ index, name }) => `${index} (${name})`).join(", ");

/** What speaks against the cards that were named: they are not there, or fewer or more than the processes that need one. */
export function cardFindings(
  gpus: readonly number[] | null,
  launch: Arguments,
  cards: readonly GraphicsCard[],
): CardFinding[] {
  if (gpus === null) return [];
  const wanted = gpus.join(", ");
  if (cards.length === 0) return [{ name: "noCards", values: { wanted } }];
  const missing = gpus.filter((one) => !cards.some(({ index }) => index === one));
  if (missing.length > 0) {
    return [{ name: "cardUnknown", values: { wanted: missing.join(", "), cards: listed(cards) } }];
  }
  const machines = Math.max(1, Number(launch.num_machines ?? 1));
  const processes = Math.ceil(Number(launch.num_processes ?? 1) / machines);
  return processes === gpus.length ? [] : [{ name: "cardsAndProcesses", values: { cards: gpus.length, processes } }];
}

/** GiB that the tightest of the named cards has left; of the largest where none was named; null without cards. */
export function freeMemory(gpus: readonly number[] | null, cards: readonly GraphicsCard[]): number | null {
  const named = gpus === null ? [] : cards.filter(({ index }) => gpus.includes(index));
  const free = (named.length > 0 ? named : cards).map((card) => card.free / 1024);
  if (free.length === 0) return null;
  return named.length > 0 ? Math.min(...free) : Math.max(...free);
}
