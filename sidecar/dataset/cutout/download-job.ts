import { throttledAmounts } from "../../host/hub/amounts.js";
import type { JobKind } from "../../host/jobs/job-kind.js";
import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import { type CutoutModel, namedCutout } from "./cutout-models.js";
import { downloadCutout } from "./download-cutout.js";
import { findCutout } from "./find-cutout.js";

export interface CutoutDownloadParams {
  model: string;
}

/** The model of this name. @throws StudioError "modelMissing" */
export function knownCutout(name: string): CutoutModel {
  const known = namedCutout(name);
  if (known) return known;
  throw new StudioError(
    "modelMissing",
    say('There is no cut-out model called "{name}".', { name }),
    say("`dataset cutout --models` lists the names."),
  );
}

/** The job kind "cutoutDownload": one item, the file. A broken connection fails the job, and the next run goes on. */
export function cutoutDownloadJob(): JobKind<CutoutDownloadParams, string, true> {
  return {
    name: "cutoutDownload",
    needs: "network",
    concurrency: 1,
    parseParams: (stored) => ({ model: String(Object(stored).model) }),
    parseItem: String,
    async plan({ model }) {
      const known = knownCutout(model);
      return [(await findCutout(known)) ? { item: model, done: true } : { item: model }];
    },
    open: async (_params, { signal, onAmount }) => ({
      async run(name) {
        await downloadCutout(knownCutout(name), { signal, onAmount: throttledAmounts(onAmount) });
        return true;
      },
      close: async () => {},
    }),
    openLedger: async () => ({ commit: () => true, follow: async () => {} }),
  };
}
