import type { Params, Result } from "../../protocol/validate.js";
import type { Roots } from "../host/roots.js";
import { hidesPassword, withoutPassword, withPasswords } from "../host/settings/addresses.js";
import { type SettingValue, type SettingValues, settingTable } from "../host/settings/definitions.js";
import { unfitting } from "../host/settings/expected.js";
import { takeValue } from "../host/settings/local-file.js";
import type { SettingChanges, Settings } from "../host/settings/settings.js";
import { StudioError } from "../host/studio-error.js";
import type { Database } from "../store/database.js";
import { say } from "../words/sentence.js";
import { isSettingName, type SettingName, settingNames } from "../words/setting-names.js";
import { checkSetting, requireThere } from "./settings-checks.js";

interface SettingsRoom {
  database: Database;
  roots: Roots;
  settings: Settings;
  stateFolder: string;
}

type Row = Result<"settings/list">["settings"][number];

// What tells where things lie on this machine, or how other machines are reached.
const privateKinds: readonly string[] = ["folder", "file", "folders", "addresses"];

// Addresses that may hold a password.
const addressNames: readonly SettingName[] = ["webui.addresses", "machines.queue"];

/** What a page gave back of an address, without its password, is that address. @throws StudioError "badArguments" for another */
function withKnownPasswords(name: SettingName, value: unknown, { settings }: SettingsRoom): unknown {
  if (!addressNames.includes(name)) return value;
  const known = [settings.get(name)].flat().map(String);
  const given = Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : [];
  const whole = withPasswords(given, known);
  const changed = whole.find(hidesPassword);
  if (changed !== undefined)
    throw new StudioError(
      "badArguments",
      say("{address} was changed, and its password is not known here.", { address: changed }),
      say("Write the password again."),
    );
  if (Array.isArray(value)) return whole;
  return typeof value === "string" ? whole[0] : value;
}

export const unknownSetting = (name: string): StudioError =>
  new StudioError(
    "badArguments",
    say('There is no setting "{name}".', { name: name.slice(0, 80) }),
    say("`settings list` has them all."),
  );

function refuseWriter(name: SettingName, { roots, settings }: SettingsRoom): void {
  const { writer } = settingTable[name];
  const path = roots.exposed ? "atelier.toml" : settings.localFile.path;
  if (writer === "localFile") {
    throw new StudioError(
      "notAllowed",
      say("{name} is set by nobody but who can write a file on the machine.", { name }),
      say("Write it into {path}, then start the studio anew.", { path }),
    );
  }
  if (writer === "owner" && roots.exposed) {
    throw new StudioError(
      "notAllowed",
      say("{name} is set only on the machine itself, or behind a login.", { name }),
      say("Open the studio on its machine, or turn the WebUI's login on."),
    );
  }
}

/** One new value, recognised and looked at. @throws StudioError */
async function readChange(name: SettingName, value: unknown, room: SettingsRoom): Promise<Partial<SettingValues>> {
  const changes: Partial<SettingValues> = {};
  if (!takeValue(changes, name, withKnownPasswords(name, value, room))) {
    throw new StudioError("badArguments", unfitting(name, value), say("null gives it its default again."));
  }
  const { kind } = settingTable[name];
  const taken: SettingValue = changes[name] ?? null;
  const paths = Array.isArray(taken) ? taken.map(String) : [String(taken)];
  if (privateKinds.includes(kind) && kind !== "addresses") {
    for (const path of paths) {
      // Refuses devices and other machines' shares; what is written stays, for a Python's link is not the Python.
      await room.roots.permit(path);
      await requireThere(path, kind === "file" ? "file" : "folder");
    }
  }
  await checkSetting(name, taken, room);
  return changes;
}

function row(name: SettingName, { roots, settings }: SettingsRoom): Row {
  const { kind, group, writer, atNextStart, choices, range, whole, default: usual } = settingTable[name];
  const value: SettingValue = settings.get(name);
  const source = settings.sourceOf(name);
  // A tagger may be named by its folder.
  const isPath =
    privateKinds.includes(kind) || name === "machines.listen" || (kind === "text" && /[\\/]/.test(String(value)));
  const isHidden = roots.exposed && isPath && source !== "default";
  const wire = (one: SettingValue): Row["value"] => {
    if (isHidden) return null;
    const isAddress = addressNames.includes(name);
    if (typeof one === "string") return isAddress ? withoutPassword(one) : one;
    if (typeof one !== "object" || one === null) return one;
    return isAddress ? one.map(withoutPassword) : [...one];
  };
  return {
    name,
    group,
    kind,
    value: wire(value),
    default: wire(usual),
    source,
    hidden: isHidden,
    editable: source !== "localFile" && (writer === "anybody" || (writer === "owner" && !roots.exposed)),
    localOnly: writer === "localFile",
    atNextStart,
    ...(choices ? { choices: [...choices] } : {}),
    ...(range ? { least: range[0], most: range[1], whole: whole === true } : {}),
  };
}

/** All settings, what decides each, and their changes. */
export function settingsMethods(room: SettingsRoom) {
  const { roots, settings } = room;
  const list = (): Result<"settings/list"> => ({
    revision: settings.revision(),
    path: roots.exposed ? null : settings.path,
    localFile: { path: roots.exposed ? null : settings.localFile.path, exists: settings.localFile.exists },
    // They quote what the files hold.
    problems: roots.exposed ? [] : settings.problems().map((problem) => ({ ...problem })),
    settings: settingNames.map((name) => row(name, room)),
  });
  return {
    "settings/list": async (): Promise<Result<"settings/list">> => list(),
    async "settings/set"({ values, ifRevision }: Params<"settings/set">): Promise<Result<"settings/set">> {
      const changes: SettingChanges = {};
      for (const [name, value] of Object.entries(values)) {
        if (!isSettingName(name)) throw unknownSetting(name);
        refuseWriter(name, room);
        Object.assign(changes, value === null ? { [name]: null } : await readChange(name, value, room));
      }
      settings.set(changes, ifRevision);
      return list();
    },
  };
}
