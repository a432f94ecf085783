import type { ErrorReport } from "../host/studio-error.js";

/** The terminal's language, as other programs read it: the first of these variables that is set decides. */
export const isJapanese = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): boolean =>
  /^ja(?:[_.-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || "");

/** An error in the terminal's language where its sentences are known, else in English. */
export async function inTerminalLanguage(
  { message, hint, said }: ErrorReport,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<{ message: string; hint: string }> {
  if (said === undefined || !isJapanese(environment)) return { message, hint };
  // Other languages need not read them.
  const { inJapanese } = await import("../words/said-ja/in-japanese.js");
  return {
    message: said.message ? inJapanese(said.message) : message,
    hint: said.hint ? inJapanese(said.hint) : hint,
  };
}
