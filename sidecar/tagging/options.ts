import { builtInModel } from "./model.js";

export const existingModes = ["skip", "only-empty", "overwrite", "append", "prepend"] as const;
export type ExistingMode = (typeof existingModes)[number];

/** What a tagging job is asked to do; plain JSON, kept with the job so that an interrupted one goes on alike. */
export interface TagOptions {
  /** Absolute folder of the pictures. */
  folder: string;
  /** Name of a built-in model, or absolute folder of one. */
  model: string;
  /** 0–1, tags strictly above are taken. */
  generalThreshold: number;
  characterThreshold: number;
  existing: ExistingMode;
  /** Absolute folder for the captions, or null for beside each picture. */
  output: string | null;
  recursive: boolean;
  /** Tags never written, as they stand in a caption. */
  exclude: string[];
  /** Tags written first in every caption. */
  add: string[];
}

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** As in the tagger author's own demonstration program. */
export const defaultThresholds = { general: 0.35, character: 0.85 } as const;

/** Options from already validated JSON, what is missing set to its default. */
export function parseTagOptions(value: unknown): TagOptions {
  const given = Object(value);
  return {
    folder: String(given.folder),
    model: String(given.model ?? builtInModel),
    generalThreshold: Number(given.generalThreshold ?? defaultThresholds.general),
    characterThreshold: Number(given.characterThreshold ?? defaultThresholds.character),
    existing: existingModes.find((mode) => mode === given.existing) ?? "skip",
    output: typeof given.output === "string" ? given.output : null,
    recursive: given.recursive === true,
    exclude: strings(given.exclude),
    add: strings(given.add),
  };
}
