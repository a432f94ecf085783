import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 50;
// Linux' unit of CPU time, the same on every system it runs on today.
const TICKS_A_SECOND = 100;

const withChildren = (pid) => {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  return [pid, ...children.flatMap(withChildren)];
};

/** MB a process has resident, and its part of it where what is shared is divided among those that share it. */
function memoryOf(pid) {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  const megabytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0) / 1024;
  return { resident: megabytes("Rss"), proportional: megabytes("Pss") };
}

/** Seconds of CPU, user and system; the name before them may have spaces and brackets. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/**
 * Watches a process and all below it (Linux only); the returned function ends that and gives the peaks of memory in MB
 * and the seconds of CPU, which other programs on this machine change little.
 */
export function watchUse(pid) {
  const peak = { resident: 0, proportional: 0 };
  const cpu = new Map();
  const timer = setInterval(() => {
    try {
      const now = { resident: 0, proportional: 0 };
      for (const process of withChildren(pid)) {
        cpu.set(process, cpuOf(process));
        const { resident, proportional } = memoryOf(process);
        now.resident += resident;
        now.proportional += proportional;
      }
      peak.resident = Math.max(peak.resident, now.resident);
      peak.proportional = Math.max(peak.proportional, now.proportional);
    } catch {
      // It has just ended, or this is no Linux.
    }
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    return { peak, cpu: [...cpu.values()].reduce((sum, seconds) => sum + seconds, 0) };
  };
}
