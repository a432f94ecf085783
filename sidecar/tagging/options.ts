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
