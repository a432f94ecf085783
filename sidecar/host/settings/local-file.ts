import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, TomlError } from "smol-toml";
import { inEnglish } from "../../words/sentence.js";
import { isSettingName, type SettingName } from "../../words/setting-names.js";
import { reportError, systemCode } from "../studio-error.js";
import { type Allowance, type SettingValues, settingTable } from "./definitions.js";
import { unfitting } from "./expected.js";

/** What is off in a settings file: the whole (`name` is null), or one entry, which then counts as not written. */
export interface SettingsProblem {
  kind: "unreadable" | "syntax" | "unknown" | "value" | "setAside";
  /** The file that has it. */
  path: string;
  name: string | null;
  /** In English: what was expected and found. */
  message: string;
}

/** `atelier.toml` of the state folder: what the machine's owner wrote by hand. No program of ours ever writes it. */
export interface LocalFile {
  path: string;
  exists: boolean;
  /** What it sets, which nothing else can change. */
  values: Partial<SettingValues>;
  problems: readonly SettingsProblem[];
}

export const localFilePath = (stateFolder: string): string => join(stateFolder, "atelier.toml");

/** Names with dots, as tables are written: `[trainer] folder = …` is `trainer.folder`. */
function flat(table: object, before = ""): [string, unknown][] {
  return Object.entries(table).flatMap(([key, value]): [string, unknown][] => {
    const isTable = typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
    return isTable ? flat(value, `${before}${key}.`) : [[`${before}${key}`, value]];
  });
}

/** Takes one entry over, or says what is off with it. */
export function takeValue<N extends SettingName>(values: Partial<SettingValues>, name: N, value: unknown): boolean {
  const parsed: SettingValues[N] | undefined = settingTable[name].parse(value);
  if (parsed === undefined) return false;
  values[name] = parsed;
  return true;
}

/** The file's text, parsed. What is off with one entry leaves the others as they are; one that is no TOML sets nothing. */
export function parseLocalFile(path: string, text: string): Pick<LocalFile, "values" | "problems"> {
  const values: Partial<SettingValues> = {};
  const problems: SettingsProblem[] = [];
  let table: object;
  try {
    table = parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const where = error instanceof TomlError ? ` at line ${error.line}, column ${error.column}` : "";
    const [first = ""] = reportError(error).message.split("\n");
    const message = `TOML is expected; found${where}: ${first}`;
    return { values, problems: [{ kind: "syntax", path, name: null, message }] };
  }
  for (const [name, value] of flat(table)) {
    if (!isSettingName(name)) {
      problems.push({ kind: "unknown", path, name, message: `There is no setting "${name}".` });
    } else if (!takeValue(values, name, value)) {
      problems.push({ kind: "value", path, name, message: inEnglish(unfitting(name, value)) });
    }
  }
  return { values, problems };
}

/** Reads the local file of a state folder. Nothing is allowed to visitors by a file that cannot be read. */
export function readLocalFile(stateFolder: string): LocalFile {
  const path = localFilePath(stateFolder);
  try {
    return { path, exists: true, ...parseLocalFile(path, readFileSync(path, "utf8")) };
  } catch (error) {
    if (systemCode(error) === "ENOENT") return { path, exists: false, values: {}, problems: [] };
    const problem = { kind: "unreadable", path, name: null, message: reportError(error).message } as const;
    return { path, exists: true, values: {}, problems: [problem] };
  }
}

/** What the file allows visitors without a login. */
export const allowedByFile =
  ({ values }: Pick<LocalFile, "values">) =>
  (what: Allowance): boolean =>
    values[`allow.${what}`] === true;
