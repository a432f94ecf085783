import type { JobTravel } from "../host/jobs/job-kind.js";
import { fileStamp } from "../store/file-content.js";
import { openModel } from "./model.js";
import { modelFiles } from "./model-files.js";
import type { TagOptions } from "./options.js";
import type { ScoredItem, ScoreItem } from "./score-item.js";
import { parseScores } from "./scores/tag-scores.js";

/** How pictures are scored on another machine: with the same model files, on what that machine has. */
export const tagTravel: JobTravel<TagOptions, ScoreItem, ScoredItem> = {
  role: "tag",
  // Scored before: nothing is left to compute.
  travels: ({ kept }) => kept === undefined,
  async packParams({ models, folder, execution }, luggage) {
    const packed = [];
    for (const { model, weight } of models)
      packed.push({ model: await luggage.folder(await modelFiles(await openModel(model, folder))), weight });
    // Threads and batches are that machine's own; the device is what was asked for.
    const { provider } = execution;
    return { models: packed, ...(provider === "auto" ? {} : { execution: { provider } }) };
  },
  packItem: async ({ image, model }, luggage) => ({ image: await luggage.file(image), caption: "", model }),
  parseResult({ image }, came) {
    const { content, scored } = Object(came);
    if (typeof content !== "string") throw new TypeError("a picture without its content");
    const stamp = fileStamp(image) ?? { size: 0, modified: 0 };
    return { content, scored: { stamp, scores: parseScores(Object(scored).scores) } };
  },
};
