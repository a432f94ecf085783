import type { CaptionEdit } from "../../../protocol/generated/methods.js";

const SHOWN = 3;

const some = (tags: readonly string[]): string =>
  tags.slice(0, SHOWN).join(", ") + (tags.length > SHOWN ? ` and ${tags.length - SHOWN} more` : "");

function nameOf(edit: CaptionEdit): string {
  switch (edit.kind) {
    case "add":
      return `Add: ${some(edit.tags)}`;
    case "remove":
      return `Remove: ${some(edit.tags)}`;
    case "replace":
      return `Replace: ${edit.find} → ${edit.with}`;
    case "trigger":
      return `Trigger word first: ${edit.word}`;
    case "affix":
      return `Add text: ${edit.text}`;
    case "common":
      return "Edit common tags";
    case "dedupe":
      return "Remove duplicate tags";
    case "sort":
      return `Sort tags: ${edit.by}`;
    case "truncate":
      return `Shorten: ${edit.tokens ?? 75} tokens`;
    case "set":
      return "Write captions";
    case "normalise":
      return "Normalise spelling";
    case "encoding":
      return `Change encoding: ${edit.to}`;
    case "fileName":
      return "Captions from file names";
  }
}

const LONGEST = 120;

/** What a step is called in the history: before ": " a fixed phrase that the page words in its language. */
export function editName(edits: readonly CaptionEdit[]): string {
  const [first] = edits;
  if (!first) return "Edit";
  return nameOf(first).slice(0, LONGEST) + (edits.length > 1 ? ` (${edits.length} edits)` : "");
}
