import { dirname, join } from "node:path";

type Read = (path: string) => string;

const GROUPS = "/sys/fs/cgroup";

/** "150000 100000": microseconds of each period; "max 100000" for no limit. */
function partOf(text: string): number | null {
  const [quota, period] = text.trim().split(/\s+/).map(Number);
  return quota && period && quota > 0 ? quota / period : null;
}

/** A group and those above it, which have their say, too. A container sees itself as the root. */
function upwards(group = "/"): string[] {
  return group === "/" ? [group] : [group, ...upwards(dirname(group))];
}

/**
 * Processors whose time this process may have at most, by the control groups of Linux that it is in, as containers and services are
 * given it; null without a limit. Node itself looks at them from version 22 on.
 * @param read a file's text, "" where there is none
 * @returns at least 1, whole
 */
export function processorQuota(read: Read): number | null {
  const groups = read("/proc/self/cgroup");
  const parts = [
    ...upwards(/^0::(\/.*)$/m.exec(groups)?.[1]).map((group) => read(join(GROUPS, group, "cpu.max"))),
    // Version 1 of them.
    ...upwards(/^\d+:(?:[^:]*,)?cpu(?:,[^:]*)?:(\/.*)$/m.exec(groups)?.[1]).map((group) =>
      ["quota", "period"].map((name) => read(join(GROUPS, "cpu", group, `cpu.cfs_${name}_us`))).join(" "),
    ),
  ];
  const least = Math.min(...parts.flatMap((text) => partOf(text) ?? []));
  return Number.isFinite(least) ? Math.max(1, Math.floor(least)) : null;
}
