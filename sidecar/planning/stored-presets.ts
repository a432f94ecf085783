import type { PlanPreset } from "../../protocol/generated/methods.js";
import { StudioError } from "../host/studio-error.js";
import type { Database } from "../store/database.js";
import { say } from "../words/sentence.js";
import type { TrainingPlan } from "./plan.js";
import { builtInPresets, type Preset } from "./propose/built-in-presets.js";

/** Arguments that belong to one set, one machine or one file, not to a way of training. */
const ownOfPlan = new Set([
  "train_data_dir",
  "reg_data_dir",
  "in_json",
  "output_dir",
  "output_name",
  "logging_dir",
  "log_prefix",
  "pretrained_model_name_or_path",
  "vae",
  "resume",
  "network_weights",
  "wandb_api_key",
  "huggingface_token",
]);

const fixed = (name: string): StudioError =>
  new StudioError(
    "badArguments",
    say('The preset "{name}" comes with the program.', { name }),
    say("Choose another name."),
  );

/** The presets of the program, then those saved, by name. */
function planPresets(database: Database): Preset[] {
  const rows = database.prepare("SELECT preset FROM plan_preset ORDER BY name").all();
  return [...builtInPresets, ...rows.map((row: unknown): Preset => Object(JSON.parse(String(Object(row).preset))))];
}

/** As messages hold them. */
export const wirePresets = (database: Database): PlanPreset[] =>
  planPresets(database).map((preset) => ({ ...preset, arguments: { ...preset.arguments } }));

/** How a plan trains, without its folders and names. */
export function presetOfPlan(plan: TrainingPlan, name: string = plan.name): Preset {
  return {
    name,
    builtIn: false,
    whole: true,
    family: plan.family,
    length: plan.length,
    repeats: null,
    arguments: Object.fromEntries(Object.entries(plan.arguments).filter(([argument]) => !ownOfPlan.has(argument))),
    en: "",
    ja: "",
    source: "",
  };
}

/** Saves how a plan trains. @throws StudioError "badArguments" for a name of the program's own */
export function savePlanPreset(database: Database, name: string, plan: TrainingPlan): void {
  if (builtInPresets.some((preset) => preset.name === name)) throw fixed(name);
  const preset = presetOfPlan(plan, name);
  database.prepare("INSERT OR REPLACE INTO plan_preset (name, preset) VALUES (?, ?)").run(name, JSON.stringify(preset));
}

/** @throws StudioError "badArguments" | "notFound" */
export function deletePlanPreset(database: Database, name: string): void {
  if (builtInPresets.some((preset) => preset.name === name)) throw fixed(name);
  const { changes } = database.prepare("DELETE FROM plan_preset WHERE name = ?").run(name);
  if (Number(changes) === 0)
    throw new StudioError(
      "notFound",
      say('There is no preset "{name}".', { name }),
      say("The list of presets names them."),
    );
}

/** @throws StudioError "notFound" that names the presets there are */
export function planPresetNamed(database: Database, name: string): Preset {
  const all = planPresets(database);
  const found = all.find((preset) => preset.name === name);
  if (found) return found;
  throw new StudioError(
    "notFound",
    say('There is no preset "{name}".', { name }),
    say("There are: {all}.", { all: all.map((preset) => preset.name).join(", ") }),
  );
}
