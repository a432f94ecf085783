import type { TagChoice as GivenChoice, Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import type { Database } from "../store/database.js";
import { say } from "../words/sentence.js";

type Preset = Result<"tagging/presets">["presets"][number];

const builtIn: Preset[] = [
  { name: "usual", choice: { thresholds: { general: 0.35, character: 0.85 } }, builtIn: true },
  { name: "strict", choice: { thresholds: { general: 0.7, character: 0.7 } }, builtIn: true },
  { name: "outfit", choice: { thresholds: { general: 0.25, character: 0.85 } }, builtIn: true },
  { name: "mcut", choice: { mcut: { general: true, character: true } }, builtIn: true },
];

/** The built-in choices and those saved by name, which follow in the order of their names. */
export function presets(database: Database): Preset[] {
  const rows = database.prepare("SELECT name, choice FROM tag_preset ORDER BY name").all();
  const saved = rows.map((row: unknown): Preset => {
    const { name, choice } = Object(row);
    return { name: String(name), choice: Object(JSON.parse(String(choice))), builtIn: false };
  });
  return [...builtIn, ...saved];
}

const isBuiltIn = (name: string): boolean => builtIn.some((preset) => preset.name === name);

const fixed = (name: string): StudioError =>
  new StudioError(
    "badArguments",
    say('The preset "{name}" comes with the program.', { name }),
    say("Choose another name."),
  );

/** Saves a choice by name, in place of an earlier one of this name. @throws StudioError "badArguments" */
export function savePreset(database: Database, name: string, choice: GivenChoice): Preset[] {
  if (isBuiltIn(name)) throw fixed(name);
  database.prepare("INSERT OR REPLACE INTO tag_preset (name, choice) VALUES (?, ?)").run(name, JSON.stringify(choice));
  return presets(database);
}

/** @throws StudioError "badArguments" | "notFound" */
export function deletePreset(database: Database, name: string): Preset[] {
  if (isBuiltIn(name)) throw fixed(name);
  const { changes } = database.prepare("DELETE FROM tag_preset WHERE name = ?").run(name);
  if (Number(changes) === 0) {
    throw new StudioError(
      "notFound",
      say('There is no preset "{name}".', { name }),
      say("The list of presets names them."),
    );
  }
  return presets(database);
}

/** @throws StudioError "notFound" that names the presets there are */
export function presetNamed(all: readonly Preset[], name: string): Preset {
  const found = all.find((preset) => preset.name === name);
  if (found) return found;
  const names = all.map((preset) => preset.name).join(", ");
  throw new StudioError(
    "notFound",
    say('There is no preset "{name}".', { name }),
    say("There are: {names}.", { names }),
  );
}
