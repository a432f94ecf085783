import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, hostname, networkInterfaces } from "node:os";
import { processorQuota } from "./processor-quota.js";

/** The processors that this process may use, so that it is known who else uses them. */
export interface OwnProcessors {
  /** The same for all processes of one running system, containers included, and for no others. */
  kernel: string;
  /** Which of the system's processors, as Linux lists them: "0-3,8". */
  cores: string;
  /** How many it may keep busy. */
  count: number;
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Linux makes a random name with every start of its kernel; elsewhere its network cards tell two systems of one name apart. */
function systemName(): string {
  const boot = read("/proc/sys/kernel/random/boot_id").trim();
  if (boot !== "") return boot;
  const cards = Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).map(({ mac }) => mac));
  return [hostname(), ...new Set(cards.sort())].join(" ");
}

let known: OwnProcessors | null = null;

/** As they were when it was asked first. */
export function ownProcessors(): OwnProcessors {
  known ??= {
    kernel: createHash("sha256").update(systemName()).digest("hex").slice(0, 16),
    cores: /^Cpus_allowed_list:\s*(\S+)/m.exec(read("/proc/self/status"))?.[1] ?? `0-${cpus().length - 1}`,
    count: Math.min(availableParallelism(), processorQuota(read) ?? Number.POSITIVE_INFINITY),
  };
  return known;
}
