import type { Execution } from "./execution.js";

/**
 * Loads with the wanted provider; where that ends the process (`null`), as a GPU's driver may, with the CPU, and says so.
 * @returns null when the CPU ends it too
 */
export async function loadOrFallBack<T extends { execution: string }>(
  load: (execution: Execution) => Promise<T | null>,
  wanted: Execution,
  work = "Tagging runs",
): Promise<T | null> {
  const first = await load(wanted);
  if (first || wanted.provider === "cpu") return first;
  const onCpu = await load({ ...wanted, provider: "cpu" });
  const why = `with the provider "${wanted.provider}" its process ended`;
  return onCpu && { ...onCpu, execution: `${work} on the CPU: ${why}.` };
}
