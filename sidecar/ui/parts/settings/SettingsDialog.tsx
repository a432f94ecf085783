import { useEffect } from "preact/hooks";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import { keptLast, type Listed, readSettings, type Setting, settings, settingsError } from "../../state/settings.js";
import { Dialog } from "../Dialog.js";
import { DialogEnd } from "../DialogEnd.js";
import { Problem } from "../Problem.js";
import { FileProblems, LocalFileNote } from "./LocalFileNote.js";
import { SettingRow } from "./SettingRow.js";

/** Groups in the order of their first setting. */
function grouped(all: readonly Setting[]): [Setting["group"], Setting[]][] {
  const groups = new Map<Setting["group"], Setting[]>();
  for (const setting of all) groups.set(setting.group, [...(groups.get(setting.group) ?? []), setting]);
  return [...groups];
}

function Groups({ listed }: { listed: Listed }) {
  const { settings: said } = words.value;
  return (
    <>
      <FileProblems listed={listed} />
      {grouped(listed.settings).map(([group, all]) => (
        <fieldset class="setting-group" key={group}>
          <legend>{said.groups[group]}</legend>
          {all.map((setting) => (
            <SettingRow setting={setting} key={setting.name} />
          ))}
          {group === "machines" && (
            <button type="button" class="small" onClick={() => (panel.value = "machines")}>
              {words.value.machines.show}
            </button>
          )}
          {group === "program" && (
            <p class="muted">
              {said.inWebui} {said.perBrowser}
            </p>
          )}
          {group === "visitors" && <LocalFileNote listed={listed} />}
        </fieldset>
      ))}
    </>
  );
}

function Inside() {
  const { settings: said } = words.value;
  useEffect(() => {
    keptLast.value = null;
    void readSettings();
  }, []);
  const failed = settingsError.value;
  return (
    <>
      <h2>{said.title}</h2>
      {failed !== null && failed.name === null && <Problem error={failed.error} />}
      {settings.value === null ? (
        failed === null && <progress aria-label={said.title} />
      ) : (
        <Groups listed={settings.value} />
      )}
      <DialogEnd close={said.close} />
    </>
  );
}

/** What the user sets once for all rooms. */
export function SettingsDialog() {
  return (
    <Dialog name="settings" title={words.value.settings.title}>
      <Inside />
    </Dialog>
  );
}
