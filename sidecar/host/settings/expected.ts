import { type Sentence, say } from "../../words/sentence.js";
import type { SettingName } from "../../words/setting-names.js";
import { settingTable } from "./definitions.js";

/** What a setting's value is expected to be, in a sentence's part. */
function expectedValue(name: SettingName): Sentence {
  const { kind, choices = [], range: [least, most] = [0, 0], whole } = settingTable[name];
  const usual: Record<typeof kind, Sentence> = {
    flag: say("true or false"),
    choice: say("one of {choices}", { choices: choices.join(", ") }),
    number: whole
      ? say("a whole number from {least} to {most}", { least, most })
      : say("a number from {least} to {most}", { least, most }),
    text: say("a text"),
    folder: say("the full path of a folder"),
    file: say("the full path of a file"),
    folders: say("a list of full paths of folders"),
    addresses: say("a list of addresses such as http://127.0.0.1:7860"),
  };
  return usual[kind];
}

/** Says what a setting expects, and what was found instead. */
export const unfitting = (name: SettingName, value: unknown): Sentence =>
  say("{name} expects {expected}; found {found}.", { name, expected: expectedValue(name), found: foundValue(value) });

const MOST_SHOWN = 80;

/** A value that did not fit, short enough for a sentence. */
const foundValue = (value: unknown): string => {
  const written = JSON.stringify(value) ?? String(value);
  return written.length > MOST_SHOWN ? `${written.slice(0, MOST_SHOWN)}…` : written;
};
