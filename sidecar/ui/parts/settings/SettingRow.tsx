import { words } from "../../state/look.js";
import { changeSetting, keptLast, type Setting, settingsError } from "../../state/settings.js";
import { Problem } from "../Problem.js";
import { SettingInput } from "./SettingInput.js";

/** Why it is as it is, where that is not the default. */
function Origin({ setting }: { setting: Setting }) {
  const { settings: said } = words.value;
  const { source, hidden, editable, localOnly, atNextStart } = setting;
  const remarks = [
    ...(source === "localFile" ? [said.fixed] : []),
    ...(hidden ? [said.hidden] : []),
    ...(localOnly && source !== "localFile" ? [said.byHandOnly] : []),
    ...(!editable && !localOnly && source !== "localFile" ? [said.ownerOnly] : []),
    ...(atNextStart && editable ? [said.atNextStart] : []),
  ];
  return remarks.length === 0 ? null : <span class="setting-origin">{remarks.join(" · ")}</span>;
}

/** One setting: its name, its value, what it does. */
export function SettingRow({ setting }: { setting: Setting }) {
  const { settings: said } = words.value;
  const { name, kind, source, editable } = setting;
  // A newer sidecar may have one that this page does not know.
  const known: Readonly<Record<string, { label: string; note: string }>> = said.names;
  const { label, note } = known[name] ?? { label: name, note: "" };
  const noteId = `setting-${name}`;
  const failed = settingsError.value?.name === name ? settingsError.value.error : null;
  const many = kind === "folders" || kind === "addresses";
  return (
    <div class={`setting kind-${kind}`} data-setting={name}>
      <span class="setting-label">{label}</span>
      <span class="setting-value">
        <SettingInput setting={setting} label={label} describedBy={noteId} />
        {editable && source === "kept" && (
          <button
            type="button"
            class="small quiet"
            aria-label={said.resetNamed(label)}
            onClick={() => void changeSetting(name, null)}
          >
            {said.reset}
          </button>
        )}
      </span>
      <span class="setting-note muted" id={noteId}>
        {note} {many && said.listHint} <Origin setting={setting} />
      </span>
      {keptLast.value === name && (
        <span class="setting-kept green" role="status">
          ✓ {said.saved(label)}
        </span>
      )}
      {failed && <Problem error={failed} />}
    </div>
  );
}
