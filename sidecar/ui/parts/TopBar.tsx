import { folder } from "../state/address.js";
import { hasDetails } from "../state/details.js";
import { words } from "../state/look.js";
import { drawerOpen, panel } from "../state/panels.js";
import { CoverButton } from "./CoverButton.js";
import { LookChoices } from "./LookChoices.js";

const lastPart = (path: string): string => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;

export function TopBar() {
  const { top, name, keys, settings } = words.value;
  return (
    <header class="top">
      <h1 class="brand">{name}</h1>
      <button
        type="button"
        class="folder-button"
        data-tour="folder"
        onClick={() => (panel.value = "picker")}
        title={folder.value ?? ""}
      >
        {folder.value === null ? top.openFolder : lastPart(folder.value)} <span aria-hidden="true">▾</span>
      </button>
      <span class="folder-path">{folder.value}</span>
      <span class="space" />
      <button type="button" class="quiet" data-tour="find" onClick={() => (panel.value = "finder")}>
        {top.find} <kbd>/</kbd>
      </button>
      <button type="button" class="quiet wide-only" aria-label={keys.title} onClick={() => (panel.value = "keys")}>
        <kbd>?</kbd>
      </button>
      <button
        type="button"
        class="quiet"
        data-tour="settings"
        aria-label={settings.title}
        title={settings.title}
        onClick={() => (panel.value = "settings")}
      >
        <span aria-hidden="true">⚙</span>
      </button>
      <LookChoices />
      <CoverButton />
      <button
        type="button"
        class="narrow-only"
        disabled={!hasDetails.value}
        aria-expanded={drawerOpen.value}
        onClick={() => (drawerOpen.value = !drawerOpen.value)}
      >
        {top.details}
      </button>
    </header>
  );
}
