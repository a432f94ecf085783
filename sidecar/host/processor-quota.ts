import { dirname, join } from "node:path";

type Read = (path: string) => string;

const GROUPS = "/sys/fs/cgroup";

/** "150000 100000": microseconds of each period; "max 100000" for no limit. */
function partOf(text: string): number | null {
  const [quota, period] = text.trim().split(/\s+/).map(Number);
  return quota && period && quota > 0 ? quota / period : null;
}

/**
 * Processors whose time this process may have at most, by the control groups of Linux that it is in, as containers and services are
 * given it; null without a limit. Node itself looks at them from version 22 on.
 * @param read a file's text, "" where there is none
 * @returns at least 1, whole
 */
export function processorQuota(read: Read): number | null {
  const parts: number[] = [];
  const own = /^0::(\/.*)$/m.exec(read("/proc/self/cgroup"))?.[1] ?? "/";
  // Those above it have their say, too; a container sees itself as the root.
  for (let group = own; ; group = dirname(group)) {
    parts.push(partOf(read(join(GROUPS, group, "cpu.max"))) ?? Number.POSITIVE_INFINITY);
    if (group === "/" || group === ".") break;
  }
  // Version 1 of them.
  const older = ["quota", "period"].map((name) => read(`${GROUPS}/cpu/cpu.cfs_${name}_us`)).join(" ");
  parts.push(partOf(older) ?? Number.POSITIVE_INFINITY);
  const least = Math.min(...parts);
  return Number.isFinite(least) ? Math.max(1, Math.floor(least)) : null;
}
