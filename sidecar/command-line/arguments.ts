import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { reportError, StudioError } from "../host/studio-error.js";

type OptionKinds = Record<string, { type: "string" | "boolean"; multiple?: boolean }>;

/** What an option takes: one text, several by being repeated, or nothing. */
export const text = { type: "string" } as const;
export const texts = { type: "string", multiple: true } as const;
export const flag = { type: "boolean" } as const;

export interface Words {
  /** What is no option, in its order. */
  words: string[];
  text(name: string): string | undefined;
  /** All values of an option that may be repeated. */
  texts(name: string): string[];
  flag(name: string): boolean;
}

export interface Arguments extends Omit<Words, "words"> {
  folder: string;
}

const wrong = (message: string, hint: string): StudioError => new StudioError("badArguments", message, hint);

/** Relative folders are meant from where the user stands; npm moves the process and keeps that in INIT_CWD. */
export const fromWhereTheUserStands = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

/** Parses words and the named options. @throws StudioError "badArguments" naming what is off. */
export function parseWords(argumentList: string[], options: OptionKinds, usage: string): Words {
  try {
    const { values, positionals } = parseArgs({ args: argumentList, options, allowPositionals: true });
    const text = (name: string): string | undefined => {
      const value = values[name];
      return typeof value === "string" ? value : undefined;
    };
    const texts = (name: string): string[] => {
      const given = values[name];
      return Array.isArray(given) ? given.filter((value) => typeof value === "string") : [];
    };
    return { words: positionals, text, texts, flag: (name) => values[name] === true };
  } catch (error) {
    throw wrong(reportError(error).message, usage);
  }
}

/** Parses `FOLDER` and the named options. @throws StudioError "badArguments" naming what is off. */
export function parseArguments(argumentList: string[], options: OptionKinds, usage: string): Arguments {
  const { words, ...given } = parseWords(argumentList, options, usage);
  const [folder, ...more] = words;
  if (folder === undefined) throw wrong("A folder is missing.", usage);
  if (more.length > 0) throw wrong(`One folder is expected; found also: ${more.join(" ")}`, usage);
  return { folder: fromWhereTheUserStands(folder), ...given };
}

/** A number 0–1, or `fallback` when the option was not given. */
export function threshold(name: string, value: string | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  const number = Number(value);
  if (value.trim() !== "" && number >= 0 && number <= 1) return number;
  throw wrong(`--${name} expects a number from 0 to 1; found "${value}".`, `For instance --${name} 0.35`);
}

/** A whole number of at least 1. */
export function wholeNumber(name: string, value: string): number {
  if (/^[1-9]\d{0,14}$/.test(value)) return Number(value);
  throw wrong(`--${name} expects a whole number of at least 1; found "${value}".`, `For instance --${name} 4`);
}

/** The parts of a comma-separated option, trimmed, empty ones left out; `\\,` is a comma inside a part. */
/** A number in these limits. @throws StudioError "badArguments" */
export function numberWithin(name: string, value: string, [least, most]: readonly [number, number]): number {
  const parsed = value.trim() === "" ? Number.NaN : Number(value);
  if (parsed >= least && parsed <= most) return parsed;
  throw new StudioError(
    "badArguments",
    `--${name} expects a number from ${least} to ${most}; found "${value}".`,
    "Give a number such as 0.75.",
  );
}

export const commaList = (value: string | undefined): string[] =>
  (value ?? "")
    .split(/(?<!\\),/)
    .map((part) => part.replaceAll("\\,", ",").trim())
    .filter((part) => part !== "");

/** One of the words an option knows. @throws StudioError "badArguments" that lists them */
export function oneOf<T extends string>(name: string, value: string | undefined, known: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = known.find((word) => word === value);
  if (found !== undefined) return found;
  throw wrong(`--${name} expects ${known.join(", ")}; found "${value}".`, `For instance --${name} ${known[0]}`);
}
