import type { JobKind } from "../../host/jobs/job-kind.js";
import { throttledAmounts } from "./amounts.js";
import { openDownload } from "./download-model.js";
import { findModel } from "./find-model.js";
import { type KnownModel, knownModel } from "./known-models.js";
import { noSuchModel } from "./no-such-model.js";

export interface DownloadParams {
  /** Name in the table, or `owner/repository`. */
  model: string;
}

function modelOf({ model }: DownloadParams): KnownModel {
  const known = knownModel(model);
  if (known) return known;
  throw noSuchModel(model);
}

/** The job kind "download": one item a file. A broken connection fails the job, and the next run goes on. */
export function downloadJob(): JobKind<DownloadParams, string, true> {
  return {
    name: "download",
    needs: "network",
    // A second connection brings no more bytes a second, and the file that is nearly there comes later.
    concurrency: 1,
    parseParams: (stored) => ({ model: String(Object(stored).model) }),
    parseItem: String,
    async plan(params) {
      const model = modelOf(params);
      const here = await findModel(model);
      return model.files.map((item) => (here ? { item, done: true } : { item }));
    },
    async open(params, { signal, onAmount }) {
      const download = await openDownload(modelOf(params), { signal, onAmount: throttledAmounts(onAmount) });
      const run = async (file: string): Promise<true> => {
        await download.fetch(file);
        return true;
      };
      return { run, close: download.close };
    },
    openLedger: async () => ({ commit: () => true, follow: async () => {} }),
  };
}
