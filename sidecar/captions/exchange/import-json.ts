import { say } from "../../words/sentence.js";
import { collect, type Imported, isRecord, parseRecord, wrongShape } from "./imported-rows.js";

const unmarked = (text: string): string => (text.startsWith("\uFEFF") ? text.slice(1) : text);

/**
 * Metadata for fine-tuning as sd-scripts writes and reads it: `{path or stem: {caption?, tags?, …}}`; other keys
 * (`train_resolution`, `image_size`) are left alone. A list of records as in JSONL is read too.
 * @throws StudioError "badArguments" for a text that is neither
 */
export function importKohyaJson(text: string): Imported {
  const hint = "Choose the metadata file that the trainer's own scripts write, or use JSONL or CSV.";
  let parsed: unknown;
  try {
    parsed = JSON.parse(unmarked(text));
  } catch (error) {
    const reason = error instanceof Object && "message" in error ? String(error.message) : String(error);
    throw wrongShape(say("a JSON file"), say("a text that is not JSON ({reason})", { reason }), hint);
  }
  const imported: Imported = { rows: [], problems: [] };
  if (Array.isArray(parsed)) {
    for (const value of parsed) collect(imported, parseRecord(value), null);
  } else if (isRecord(parsed)) {
    for (const [name, value] of Object.entries(parsed)) collect(imported, parseRecord(value, name), null);
  } else {
    throw wrongShape(
      say("an object of pictures"),
      parsed === null ? "null" : say("a {kind}", { kind: typeof parsed }),
      hint,
    );
  }
  return imported;
}

/**
 * One JSON object a line: a picture under `file_name`, `image_path`, `image` or `path`; a text under `caption`, `text`
 * or `tags` (Hugging Face's imagefolder `metadata.jsonl`, sd-scripts' taggers). Empty lines are passed over.
 * @throws StudioError "badArguments" when no line is a JSON object
 */
export function importJsonl(text: string): Imported {
  const imported: Imported = { rows: [], problems: [] };
  let objects = 0;
  for (const [index, line] of unmarked(text).split("\n").entries()) {
    if (line.trim() === "") continue;
    try {
      const value: unknown = JSON.parse(line);
      if (isRecord(value)) objects += 1;
      collect(imported, parseRecord(value), index + 1);
    } catch {
      imported.problems.push({ line: index + 1, message: say("Expected a JSON object; the line is not JSON.") });
    }
  }
  if (objects === 0 && imported.problems.length > 0) {
    throw wrongShape(
      say("one JSON object a line"),
      say("no line of that kind"),
      say("Choose a .jsonl file, or JSON or CSV."),
    );
  }
  return imported;
}
