import type { Words } from "./en.js";

/** A history step's name in a language; what follows ": " in it is the user's own words. */
export function stepTitleIn({ history, editor }: Pick<Words, "history" | "editor">, name: string): string {
  const known = history.stepNames[name];
  if (known !== undefined) return known;
  const [, own = name, edits] = /^(.*?)(?: \((\d+) edits\))?$/.exec(name) ?? [];
  const [phrase = own, ...rest] = own.split(": ");
  const [, what = "", others] = /^(.*?)(?: and (\d+) more)?$/.exec(rest.join(": ")) ?? [];
  return editor.stepTitle({
    phrase: editor.stepPhrases[phrase] ?? phrase,
    what,
    others: Number(others ?? 0),
    edits: Number(edits ?? 0),
  });
}
