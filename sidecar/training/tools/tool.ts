import type { FamilyName } from "../../planning/families.js";

export type ToolName = "resize" | "merge" | "mergeBySvd" | "mergeInto" | "extract" | "check";

export type ToolValue = string | number | boolean;

/** One argument of a tool's script, as its parser has it. */
export interface ToolArgument {
  /** Without the two dashes. */
  name: string;
  kind: "integer" | "number" | "choice" | "flag" | "text";
  /** The range of a number, both ends allowed. */
  least?: number;
  most?: number;
  choices?: readonly string[];
  /** The script's own default; null where it has none. */
  default: ToolValue | null;
  /** Only the scripts of these families know it; all of the tool's where it is not there. */
  families?: readonly FamilyName[];
}

/** Files that a tool reads besides LoRAs. */
export const toolFiles = ["checkpoint", "original", "tuned"] as const;
export type ToolFile = (typeof toolFiles)[number];

/** A program of sd-scripts that works on LoRA files. */
export interface Tool {
  name: ToolName;
  /** Its script in sd-scripts, by the family of what it works on. */
  scripts: Readonly<Partial<Record<FamilyName, string>>>;
  /** Flags that a family always needs. */
  always?: Readonly<Partial<Record<FamilyName, readonly string[]>>>;
  /** How many LoRAs it reads. */
  least: number;
  most: number;
  /** Further files that it needs, and their argument. */
  files: Readonly<Partial<Record<ToolFile, string | Readonly<Partial<Record<FamilyName, string>>>>>>;
  makes: "lora" | "checkpoint" | "nothing";
  arguments: readonly ToolArgument[];
}

/** What a user asks a tool to do; paths are absolute. */
export interface ToolRequest {
  tool: ToolName;
  family: FamilyName;
  loras: readonly string[];
  /** One for each LoRA, where the tool merges. */
  ratios: readonly number[];
  files: Readonly<Partial<Record<ToolFile, string>>>;
  values: Readonly<Record<string, ToolValue>>;
}
