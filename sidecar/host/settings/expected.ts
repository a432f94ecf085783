import { settingTable } from "./definitions.js";
import type { SettingName } from "./names.js";

/** What a setting's value is expected to be, in a sentence's part. */
export function expectedValue(name: SettingName): string {
  const { kind, choices, range, whole } = settingTable[name];
  const usual: Record<typeof kind, string> = {
    flag: "true or false",
    choice: `one of ${(choices ?? []).join(", ")}`,
    number: `a ${whole ? "whole " : ""}number from ${range?.[0]} to ${range?.[1]}`,
    text: "a text",
    folder: "the full path of a folder",
    file: "the full path of a file",
    folders: "a list of full paths of folders",
    addresses: "a list of addresses such as http://127.0.0.1:7860",
  };
  return usual[kind];
}

const MOST_SHOWN = 80;

/** A value that did not fit, short enough for a sentence. */
export const foundValue = (value: unknown): string => {
  const written = JSON.stringify(value) ?? String(value);
  return written.length > MOST_SHOWN ? `${written.slice(0, MOST_SHOWN)}…` : written;
};
