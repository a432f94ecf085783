import { type JobTravel, sentAs } from "../../host/jobs/job-kind.js";
import { openModel } from "../../tagging/model.js";
import { modelFiles } from "../../tagging/model-files.js";
import { parseScores } from "../../tagging/scores/tag-scores.js";
import { parseSeen } from "./kept-evidence.js";
import type { ScoredPicture, ScoringItem, ScoringParams } from "./scoring-item.js";

/** How a sweep's pictures are looked at on another machine: by the same models. @param modelsFolder from which relative folders are meant */
export const scoreTravel = (modelsFolder: string): JobTravel<ScoringParams, ScoringItem, ScoredPicture> => ({
  role: "score",
  travels: () => true,
  async packParams({ sweep, models }, luggage) {
    const packed = [];
    for (const model of models)
      packed.push(await luggage.folder(await modelFiles(await openModel(model, modelsFolder))));
    return { sweep, models: packed };
  },
  packItem: async ({ path, model }, luggage) => ({ path: await luggage.file(path), model }),
  parseResult({ path }, came, sent) {
    const { content, scores, seen } = Object(came);
    return {
      ...sentAs(sent, path, content),
      ...(scores === undefined ? {} : { scores: parseScores(scores) }),
      ...(seen === undefined ? {} : { seen: parseSeen(seen) }),
    };
  },
});
