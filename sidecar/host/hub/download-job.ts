import type { JobKind } from "../jobs/job-kind.js";
import { throttledAmounts } from "./amounts.js";
import { openDownload } from "./download-model.js";
import { findModel } from "./find-model.js";
import type { RepositoryModel } from "./repository-model.js";

export interface DownloadParams {
  /** Name in the table, or `owner/repository`. */
  model: string;
}

/**
 * The job kind "download": one item a file. A broken connection fails the job, and the next run goes on.
 * @param find the model for a name. @throws StudioError "modelMissing"
 */
export function downloadJob(find: (name: string) => RepositoryModel): JobKind<DownloadParams, string, true> {
  return {
    name: "download",
    needs: "network",
    // A second connection brings no more bytes a second, and the file that is nearly there comes later.
    concurrency: 1,
    parseParams: (stored) => ({ model: String(Object(stored).model) }),
    parseItem: String,
    async plan(params) {
      const model = find(params.model);
      const here = await findModel(model);
      return model.files.map((item) => (here ? { item, done: true } : { item }));
    },
    async open(params, { signal, onAmount }) {
      const download = await openDownload(find(params.model), { signal, onAmount: throttledAmounts(onAmount) });
      const run = async (file: string): Promise<true> => {
        await download.fetch(file);
        return true;
      };
      return { run, close: download.close };
    },
    openLedger: async () => ({ commit: () => true, follow: async () => {} }),
  };
}
