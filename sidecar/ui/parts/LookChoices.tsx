import { useState } from "preact/hooks";
import { chooseLanguage, chooseTheme, type Language, languageChoice, type Theme, theme, words } from "../state/look.js";
import { ownFrame } from "../webui/own-frame.js";

const isTheme = (value: string): value is Theme => ["auto", "light", "dark"].includes(value);
const isLanguage = (value: string): value is Language | "auto" => ["auto", "en", "ja"].includes(value);

/** Theme and language; in a narrow window behind a button. */
export function LookChoices() {
  const [open, setOpen] = useState(false);
  const { top, webuiPage } = words.value;
  return (
    <>
      <button
        type="button"
        class="quiet narrow-only"
        aria-label={webuiPage.look}
        title={webuiPage.look}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6" />
          <path d="M8 2v12M8 2a6 6 0 0 1 0 12z" fill="currentcolor" />
        </svg>
      </button>
      <span class={open ? "look-choices open" : "look-choices"}>
        <select
          aria-label={top.theme}
          value={theme.value}
          onChange={({ currentTarget }) => isTheme(currentTarget.value) && chooseTheme(currentTarget.value)}
        >
          <option value="auto">{ownFrame ? webuiPage.webuiColours : top.themes.auto}</option>
          <option value="light">{top.themes.light}</option>
          <option value="dark">{top.themes.dark}</option>
        </select>
        <select
          aria-label={top.language}
          value={languageChoice.value}
          onChange={({ currentTarget }) => isLanguage(currentTarget.value) && chooseLanguage(currentTarget.value)}
        >
          <option value="auto">{ownFrame ? webuiPage.webuiLanguage : webuiPage.asBrowser}</option>
          <option value="en">English</option>
          <option value="ja">日本語</option>
        </select>
      </span>
    </>
  );
}
