import { homedir } from "node:os";
import { isAbsolute, resolve } from "node:path";

/** Kinds of settings, by what they are entered with. */
type SettingKind = "flag" | "choice" | "number" | "text" | "folder" | "file" | "folders" | "addresses";

/** How a value of one kind is recognised. */
export interface Kind<T> {
  kind: SettingKind;
  default: T;
  /** The value, tidied; undefined for one that does not fit. */
  parse(value: unknown): T | undefined;
  /** Of a choice. */
  choices?: readonly string[];
  /** Of a number. */
  range?: readonly [least: number, most: number];
  /** Of a number: nothing between 1 and 2 counts. */
  whole?: boolean;
}

// A list that somebody writes by hand has a few entries; one that is longer came about by mistake.
const MOST_ENTRIES = 100;
const MOST_CHARACTERS = 4096;

const asText = (value: unknown): string | undefined => {
  if (typeof value !== "string" || value.length > MOST_CHARACTERS || value.includes("\0")) return undefined;
  return value.trim() === "" ? undefined : value.trim();
};

/** A full path as people write or paste it: quotes of Explorer's "Copy as path", `~` for the own folder. */
const asPath = (value: unknown): string | undefined => {
  const bare = asText(value)
    ?.replace(/^(["'])(.*)\1$/, "$2")
    .replace(/^~(?=$|[\\/])/, () => homedir());
  return bare !== undefined && isAbsolute(bare) ? resolve(bare) : undefined;
};

const orNull =
  <T>(parse: (value: unknown) => T | undefined) =>
  (value: unknown): T | null | undefined =>
    value === null ? null : parse(value);

const listOf =
  (parse: (value: unknown) => string | undefined) =>
  (value: unknown): readonly string[] | undefined => {
    if (!Array.isArray(value) || value.length > MOST_ENTRIES) return undefined;
    const entries = value.map(parse).filter((entry) => entry !== undefined);
    return entries.length === value.length ? [...new Set(entries)] : undefined;
  };

export const flag = (usual: boolean): Kind<boolean> => ({
  kind: "flag",
  default: usual,
  parse: (value) => (typeof value === "boolean" ? value : undefined),
});

export const choice = <const C extends string>(choices: readonly C[], usual: C): Kind<C> => ({
  kind: "choice",
  default: usual,
  parse: (value) => choices.find((one) => one === value),
  choices,
});

/** Null: not set, another rule decides. */
export const number = (range: readonly [number, number], { whole = false } = {}): Kind<number | null> => ({
  kind: "number",
  default: null,
  parse: orNull((value) => {
    const fits = typeof value === "number" && value >= range[0] && value <= range[1];
    return fits && (!whole || Number.isInteger(value)) ? value : undefined;
  }),
  range,
  whole,
});

export const text: Kind<string | null> = { kind: "text", default: null, parse: orNull(asText) };
export const folder: Kind<string | null> = { kind: "folder", default: null, parse: orNull(asPath) };
export const file: Kind<string | null> = { kind: "file", default: null, parse: orNull(asPath) };
export const folders: Kind<readonly string[]> = { kind: "folders", default: [], parse: listOf(asPath) };
/** Which of them are addresses is looked at by those that ask there. */
export const addresses: Kind<readonly string[]> = { kind: "addresses", default: [], parse: listOf(asText) };
