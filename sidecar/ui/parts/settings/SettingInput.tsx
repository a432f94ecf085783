import { useEffect, useRef, useState } from "preact/hooks";
import { presets } from "../../state/choice.js";
import { words } from "../../state/look.js";
import { changeSetting, type Setting, type SettingValue } from "../../state/settings.js";
import { models } from "../../state/tagging.js";

interface InputOptions {
  setting: Setting;
  label: string;
  /** Of the note below. */
  describedBy: string;
}

const written = (value: SettingValue): string => {
  if (value === null) return "";
  return Array.isArray(value) ? value.join("\n") : String(value);
};

/** What was typed as the setting's value; what is no number goes as it is, and is refused with what is expected. */
function typedValue({ kind }: Setting, typed: string): SettingValue {
  const lines = typed.split("\n").map((line) => line.trim());
  if (kind === "folders" || kind === "addresses") {
    const entries = lines.filter((line) => line !== "");
    return entries.length === 0 ? null : entries;
  }
  const bare = typed.trim();
  if (bare === "") return null;
  return kind === "number" && Number.isFinite(Number(bare)) ? Number(bare) : bare;
}

/** A text that is kept when the field is left, by Enter, and when the dialog is closed with it. */
function TypedInput({ setting, label, describedBy }: InputOptions) {
  const now = written(setting.value);
  const [typed, setTyped] = useState(now);
  const latest = useRef({ typed: now, sent: now, seen: now, setting });
  // What the studio made of it, or another window set, is shown; what it refused stays, to be corrected.
  if (latest.current.seen !== now) {
    latest.current = { typed: now, sent: now, seen: now, setting };
    setTyped(now);
  }
  latest.current.setting = setting;
  const keep = (): void => {
    const { typed: last, sent, setting: of } = latest.current;
    if (last === sent || !of.editable) return;
    latest.current.sent = last;
    void changeSetting(of.name, typedValue(of, last));
  };
  useEffect(() => keep, []);
  const common = {
    "aria-label": label,
    "aria-describedby": describedBy,
    value: typed,
    disabled: !setting.editable,
    spellcheck: false,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      latest.current.typed = currentTarget.value;
      setTyped(currentTarget.value);
    },
    onBlur: keep,
  };
  if (setting.kind === "folders" || setting.kind === "addresses") {
    return <textarea rows={Math.max(2, now.split("\n").length)} {...common} />;
  }
  const { least, most, whole } = setting;
  return (
    <>
      <input
        type={setting.kind === "number" ? "number" : "text"}
        min={least}
        max={most}
        step={whole ? 1 : 0.05}
        {...common}
        list={setting.name === "tagger.model" ? "settings-taggers" : undefined}
        onKeyDown={({ key, currentTarget }) => key === "Enter" && currentTarget.blur()}
      />
      {setting.name === "tagger.model" && (
        <datalist id="settings-taggers">
          {models.value.map(({ name, model }) => (
            <option key={model} value={model} label={name} />
          ))}
        </datalist>
      )}
    </>
  );
}

function ChosenInput({ setting, label, describedBy, options }: InputOptions & { options: [string, string][] }) {
  return (
    <select
      aria-label={label}
      aria-describedby={describedBy}
      value={written(setting.value)}
      disabled={!setting.editable}
      onChange={({ currentTarget }) => void changeSetting(setting.name, currentTarget.value || null)}
    >
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** What a setting is entered with. */
export function SettingInput(options: InputOptions) {
  const { setting, label, describedBy } = options;
  const { settings: said, choose } = words.value;
  if (setting.kind === "flag") {
    return (
      <input
        type="checkbox"
        aria-label={label}
        aria-describedby={describedBy}
        checked={setting.value === true}
        disabled={!setting.editable}
        onChange={({ currentTarget }) => void changeSetting(setting.name, currentTarget.checked)}
      />
    );
  }
  if (setting.kind === "choice") {
    const named = said.choices[setting.name];
    return <ChosenInput {...options} options={(setting.choices ?? []).map((one) => [one, named?.[one] ?? one])} />;
  }
  if (setting.name === "tagger.preset") {
    const names = presets.value.map(({ name, builtIn }): [string, string] => [
      name,
      builtIn ? (choose.preset[name] ?? name) : name,
    ]);
    return <ChosenInput {...options} options={[["", said.noPreset], ...names]} />;
  }
  return <TypedInput {...options} />;
}
