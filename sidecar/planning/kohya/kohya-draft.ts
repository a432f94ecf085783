import type { FamilyName } from "../families.js";
import type { ArgumentValue, JsonValue, KohyaConfig } from "../plan.js";
import { copiedKeys, wholeKeys } from "./kohya-copied.js";
import { kohyaDefaults24 } from "./kohya-defaults.js";
import { kohyaDefaultsSince25 } from "./kohya-defaults-26.js";
import { familyKeys, isLateFamily } from "./kohya-families.js";
import { fieldExpectation, isKohyaKey, type KohyaKey, kohyaDefault } from "./kohya-fields.js";
import type { KohyaVersion } from "./read-kohya.js";
import { trainerDefault } from "./trainer-defaults.js";

/** A configuration that is being written, in the order of its file. */
export type Draft = Map<string, JsonValue>;

export const draftConfig = (draft: Draft): KohyaConfig => Object.fromEntries(draft);

/** What the GUI saves when nothing was changed on its page, in the order of its files. */
export function defaultDraft(version: KohyaVersion): Draft {
  const keys = Object.entries(version === "26" ? { ...kohyaDefaults24, ...kohyaDefaultsSince25 } : kohyaDefaults24);
  return new Map(keys.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Sets the checkboxes of a kind of base model; keys that only the later GUI has are added at the end where missing. */
export function writeFamily(draft: Draft, family: FamilyName, version: KohyaVersion): void {
  if (isLateFamily(family)) {
    for (const [key, value] of Object.entries(kohyaDefaultsSince25)) if (!draft.has(key)) draft.set(key, value);
  }
  const ticked = familyKeys[family].checkbox;
  for (const { checkbox } of Object.values(familyKeys)) {
    if (checkbox === null || (version === "24" && Object.hasOwn(kohyaDefaultsSince25, checkbox))) continue;
    if (draft.get(checkbox) === true || checkbox === ticked) draft.set(checkbox, checkbox === ticked);
  }
  if (family === "chroma") draft.set("model_type", "chroma");
  if (family === "flux" && String(draft.get("model_type")).toLowerCase() === "chroma") draft.set("model_type", "flux");
}

/** Keys that give the argument of their own name, beside those of `copiedKeys`. */
const further: readonly string[] = [
  "clip_skip",
  "vae",
  "wandb_run_name",
  "optimizer_args",
  "lr_scheduler_args",
  "max_data_loader_n_workers",
  "persistent_data_loader_workers",
  ...wholeKeys.filter((key) => key !== "epoch" && key !== "max_train_epochs"),
];

/** The key whose value the GUI gives as `argument`; null when it has none. */
function keyOf(argument: string, family: FamilyName, version: KohyaVersion): KohyaKey | null {
  const pairs = [...familyKeys[family].pairs, ...copiedKeys(version)];
  const pair = pairs.find(([name]) => name === argument);
  if (pair) return pair[1];
  return further.includes(argument) && isKohyaKey(argument) ? argument : null;
}

/** Old keys that the GUI's loader lets win over today's. */
const olderKeys: Readonly<Record<string, string>> = { network_weights: "lora_network_weights", log_with: "use_wandb" };

/** Sets a field; a value that the GUI would refuse there is left out, for the caller to say otherwise. */
export function setKey(draft: Draft, key: KohyaKey, value: string | number | boolean): void {
  const older = olderKeys[key];
  if (older !== undefined) draft.delete(older);
  draft.set(key, fieldExpectation(key, value) === null ? value : kohyaDefault(key));
}

/** What stands for "nothing" in a field of the type of `key`. */
function emptyValue(key: KohyaKey): string | number | boolean {
  const kind = typeof kohyaDefault(key);
  return kind === "string" ? "" : kind === "number" ? 0 : false;
}

/**
 * Writes the field that gives `argument`; null takes it back to the trainer's default. Leaves the draft as it is when there is
 * no field, or none of that type.
 */
export function writeKey(
  draft: Draft,
  argument: string,
  value: ArgumentValue | null,
  family: FamilyName,
  version: KohyaVersion,
): void {
  const key = keyOf(argument, family, version);
  if (key === null) return;
  const wanted = value ?? trainerDefault(argument, family) ?? emptyValue(key);
  const plain = Array.isArray(wanted) && typeof kohyaDefault(key) === "string" ? wanted.join(" ") : wanted;
  if (Array.isArray(plain) || typeof plain !== typeof kohyaDefault(key)) return;
  setKey(draft, key, plain);
}
