import type { TagChoice } from "../../protocol/validate.js";
import type { GivenExecution } from "../host/inference/execution.js";
import type { existingCaptions } from "../host/settings/definitions.js";
import type { Settings } from "../host/settings/settings.js";
import type { Database } from "../store/database.js";
import { knownModel } from "./models/known-models.js";
import { presets } from "./presets.js";

/** What holds where a request leaves it open. */
export interface UsualTagging {
  /** Name or folder; null: the built-in one. */
  model: string | null;
  choice: TagChoice;
  existing: (typeof existingCaptions)[number];
  execution: GivenExecution;
}

export const plainTagging: UsualTagging = { model: null, choice: {}, existing: "skip", execution: {} };

/** As the user's settings have it. A preset that was deleted since then counts as none. */
export function usualTagging(settings: Settings, database: Database): UsualTagging {
  const named = settings.get("tagger.preset");
  const preset = named === null ? undefined : presets(database).find(({ name }) => name === named)?.choice;
  const [general, character] = [settings.get("tagger.threshold"), settings.get("tagger.characterThreshold")];
  const thresholds = {
    ...preset?.thresholds,
    ...(general === null ? {} : { general }),
    ...(character === null ? {} : { character }),
  };
  const provider = settings.sourceOf("tagger.provider") === "default" ? undefined : settings.get("tagger.provider");
  return {
    model: settings.get("tagger.model"),
    choice: { ...preset, ...(Object.keys(thresholds).length > 0 ? { thresholds } : {}) },
    existing: settings.get("tagger.existing"),
    // What is not set leaves it to the environment.
    execution: {
      ...(provider === undefined ? {} : { provider }),
      threads: settings.get("tagger.threads"),
      batchSize: settings.get("tagger.batchSize"),
    },
  };
}

/** The usual choice for a model: its own thresholds, where nothing else was set. */
export const usualChoice = ({ choice }: UsualTagging, model: string): TagChoice => {
  const own = knownModel(model)?.thresholds;
  return own === undefined ? choice : { ...choice, thresholds: { ...own, ...choice.thresholds } };
};
