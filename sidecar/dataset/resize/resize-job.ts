import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { JobKind } from "../../host/jobs/job-kind.js";
import { reasonOf, reportError, StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { upscaleWith } from "../../webui/upscale.js";
import { say } from "../../words/sentence.js";
import { newSetLedger } from "../new-set/new-set-ledger.js";
import { stagingFolder } from "../new-set/staging.js";
import { planResize } from "./plan-resize.js";
import { parseResizeItem, parseResizeOptions, type ResizeItem, type ResizeOptions } from "./resize-options.js";
import type { Resized, Upscale } from "./resize-picture.js";

const unreadable = (picture: string, thrown: unknown): StudioError => {
  const { code } = reportError(thrown);
  // What a WebUI refuses is told in its own words.
  if (thrown instanceof StudioError && code !== "internal") return thrown;
  return new StudioError(
    "unreadableImage",
    say("{picture}: {message}", { picture, message: reasonOf(thrown) }),
    say("Save it again with a picture viewer, or take it out of the folder."),
    thrown,
  );
};

/** The job kind "resize": one item a picture; files are made in our own folder and then moved into place. */
export function resizeJob(
  database: Database,
  { stateFolder }: { stateFolder: string },
): JobKind<ResizeOptions, ResizeItem, Resized> {
  const staging = stagingFolder(stateFolder);
  return {
    name: "resize",
    needs: "cpu",
    // sharp has threads of its own; one more picture is read meanwhile.
    concurrency: availableParallelism() + 1,
    parseParams: parseResizeOptions,
    parseItem: parseResizeItem,
    plan: (options) => planResize(database, options),
    async open({ settings, upscaler }, { signal }) {
      // Loads the decoder only when there is work.
      const { resizePicture } = await import("./resize-picture.js");
      const upscale: Upscale | null = upscaler && upscaleWith(upscaler, signal);
      const run = async ({ picture, subject, staged }: ResizeItem): Promise<Resized> => {
        try {
          return await resizePicture(picture, settings, { subject, output: join(staging, staged), upscale });
        } catch (error) {
          throw unreadable(picture, error);
        }
      };
      return { run, close: async () => {} };
    },
    openLedger: async ({ folder }, { job }) =>
      newSetLedger({ folder, name: "Resize and crop" }, { database, job, staging }),
  };
}
