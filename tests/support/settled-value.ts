import { setTimeout } from "node:timers/promises";
import type { Locator } from "playwright-core";

// As long as the page's own waits.
const PATIENCE_MS = 150_000;

/** What stands in a field once it is what is wanted, or after long enough: what is kept comes to a page after it is drawn. */
export async function settledValue(field: Locator, wanted: string): Promise<string> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await field.inputValue();
    if (value === wanted || Date.now() > end) return value;
    await setTimeout(50);
  }
}
