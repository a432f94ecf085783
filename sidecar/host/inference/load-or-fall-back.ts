import { type Sentence, say } from "../../words/sentence.js";
import type { Execution } from "./execution.js";
import { works } from "./providers.js";

/**
 * Loads with the wanted provider; where that ends the process (`null`), as a GPU's driver may, with the CPU, and says so.
 * @returns null when the CPU ends it too
 */
export async function loadOrFallBack<T extends { execution: Sentence }>(
  load: (execution: Execution) => Promise<T | null>,
  wanted: Execution,
  work: Sentence = works.tagging,
): Promise<T | null> {
  const first = await load(wanted);
  if (first || wanted.provider === "cpu") return first;
  const onCpu = await load({ ...wanted, provider: "cpu" });
  const why = say('with the provider "{provider}" its process ended', { provider: wanted.provider });
  return onCpu && { ...onCpu, execution: say("{work} on {place}: {why}.", { work, place: say("the CPU"), why }) };
}
