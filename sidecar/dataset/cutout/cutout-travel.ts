import { join } from "node:path";
import type { JobTravel } from "../../host/jobs/job-kind.js";
import type { CutoutItem, CutoutOptions } from "./cutout-options.js";
import { openCutout } from "./find-cutout.js";
import { type CutoutDone, parseDone } from "./process/messages.js";

/** How pictures are cut out on another machine: with the same model file. @param staging where its files are awaited here */
export const cutoutTravel = (staging: string): JobTravel<CutoutOptions, CutoutItem, CutoutDone> => ({
  role: "prepare",
  travels: () => true,
  async packParams({ model, settings, execution: { provider } }, luggage) {
    const { name, file, preprocessing } = await openCutout(model);
    const execution = provider === "auto" ? {} : { execution: { provider } };
    return { settings, ...execution, sent: { name, file: await luggage.file(file), preprocessing } };
  },
  packItem: async ({ picture, staged, mask, stagedMask }, luggage) => ({
    picture: await luggage.file(picture),
    staged: luggage.output(join(staging, staged)),
    ...(mask === null ? {} : { mask: "", stagedMask: luggage.output(join(staging, stagedMask)) }),
  }),
  parseResult: (_item, came) => parseDone(came),
});
