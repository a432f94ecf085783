import { parse, TomlError } from "smol-toml";
import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import { parameterNamed } from "../parameters/table.js";
import type { Arguments, ArgumentValue } from "../plan.js";

/** Characters of the largest TOML that is read; the trainer's own have about 3 000. */
export const largestTomlText = 4 * 1024 * 1024;

/** Keys of dataset files only that must have a point. Source: `ConfigSanitizer` of sd-scripts 48d368fa. */
const ofDatasets: readonly string[] = ["face_crop_aug_range", "network_multiplier"];

/** With a point a share of all steps, without one a count. */
const eitherKind: readonly string[] = ["lr_warmup_steps", "lr_decay_steps"];

/** Whether the trainer reads `name` as a number with a point. */
function hasPoint(name: string): boolean {
  const type = parameterNamed(name)?.type;
  return ((type === "number" || type === "numbers") && !eitherKind.includes(name)) || ofDatasets.includes(name);
}

function number(value: number, point: boolean): string {
  if (!point && Number.isSafeInteger(value)) return String(value + 0);
  const text = String(value + 0);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** A basic string. What TOML cannot hold, half of a character pair, is replaced as UTF-8 would. */
const text = (value: string): string =>
  JSON.stringify(Buffer.from(value, "utf8").toString("utf8")).replaceAll("\x7f", "\\u007f");

function written(name: string, value: ArgumentValue): string {
  if (Array.isArray(value)) {
    // The trainer's reader (toml 0.10.2) refuses lists of whole numbers and others.
    const point = hasPoint(name) || value.some((one) => typeof one === "number" && !Number.isSafeInteger(one));
    return `[${value.map((one) => (typeof one === "number" ? number(one, point) : text(one))).join(", ")}]`;
  }
  if (typeof value === "number") return number(value, hasPoint(name));
  return typeof value === "string" ? text(value) : String(value);
}

/** Lines `name = value`, by name; the same arguments always give the same text. */
export const tomlLines = (given: Arguments): string[] =>
  Object.keys(given)
    .sort()
    .flatMap((name) => {
      const value = given[name];
      const key = /^[A-Za-z0-9_-]+$/.test(name) ? name : text(name);
      return value === undefined ? [] : [`${key} = ${written(name, value)}`];
    });

/** A table as TOML has it: whole numbers are bigints, so that 1 and 1.0 stay apart. */
export type TomlTable = Record<string, unknown>;

export const isTable = (value: unknown): value is TomlTable =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** Parses TOML. Throws `badArguments` when it is too large, no TOML, or has keys such as `__proto__`. */
export function parseToml(source: string): TomlTable {
  if (source.length > largestTomlText) {
    throw new StudioError(
      "badArguments",
      say("Expected a TOML file of at most {largestTomlText} characters, found {count}.", {
        largestTomlText,
        count: source.length,
      }),
      say("Choose the trainer's configuration, not a data file."),
    );
  }
  try {
    return parse(source.replace(/^\uFEFF/, ""), { integersAsBigInt: true, unsafeKeyBehaviour: "throw", maxDepth: 64 });
  } catch (cause) {
    throw new StudioError(
      "badArguments",
      cause instanceof TomlError
        ? say("Expected TOML, found text that is none, line {line}, column {column}.", {
            line: cause.line,
            column: cause.column,
          })
        : say("Expected TOML, found text that is none."),
      cause instanceof TomlError ? (cause.message.split("\n")[0] ?? "") : say("Look at the file in a text editor."),
      cause,
    );
  }
}

/** What a value of TOML is called in an error. */
export function describeToml(value: unknown): string {
  if (typeof value === "bigint") return `the whole number ${value}`;
  if (typeof value === "string")
    return `the text ${JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)}`;
  if (typeof value === "number" || typeof value === "boolean") return `the ${typeof value} ${value}`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return value instanceof Date ? "a date" : "a table";
}

/** A number of TOML; null where it is no finite number that JavaScript holds exactly. */
function plainNumber(value: unknown): number | null {
  const found = typeof value === "bigint" ? Number(value) : value;
  if (typeof found !== "number" || !Number.isFinite(found)) return null;
  return typeof value === "bigint" && !Number.isSafeInteger(found) ? null : found;
}

/** An argument of TOML; null where an argument cannot be that (a date, a table, a list of lists, infinity). */
export function plainArgument(value: unknown): ArgumentValue | null {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (!Array.isArray(value)) return plainNumber(value);
  const parts = value.map((one) => (typeof one === "string" ? one : plainNumber(one)));
  const kept = parts.filter((one) => one !== null);
  return kept.length === parts.length ? kept : null;
}
