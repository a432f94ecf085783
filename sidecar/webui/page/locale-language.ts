/** The languages our page speaks. */
export type PageLanguage = "en" | "ja";

/**
 * The language for a name as localisation files and browsers have it: `ja_JP`, `ja-JP`, `zh_CN`. Languages that the
 * page does not speak are answered in English. Null for no choice: an empty name, or the WebUI's "None".
 */
export function languageOf(locale: string | null): PageLanguage | null {
  const name = locale?.trim().toLowerCase() ?? "";
  if (name === "" || name === "none") return null;
  return /^(ja([^a-z]|$)|japanese)/.test(name) ? "ja" : "en";
}
