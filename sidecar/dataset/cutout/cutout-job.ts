import { resolve } from "node:path";
import { throttledAmounts } from "../../host/hub/amounts.js";
import { type CardGate, noGate } from "../../host/inference/card-gate.js";
import type { JobContext, JobKind } from "../../host/jobs/job-kind.js";
import type { Database } from "../../store/database.js";
import { newSetLedger } from "../new-set/new-set-ledger.js";
import { stagingFolder } from "../new-set/staging.js";
import { type CutoutItem, type CutoutOptions, parseCutoutItem, parseCutoutOptions } from "./cutout-options.js";
import { cutoutTravel } from "./cutout-travel.js";
import { downloadCutout } from "./download-cutout.js";
import { absentCutout, openCutout } from "./find-cutout.js";
import { planCutout } from "./plan-cutout.js";
import type { CutoutDone } from "./process/messages.js";
import { startSegmenter } from "./segmenter.js";

// One is decoded or written while another is in the model.
const PICTURES_IN_FLIGHT = 2;

async function downloadIfAbsent(model: string, { signal, onAmount }: JobContext): Promise<void> {
  const absent = await absentCutout(model);
  if (!absent) return;
  await downloadCutout(absent, { signal, onAmount: throttledAmounts(onAmount) });
  onAmount(null);
}

/** The job kind "cutout": one item a picture; its files are made in our own folder and then moved into place. */
export function cutoutJob(
  database: Database,
  { stateFolder, gate = noGate }: { stateFolder: string; gate?: CardGate },
): JobKind<CutoutOptions, CutoutItem, CutoutDone> {
  const staging = stagingFolder(stateFolder);
  return {
    name: "cutout",
    needs: "cpu",
    concurrency: PICTURES_IN_FLIGHT,
    parseParams: parseCutoutOptions,
    parseItem: parseCutoutItem,
    plan: (options) => planCutout(database, options),
    async open({ model, settings, execution, sent }, { signal, onBeside }) {
      const beside = await gate.lane(execution, onBeside).place(signal);
      const segmenter = await startSegmenter(
        sent ?? (await openCutout(model)),
        beside ? { ...execution, provider: "cpu" } : execution,
      );
      signal.addEventListener("abort", () => void segmenter.close(), { once: true });
      const run = ({ picture, staged, mask, stagedMask }: CutoutItem): Promise<CutoutDone> =>
        segmenter.cut({
          picture,
          settings,
          // On another machine these are whole paths.
          output: resolve(staging, staged),
          mask: mask === null ? null : resolve(staging, stagedMask),
        });
      return { run, close: segmenter.close };
    },
    travel: cutoutTravel(staging),
    async openLedger(options, context) {
      // First of all that a job does, and told with its amount.
      await downloadIfAbsent(options.model, context);
      return newSetLedger(
        { folder: options.folder, name: "Remove backgrounds" },
        { database, job: context.job, staging },
      );
    },
  };
}
