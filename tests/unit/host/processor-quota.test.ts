import { expect, test } from "@jest/globals";
import { processorQuota } from "../../../sidecar/host/processor-quota.js";

const quotaOf = (files: Record<string, string>): number | null => processorQuota((path) => files[path] ?? "");

test.each([
  [{}, null],
  [{ "/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/cpu.max": "max 100000\n" }, null],
  [{ "/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/cpu.max": "250000 100000\n" }, 2],
  [{ "/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/cpu.max": "50000 100000\n" }, 1],
  // A service, and what is above it.
  [
    {
      "/proc/self/cgroup": "0::/system.slice/worker.service\n",
      "/sys/fs/cgroup/system.slice/worker.service/cpu.max": "800000 100000\n",
      "/sys/fs/cgroup/system.slice/cpu.max": "300000 100000\n",
    },
    3,
  ],
  // Version 1, with and without a limit.
  [{ "/sys/fs/cgroup/cpu/cpu.cfs_quota_us": "400000\n", "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n" }, 4],
  [{ "/sys/fs/cgroup/cpu/cpu.cfs_quota_us": "-1\n", "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n" }, null],
  [
    {
      "/proc/self/cgroup": "3:cpuset:/\n2:cpu,cpuacct:/services/worker\n",
      "/sys/fs/cgroup/cpu/services/worker/cpu.cfs_quota_us": "250000\n",
      "/sys/fs/cgroup/cpu/services/worker/cpu.cfs_period_us": "100000\n",
    },
    2,
  ],
])("control groups %j give %p processors", (files, wanted) => {
  expect(quotaOf(files)).toBe(wanted);
});
