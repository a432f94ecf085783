import { execa } from "execa";

/** What an NVIDIA card does now; null where the driver does not tell (cards that share the machine's memory). */
export interface CardAtWork {
  name: string;
  /** MiB. */
  used: number | null;
  total: number | null;
  /** Degrees Celsius. */
  temperature: number | null;
  /** Percent of the last moments in which it worked. */
  utilisation: number | null;
}

const query = [
  "--query-gpu=name,memory.used,memory.total,temperature.gpu,utilization.gpu",
  "--format=csv,noheader,nounits",
];
// A card that hangs answers never.
const ANSWER_MS = 5000;
const KEPT_MS = 5000;
// A machine without a driver does not get one within moments.
const MISSING_MS = 60_000;

/** `[N/A]`, `[Not Supported]`, `[Unknown Error]` and the like are no numbers. */
const numberOf = (text: string | undefined): number | null =>
  text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;

/** What nvidia-smi prints for these questions, a card a line. */
export function readCards(printed: string): CardAtWork[] {
  return printed
    .split("\n")
    .map((line) => line.split(",").map((part) => part.trim()))
    .filter((parts) => parts.length === 5)
    .map(([name = "", used, total, temperature, utilisation]) => ({
      name,
      used: numberOf(used),
      total: numberOf(total),
      temperature: numberOf(temperature),
      utilisation: numberOf(utilisation),
    }));
}

async function ask(): Promise<CardAtWork[]> {
  const { failed, stdout } = await execa("nvidia-smi", query, { reject: false, timeout: ANSWER_MS });
  return failed ? [] : readCards(stdout);
}

/** Asks on demand and at most every five seconds, or every minute where nothing answered. @param now milliseconds that only rise */
export function cardsAtWork(now: () => number = () => performance.now()): () => Promise<CardAtWork[]> {
  let known: { until: number; cards: Promise<CardAtWork[]> } | null = null;
  return () => {
    if (known !== null && now() < known.until) return known.cards;
    const fresh = { until: now() + KEPT_MS, cards: ask() };
    known = fresh;
    void fresh.cards.then((cards) => {
      if (cards.length === 0) fresh.until = now() + MISSING_MS;
    });
    return fresh.cards;
  };
}
