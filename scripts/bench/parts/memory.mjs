import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 50;

/** A process and all below it, in MB: what each has resident, and their proportional part of what they share. */
function memoryOf(pid) {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  const own = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0) / 1024;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  return children.map(memoryOf).reduce(
    (sum, child) => ({
      resident: sum.resident + child.resident,
      proportional: sum.proportional + child.proportional,
    }),
    { resident: own("Rss"), proportional: own("Pss") },
  );
}

/** Watches a process (Linux only); the returned function ends that and gives the peaks in MB. */
export function watchMemory(pid) {
  const peak = { resident: 0, proportional: 0 };
  const timer = setInterval(() => {
    try {
      const now = memoryOf(pid);
      peak.resident = Math.max(peak.resident, now.resident);
      peak.proportional = Math.max(peak.proportional, now.proportional);
    } catch {
      // It has just ended, or this is no Linux.
    }
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
