/** What is wrong with a trigger word; `warning` may be ignored. */
export interface TriggerProblem {
  kind: "empty" | "forbidden" | "edge" | "common" | "spaces";
  severity: "error" | "warning";
  /** The characters, or the word. */
  found: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: file systems refuse them in names.
const forbidden = /[<>:"/\\|?*\u0000-\u001f]/g;

// Words that a model knows well: what is taught would be mixed with what they mean already.
const common = new Set(
  `girl boy woman man person character dog cat animal hair eyes dress shirt skirt uniform outfit style art picture photo
  1girl 1boy solo anime cute red blue green black white face body hat bag car house food`.split(/\s+/),
);

/** Checks a word that is to call up what a LoRA learns, and that names a folder. */
export function checkTrigger(trigger: string): TriggerProblem[] {
  if (trigger.trim() === "") return [{ kind: "empty", severity: "error", found: "" }];
  const bad = [...new Set(trigger.match(forbidden) ?? [])];
  if (bad.length > 0) return [{ kind: "forbidden", severity: "error", found: bad.join(" ") }];
  if (/^\s|[\s.]$/.test(trigger)) return [{ kind: "edge", severity: "error", found: trigger }];
  const problems: TriggerProblem[] = [];
  if (common.has(trigger.toLowerCase())) problems.push({ kind: "common", severity: "warning", found: trigger });
  if (/\s/.test(trigger)) problems.push({ kind: "spaces", severity: "warning", found: trigger });
  return problems;
}
