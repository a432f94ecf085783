import { computed, effect, signal } from "@preact/signals";
import { en, type Words } from "../../words/en.js";
import { ja } from "../../words/ja.js";
import { keep, kept } from "./kept.js";

export type Theme = "auto" | "light" | "dark";
export type Language = "en" | "ja";

const query = new URLSearchParams(location.search);

const asTheme = (value: string | null): Theme | null =>
  value === "light" || value === "dark" || value === "auto" ? value : null;
const asLanguage = (value: string | null | undefined): Language | null =>
  value === "ja" || value === "en" ? value : null;

export const theme = signal<Theme>(asTheme(query.get("theme")) ?? asTheme(kept("theme")) ?? "auto");
export const language = signal<Language>(
  asLanguage(query.get("lang")) ?? asLanguage(kept("language")) ?? asLanguage(navigator.language.slice(0, 2)) ?? "en",
);

/** All sentences, in the chosen language. */
export const words = computed<Words>(() => (language.value === "ja" ? ja : en));

const systemDark = matchMedia("(prefers-color-scheme: dark)");
const hostDark = signal<boolean | null>(null);
const systemIsDark = signal(systemDark.matches);

/** The WebUI marks its dark theme by a class on its body; its page is of our own origin. */
function readHostTheme(): void {
  try {
    const body = window.parent === window ? null : window.parent.document.body;
    hostDark.value = body ? body.classList.contains("dark") : null;
  } catch {
    hostDark.value = null;
  }
}

function watchHostTheme(): void {
  readHostTheme();
  if (hostDark.value === null) return;
  new MutationObserver(readHostTheme).observe(window.parent.document.body, { attributeFilter: ["class"] });
}

export const isDark = computed(() =>
  theme.value === "auto" ? (hostDark.value ?? systemIsDark.value) : theme.value === "dark",
);

export function followLook(): void {
  watchHostTheme();
  systemDark.addEventListener("change", () => {
    systemIsDark.value = systemDark.matches;
  });
  effect(() => {
    document.documentElement.dataset.theme = isDark.value ? "dark" : "light";
    document.documentElement.lang = language.value;
  });
}

export function chooseTheme(value: Theme): void {
  theme.value = value;
  keep("theme", value);
}

export function chooseLanguage(value: Language): void {
  language.value = value;
  keep("language", value);
}
