import { throttledAmounts } from "../hub/amounts.js";
import type { Surroundings } from "../hub/model-places.js";
import type { Patience } from "../hub/retry.js";
import type { JobKind } from "../jobs/job-kind.js";
import { type CudaPackage, cudaPackages, downloadBytes } from "./cuda-packages.js";
import { finishInstall, installPackage } from "./install-cuda.js";

/** The last item: whatever an earlier run brought and somebody took away since is brought again, then all is marked as whole. */
const FINISH = "all together";

interface CudaJobOptions {
  stateFolder: string;
  packages?: readonly CudaPackage[];
  around?: Surroundings;
  patience?: Patience;
}

/**
 * The job kind "cudaInstall": one item a package, and one for all together. A broken connection fails the job, and the next run goes on. The amount is
 * that of all packages together.
 */
export function cudaInstallJob({
  stateFolder,
  packages = cudaPackages,
  ...outside
}: CudaJobOptions): JobKind<Record<string, never>, string, true> {
  return {
    name: "cudaInstall",
    needs: "network",
    concurrency: 1,
    parseParams: () => ({}),
    parseItem: String,
    // What is there is found anew by each run: an interrupted one may have brought it.
    plan: async () => [...packages.map(({ name }) => ({ item: name })), { item: FINISH }],
    async open(_params, { signal, onAmount }) {
      const tell = throttledAmounts(onAmount);
      const total = downloadBytes(packages);
      const before = (name: string): number =>
        downloadBytes(
          packages.slice(
            0,
            packages.findIndex((one) => one.name === name),
          ),
        );
      const bring = async (wanted: CudaPackage): Promise<void> => {
        const onBytes = ({ done }: { done: number }): void =>
          tell({ done: before(wanted.name) + done, total, unit: "bytes" });
        await installPackage(stateFolder, wanted, { signal, onAmount: onBytes, ...outside });
      };
      const run = async (name: string): Promise<true> => {
        const own = packages.filter((one) => one.name === name || name === FINISH);
        for (const wanted of own) await bring(wanted);
        if (name === FINISH) await finishInstall(stateFolder, packages);
        return true;
      };
      return { run, close: async () => {} };
    },
    openLedger: async () => ({ commit: () => true, follow: async () => {} }),
  };
}
