import { contend, type ProcessorUse } from "./contend.js";

interface Yielding extends ProcessorUse {
  id: string;
  doing: readonly string[];
  isHere: boolean;
}

/** What the studio itself is called among its machines. */
const STUDIO_ITSELF = "";

/**
 * Who computes on the processors of a machine that has nothing to do.
 * @param studio how the studio computes now; null while it does not
 * @returns null when nobody does
 */
export function yieldsTo(machine: Yielding, all: readonly Yielding[], studio: ProcessorUse | null): string | null {
  if (!machine.isHere || machine.doing.length > 0) return null;
  const working = all.find((other) => other.isHere && other.doing.length > 0 && contend(other, machine));
  if (working) return working.id;
  return studio !== null && contend(studio, machine) ? STUDIO_ITSELF : null;
}
