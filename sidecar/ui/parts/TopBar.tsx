import { folder } from "../state/address.js";
import { chooseLanguage, chooseTheme, language, type Theme, theme, words } from "../state/look.js";
import { drawerOpen, panel } from "../state/panels.js";

const lastPart = (path: string): string => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;

function isTheme(value: string): value is Theme {
  return value === "auto" || value === "light" || value === "dark";
}

export function TopBar() {
  const { top, name, keys, settings } = words.value;
  return (
    <header class="top">
      <h1 class="brand">{name}</h1>
      <button type="button" class="folder-button" onClick={() => (panel.value = "picker")} title={folder.value ?? ""}>
        {folder.value === null ? top.openFolder : lastPart(folder.value)} <span aria-hidden="true">▾</span>
      </button>
      <span class="folder-path">{folder.value}</span>
      <span class="space" />
      <button type="button" class="quiet" onClick={() => (panel.value = "finder")}>
        {top.find} <kbd>/</kbd>
      </button>
      <button type="button" class="quiet wide-only" aria-label={keys.title} onClick={() => (panel.value = "keys")}>
        <kbd>?</kbd>
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={settings.title}
        title={settings.title}
        onClick={() => (panel.value = "settings")}
      >
        <span aria-hidden="true">⚙</span>
      </button>
      <select
        aria-label={top.theme}
        value={theme.value}
        onChange={({ currentTarget }) => isTheme(currentTarget.value) && chooseTheme(currentTarget.value)}
      >
        {(["auto", "light", "dark"] as const).map((value) => (
          <option key={value} value={value}>
            {top.themes[value]}
          </option>
        ))}
      </select>
      <select
        aria-label={top.language}
        value={language.value}
        onChange={({ currentTarget }) => chooseLanguage(currentTarget.value === "ja" ? "ja" : "en")}
      >
        <option value="en">English</option>
        <option value="ja">日本語</option>
      </select>
      <button
        type="button"
        class="narrow-only"
        disabled={folder.value === null}
        aria-expanded={drawerOpen.value}
        onClick={() => (drawerOpen.value = !drawerOpen.value)}
      >
        {top.details}
      </button>
    </header>
  );
}
