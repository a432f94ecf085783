import { computed, effect, signal } from "@preact/signals";
import { languageOf, type PageLanguage } from "../../webui/page/locale-language.js";
import { en, type Words } from "../../words/en.js";
import { ja } from "../../words/ja.js";
import { followHostLook, hostLook } from "../webui/host-look.js";
import { keep, kept, onKept } from "./kept.js";
import { dress } from "./page-colours.js";

/** "auto": as the WebUI around us, else as the system. */
export type Theme = "auto" | "light" | "dark";
export type Language = PageLanguage;

const query = new URLSearchParams(location.search);

const asTheme = (value: string | null): Theme | null =>
  value === "light" || value === "dark" || value === "auto" ? value : null;
const asChoice = (value: string | null): Language | "auto" | null =>
  value === "ja" || value === "en" || value === "auto" ? value : null;

export const theme = signal<Theme>(asTheme(query.get("theme")) ?? asTheme(kept("theme")) ?? "auto");
/** "auto": as the WebUI's localisation, which our tab hands on, else as the browser. */
export const languageChoice = signal<Language | "auto">(
  asChoice(query.get("lang")) ?? asChoice(kept("language")) ?? "auto",
);

const byItself: Language = languageOf(query.get("locale")) ?? languageOf(navigator.language) ?? "en";
export const language = computed<Language>(() => (languageChoice.value === "auto" ? byItself : languageChoice.value));

/** All sentences, in the chosen language. */
export const words = computed<Words>(() => (language.value === "ja" ? ja : en));

const systemDark = matchMedia("(prefers-color-scheme: dark)");
const systemIsDark = signal(systemDark.matches);

export const isDark = computed(() =>
  theme.value === "auto" ? (hostLook.value?.dark ?? systemIsDark.value) : theme.value === "dark",
);

export function followLook(): void {
  followHostLook();
  systemDark.addEventListener("change", () => {
    systemIsDark.value = systemDark.matches;
  });
  effect(() => {
    document.documentElement.lang = language.value;
  });
  effect(() => dress(isDark.value, hostLook.value));
  // Another tab of the same WebUI has it too.
  onKept("theme", (value) => {
    theme.value = asTheme(value) ?? "auto";
  });
  onKept("language", (value) => {
    languageChoice.value = asChoice(value) ?? "auto";
  });
}

export function chooseTheme(value: Theme): void {
  theme.value = value;
  keep("theme", value);
}

export function chooseLanguage(value: Language | "auto"): void {
  languageChoice.value = value;
  keep("language", value);
}
