import { type JobTravel, sentAs } from "../host/jobs/job-kind.js";
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
  parseResult({ image }, came, sent) {
    const { content: told, scored } = Object(came);
    const { content, stamp } = sentAs(sent, image, told);
    return { content, scored: { stamp, scores: parseScores(Object(scored).scores) } };
  },
};
