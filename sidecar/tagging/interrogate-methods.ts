import { join } from "node:path";
import type { Params, Result } from "../../protocol/validate.js";
import { besideSentence, type CardGate } from "../host/inference/card-gate.js";
import type { Roots } from "../host/roots.js";
import { inEnglish } from "../words/sentence.js";
import { pictureBytes, withPictureFile } from "./given-picture.js";
import { builtInModel, openModel } from "./model.js";
import { permittedExecution, permittedModel } from "./permitted-options.js";
import { namedScores } from "./scores/named-scores.js";
import { worthKeeping } from "./scores/tag-scores.js";
import type { SharedTaggers } from "./shared-tagger.js";
import type { UsualTagging } from "./usual.js";

/** Folder of the state folder where pictures that came as bytes lie while they are looked at. */
export const givenPictures = (stateFolder: string): string => join(stateFolder, "given-pictures");

/** One picture at a time, for programs: nothing is kept but the open model. */
export function interrogateMethods({
  roots,
  taggers,
  stateFolder,
  gate,
  usual,
}: {
  roots: Roots;
  taggers: SharedTaggers;
  stateFolder: string;
  gate: CardGate;
  usual(): UsualTagging;
}) {
  return {
    async "tagging/interrogate"({
      model: asked,
      image,
      provider,
    }: Params<"tagging/interrogate">): Promise<Result<"tagging/interrogate">> {
      const started = performance.now();
      const now = usual();
      const model = asked ?? now.model ?? builtInModel;
      const opened = await openModel(
        await permittedModel(roots, model, { usual: now.model }),
        join(stateFolder, "models"),
      );
      const execution = permittedExecution(roots, { provider }, now.execution);
      const beside = await gate.now(execution);
      const chosen = beside ? { ...execution, provider: "cpu" as const } : execution;
      const score = (path: string) =>
        taggers.use(opened, chosen, async (tagger) => ({
          ...(await tagger.score(path)),
          execution: beside ? besideSentence(beside) : inEnglish(tagger.execution),
        }));
      const scored =
        "path" in image
          ? await score(await roots.permit(image.path))
          : await withPictureFile(pictureBytes(image.data), givenPictures(stateFolder), score);
      const seconds = (performance.now() - started) / 1000;
      const named = namedScores(worthKeeping(scored.probabilities), opened.labels);
      return { model: opened.name, ...named, seconds, execution: scored.execution };
    },
    "tagging/unload": async (): Promise<Result<"tagging/unload">> => ({ unloaded: taggers.unload() }),
  };
}
