import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import type { JsonValue, KohyaConfig } from "../plan.js";
import { kohyaDefaults24 } from "./kohya-defaults.js";
import { kohyaDefaultsSince25 } from "./kohya-defaults-26.js";

/** Which GUI's rules a configuration is read by: v24.1.7, or v25 and later. */
export type KohyaVersion = "24" | "26";

/** Characters of the largest configuration that is read; Kohya's own have about 5 000, the rest can be prompts. */
export const largestKohyaText = 4 * 1024 * 1024;

/** Lists in lists that a configuration may have; the GUI's own have none, and deeper ones could not be written again. */
const deepestNesting = 64;

/** Keys that only Kohya's GUI has: sd-scripts calls these things differently or does not know them. */
const ownKeys = ["LoRA_type", "max_resolution", "optimizer", "lr_warmup", "epoch", "model_list", "sdxl"];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Counts levels without calling itself: a hostile file has a million of them. */
function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestNesting) return false;
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return true;
}

/** JSON's values and nothing else, not too deep. */
const isJson = (value: unknown): value is JsonValue => value !== undefined && isShallow(value);

const isJsonObject = (value: unknown): value is Record<string, JsonValue> => isObject(value) && isJson(value);

/**
 * Whether `value`, as JSON was read, is a LoRA configuration of Kohya's GUI: some keys that only the GUI has, and in all
 * eight that it knows. Old files lack `LoRA_type`, those of its other pages have no `network_dim`.
 */
export function isKohyaConfig(value: unknown): value is KohyaConfig {
  if (!isJsonObject(value)) return false;
  const has = (key: string): boolean => Object.hasOwn(value, key);
  const known = Object.keys(value).filter((key) => Object.hasOwn(kohyaDefaults24, key)).length;
  return (has("LoRA_type") || has("network_dim")) && ownKeys.filter(has).length >= 2 && known >= 8;
}

/**
 * Reads the JSON that Kohya's GUI saves. Every key is kept in its place, also unknown ones; of a key that is there twice
 * the last value counts, as in Python. A key such as `__proto__` is a key like any other.
 * Throws `badArguments` when it is too large, no JSON, or no configuration of the GUI.
 */
export function readKohya(text: string): KohyaConfig {
  if (text.length > largestKohyaText) {
    throw new StudioError(
      "badArguments",
      say("Expected a Kohya configuration of at most {largestKohyaText} characters, found {count}.", {
        largestKohyaText,
        count: text.length,
      }),
      say("Choose the .json file that Kohya's GUI saved, not a data file."),
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new StudioError(
      "badArguments",
      say("Expected the JSON of a Kohya configuration, found text that is no JSON."),
      cause instanceof SyntaxError ? cause.message : say("Save the configuration again in Kohya's GUI."),
      cause,
    );
  }
  if (isKohyaConfig(value)) return value;
  throw new StudioError(
    "badArguments",
    say("Expected a LoRA configuration of Kohya's GUI with keys such as LoRA_type and network_dim, found other JSON."),
    say("Choose a .json file that was saved on the LoRA page of Kohya's GUI."),
  );
}

/** By which GUI's rules a configuration is to be read: a key that came with v25 or later says "26". */
export const kohyaVersion = (config: KohyaConfig): KohyaVersion =>
  Object.keys(config).some((key) => Object.hasOwn(kohyaDefaultsSince25, key)) ? "26" : "24";
