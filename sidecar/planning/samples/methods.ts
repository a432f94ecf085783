import { readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import { isTrained } from "../../dataset/trained-formats.js";
import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import { familyNamed } from "../families.js";
import { captionSuffixes } from "../gather/caption-suffixes.js";
import { trainedDatasets } from "../gather/data-facts.js";
import { planValues, resolutionOf } from "../plan-values.js";
import { lookingFor, type PlanningRoom } from "../planning-room.js";
import { planOfWire } from "../wire-plan.js";
import { proposePrompts } from "./propose-prompts.js";

/** Prompts for sample pictures. */
export function samplePromptMethods(room: PlanningRoom) {
  return {
    async "planning/samplePrompts"(
      params: Params<"planning/samplePrompts">,
    ): Promise<Result<"planning/samplePrompts">> {
      const plan = planOfWire(params.plan);
      const looking = lookingFor(room);
      const found = await trainedDatasets(plan, looking);
      const captions: string[] = [];
      let trigger: string | null = null;
      for (const { options, subsets } of found?.datasets ?? []) {
        for (const subset of subsets.filter(({ regularisation }) => !regularisation)) {
          trigger ??= subset.trigger;
          const values = planValues(plan, { ...options, ...subset.options });
          const suffixes = captionSuffixes(values.text("caption_extension"));
          for (const name of (await readdir(subset.folder)).filter((one) => isTrained(one))) {
            const stem = join(subset.folder, name.slice(0, -extname(name).length));
            const texts = suffixes.map((suffix) => textOf(looking.texts, stem + suffix));
            const caption = texts.find((text) => text !== null && text.trim() !== "");
            if (caption) captions.push(caption);
          }
        }
      }
      if (trigger === null && captions.length === 0) {
        throw new StudioError(
          "notFound",
          say("The plan's folders hold no captions, and it has no trigger word: there is nothing to make prompts of."),
          say("Give the folders of the pictures, or write the prompts yourself."),
        );
      }
      const side = familyNamed(plan.family).side;
      const resolution = resolutionOf(planValues(plan).value("resolution")) ?? [side, side];
      const { text, prompts, tags } = proposePrompts({ trigger, captions, family: plan.family, resolution });
      return { text, prompts, trigger, tags };
    },
  };
}

/** One file that cannot be read does not stop the others. */
function textOf(texts: ReturnType<typeof lookingFor>["texts"], path: string): string | null {
  try {
    return texts(path);
  } catch {
    return null;
  }
}
