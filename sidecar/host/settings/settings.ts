import { inEnglish, say } from "../../words/sentence.js";
import { isSettingName, type SettingName } from "../../words/setting-names.js";
import { StudioError } from "../studio-error.js";
import { type SettingValues, settingTable } from "./definitions.js";
import { unfitting } from "./expected.js";
import { type Kept, keptFilePath, readKept, writeKept } from "./kept-file.js";
import { type LocalFile, readLocalFile, type SettingsProblem, takeValue } from "./local-file.js";

type SettingSource = "localFile" | "kept" | "default";

/** New values; null gives a setting its default again. */
export type SettingChanges = { [N in SettingName]?: SettingValues[N] | null };

/** What the user set. The local file wins over what was set on the page or by a command, and that over the default. */
export interface Settings {
  readonly path: string;
  readonly localFile: LocalFile;
  get<N extends SettingName>(name: N): SettingValues[N];
  sourceOf(name: SettingName): SettingSource;
  revision(): number;
  problems(): readonly SettingsProblem[];
  /**
   * All or none of the changes, kept before it returns.
   * @throws StudioError "changedElsewhere" when `ifRevision` is not the present one, "notAllowed" for what the local file
   *   sets, "fileNotWritten"
   */
  set(changes: SettingChanges, ifRevision?: number): void;
}

const fixedByFile = (name: string, { path }: LocalFile): StudioError =>
  new StudioError(
    "notAllowed",
    say("{name} is set in {path}, which wins.", { name, path }),
    say("Change it there, then start the studio anew."),
  );

const changedElsewhere = (): StudioError =>
  new StudioError(
    "changedElsewhere",
    say("The settings were changed elsewhere meanwhile."),
    say("Look at them again, then change them."),
  );

/** The values that fit, and what is off with the others. */
function understood(kept: Kept, path: string) {
  const values: Partial<SettingValues> = {};
  const problems: SettingsProblem[] = [];
  for (const [name, value] of Object.entries(kept.values)) {
    // A newer version may know it.
    if (!isSettingName(name)) continue;
    if (settingTable[name].writer !== "localFile" && takeValue(values, name, value)) continue;
    problems.push({ kind: "value", path, name, message: inEnglish(unfitting(name, value)) });
  }
  return { values, problems };
}

/** Reads the settings of a state folder. @param localFile as it was read, where it is known */
export function openSettings(stateFolder: string, localFile: LocalFile = readLocalFile(stateFolder)): Settings {
  const path = keptFilePath(stateFolder);
  const first = readKept(path);
  let kept = first.kept;
  let { values, problems } = understood(kept, path);
  const adopt = (next: Kept): void => {
    kept = next;
    ({ values, problems } = understood(kept, path));
  };
  const get = <N extends SettingName>(name: N): SettingValues[N] => {
    const fixed = localFile.values[name];
    if (fixed !== undefined) return fixed;
    return values[name] ?? settingTable[name].default;
  };
  return {
    path,
    localFile,
    get,
    sourceOf(name) {
      if (localFile.values[name] !== undefined) return "localFile";
      return values[name] === undefined ? "default" : "kept";
    },
    revision: () => kept.revision,
    problems: () => [...localFile.problems, ...(first.problem ? [first.problem] : []), ...problems],
    set(changes, ifRevision) {
      // What another hand wrote into the file meanwhile stays.
      const present = readKept(path).kept;
      if (present.revision !== kept.revision) adopt(present);
      if (ifRevision !== undefined && ifRevision !== present.revision) throw changedElsewhere();
      const named = Object.keys(changes).filter(isSettingName);
      const fixed = named.find((name) => localFile.values[name] !== undefined);
      if (fixed !== undefined) throw fixedByFile(fixed, localFile);
      const next: Record<string, unknown> = { ...present.values };
      for (const name of named) {
        const value = changes[name];
        if (value === undefined) continue;
        if (value === null) delete next[name];
        else next[name] = value;
      }
      const whole = { revision: present.revision + 1, values: next };
      writeKept(path, whole);
      adopt(whole);
    },
  };
}
