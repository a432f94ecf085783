import { signal } from "@preact/signals";
import { room } from "./address.js";
import { panel } from "./panels.js";

/** What is searched among all parameters. */
export const parameterSearch = signal("");
/** A field that gets the focus as soon as it is there. */
const wantedField = signal<string | null>(null);

/** The argument's place in the story, and among all parameters. */
export const frontId = (argument: string): string => `plan-${argument}`;
export const rowId = (argument: string): string => `parameter-${argument}`;

// What problems and reasons name beside the trainer's arguments.
const places: Record<string, string> = {
  steps: "epochs",
  max_train_steps: "epochs",
  max_train_epochs: "epochs",
  loraType: "network_module",
  datasets: "train_data_dir",
};

function focus(id: string): boolean {
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: "center" });
  field?.focus();
  return field !== null;
}

/** Goes to the field of an argument: in front, or among all parameters. */
export function goToField(argument: string): void {
  const name = places[argument] ?? argument;
  room.value = "planning";
  // The room may have to be drawn first.
  requestAnimationFrame(() => {
    if (focus(frontId(name)) || (name === "train_data_dir" && focus("plan-have"))) return;
    parameterSearch.value = name;
    wantedField.value = rowId(name);
    panel.value = "planParameters";
  });
}

/** Called by a field that was drawn. */
export function takeFocus(id: string): void {
  if (wantedField.value !== id) return;
  wantedField.value = null;
  requestAnimationFrame(() => focus(id));
}
