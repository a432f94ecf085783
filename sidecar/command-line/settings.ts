import type { Result } from "../../protocol/validate.js";
import { settingTable } from "../host/settings/definitions.js";
import { StudioError } from "../host/studio-error.js";
import { unknownSetting } from "../server/settings-methods.js";
import { isSettingName } from "../words/setting-names.js";
import { settingsEn } from "../words/settings-en.js";
import { commaList, flag, fromWhereTheUserStands, parseWords } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

const usages = {
  list: "settings list [--json]",
  set: 'settings set NAME VALUE [--json]      (several folders or addresses: "A,B")',
  reset: "settings reset NAME… [--json]",
};
export const settingsUsage = Object.values(usages);

type Listed = Result<"settings/list">;
type Value = Listed["settings"][number]["value"];

const shown = (value: Value): string => {
  if (value === null || (Array.isArray(value) && value.length === 0)) return "–";
  return Array.isArray(value) ? value.join(", ") : String(value);
};

function printSettings({ settings, problems, path, localFile }: Listed, output: Output): void {
  let group = "";
  for (const one of settings) {
    if (one.group !== group) output.print(`${group === "" ? "" : "\n"}${settingsEn.groups[one.group]}`);
    group = one.group;
    const from = one.source === "localFile" ? `  (${settingsEn.fixed})` : one.source === "default" ? "  (default)" : "";
    output.print(`  ${one.name} = ${shown(one.value)}${from}`);
    if (isSettingName(one.name)) output.print(`      ${settingsEn.names[one.name].label}`);
  }
  output.print("");
  if (path !== null) output.print(`Kept in ${path}`);
  if (localFile.path !== null) {
    output.print(
      `${localFile.exists ? "Written by hand, and stronger" : "Written by hand, none yet"}: ${localFile.path}`,
    );
  }
  for (const problem of problems) output.say(`${problem.path}: ${problem.message}`);
}

/** A value as it is written in a command, by the kind of its setting. @throws StudioError "badArguments" */
export function writtenValue(name: string, written: string): NonNullable<Value> {
  if (!isSettingName(name)) {
    throw unknownSetting(name);
  }
  const { kind } = settingTable[name];
  if (kind === "folder" || kind === "file") return fromWhereTheUserStands(written);
  if (kind === "folders") return commaList(written).map(fromWhereTheUserStands);
  if (kind === "addresses") return commaList(written);
  if (kind === "number" && written.trim() !== "" && Number.isFinite(Number(written))) return Number(written);
  if (kind === "flag" && /^(true|on|yes)$/i.test(written)) return true;
  if (kind === "flag" && /^(false|off|no)$/i.test(written)) return false;
  // What does not fit is refused by the studio, which says what is expected.
  return written;
}

async function change(values: Record<string, Value>, output: Output): Promise<number> {
  return withClient(async (client) => {
    const listed = await client.call("settings/set", { values });
    if (output.json) output.document(listed);
    else {
      for (const one of listed.settings.filter(({ name }) => Object.hasOwn(values, name))) {
        output.print(`${one.name} = ${shown(one.value)}${one.atNextStart ? `  (${settingsEn.atNextStart})` : ""}`);
      }
    }
    return 0;
  });
}

/** `settings list|set|reset`. */
export async function settingsCommand(argumentList: string[], output: Output): Promise<number> {
  const [verb = "list", ...rest] = argumentList;
  if (verb === "list" || verb.startsWith("-")) {
    parseWords(verb === "list" ? rest : argumentList, { json: flag }, usages.list);
    return withClient(async (client) => {
      const listed = await client.call("settings/list", {});
      if (output.json) output.document(listed);
      else printSettings(listed, output);
      return 0;
    });
  }
  if (verb === "set") {
    const { words } = parseWords(rest, { json: flag }, usages.set);
    const [name, value, ...more] = words;
    if (name === undefined || value === undefined || more.length > 0) {
      throw new StudioError("badArguments", "A name and one value are expected.", usages.set);
    }
    return change({ [name]: writtenValue(name, value) }, output);
  }
  if (verb === "reset") {
    const { words } = parseWords(rest, { json: flag }, usages.reset);
    if (words.length === 0) throw new StudioError("badArguments", "A name is expected.", usages.reset);
    return change(Object.fromEntries(words.map((name) => [name, null])), output);
  }
  throw new StudioError("badArguments", "settings knows list, set, reset.", settingsUsage.join("\n"));
}
