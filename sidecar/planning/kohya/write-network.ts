import type { FamilyName } from "../families.js";
import type { Arguments } from "../plan.js";
import { type Draft, draftConfig, setKey } from "./kohya-draft.js";
import { type KohyaKey, kohyaDefault, kohyaFields } from "./kohya-fields.js";
import { kohyaNetwork } from "./kohya-network.js";
import { type KohyaNetworkType, kohyaNetworkTypes, type NetworkEntry } from "./kohya-network-types.js";
import { pythonText } from "./kohya-python.js";
import type { KohyaVersion } from "./read-kohya.js";
import { meansTheSame } from "./same-training.js";

/** The type for a base model that trains only with its own network. */
const typical: Readonly<Partial<Record<FamilyName, string>>> = {
  flux: "Flux1",
  chroma: "Flux1",
  hunyuan: "HunyuanImage-2.1",
  anima: "Anima",
  lumina: "Lumina",
};

/** Fields that a type writes although they are not in its lists (`kohyaNetwork`). */
function furtherKeys(name: string, version: KohyaVersion): readonly KohyaKey[] {
  const late: readonly KohyaKey[] =
    version === "26" ? ["loraplus_lr_ratio", "loraplus_unet_lr_ratio", "loraplus_text_encoder_lr_ratio"] : [];
  const dropouts: readonly KohyaKey[] = ["rank_dropout", "module_dropout"];
  if (name === "Flux1") return [...late, ...dropouts, "split_qkv", "train_t5xxl", "ggpo_beta", "ggpo_sigma"];
  if (name === "Kohya LoHa") return [...late, ...dropouts, "conv_dim", "conv_alpha", "use_tucker"];
  if (name === "Kohya LoKr") return [...late, ...dropouts, "conv_dim", "conv_alpha", "use_tucker", "factor"];
  return late;
}

/** Which entry of `network_args` each field of a type writes. */
function entriesOf(name: string, type: KohyaNetworkType, version: KohyaVersion): Map<KohyaKey, string> {
  const entries = new Map<KohyaKey, string>(furtherKeys(name, version).map((key) => [key, key]));
  for (const key of type.given) entries.set(key, key);
  for (const entry of type.always) {
    if (typeof entry === "string") entries.set(entry, entry);
    else if (!("fixed" in entry)) entries.set(entry[1], entry[0]);
  }
  return entries;
}

/** A field's value of an entry's text; undefined when the GUI would write it otherwise. */
function fieldValue(key: KohyaKey, text: string): string | number | boolean | undefined {
  const kind = typeof kohyaDefault(key);
  const value = kind === "string" ? text : kind === "number" ? Number(text) : text === "True";
  if (typeof value === "number" && !Number.isFinite(value)) return undefined;
  return pythonText(value) === text ? value : undefined;
}

const nothing = (key: KohyaKey): string | number | boolean => {
  if (key === "factor") return -1;
  const kind = typeof kohyaDefault(key);
  return kind === "string" ? "" : kind === "number" ? 0 : false;
};

/** `conv_alpha` of the GUI's own LoHa and LoKr is only written with a `conv_dim`. */
const needsDim = (name: string, key: KohyaKey, given: ReadonlyMap<string, string>): boolean =>
  key === "conv_alpha" && name.startsWith("Kohya Lo") && name !== "Kohya LoCon" && !given.has("conv_dim");

function trial(
  draft: Draft,
  name: string,
  type: KohyaNetworkType,
  words: readonly string[],
  version: KohyaVersion,
): Draft {
  const changed: Draft = new Map(draft);
  if (changed.get("LoRA_type") !== name) changed.set("LoRA_type", name);
  const given = new Map(words.map((word) => [word.split("=")[0] ?? "", word.slice(word.indexOf("=") + 1)]));
  const hasNoise = given.has("ggpo_beta") || given.has("ggpo_sigma");
  for (const [key, entry] of entriesOf(name, type, version)) {
    const text = given.get(entry);
    // Fields that only count with their switch keep what they hold.
    if (text === undefined && ((key.startsWith("ggpo_") && !hasNoise) || needsDim(name, key, given))) continue;
    const value = text === undefined ? nothing(key) : fieldValue(key, text);
    if (value !== undefined && (changed.get(key) ?? kohyaDefault(key)) !== value) setKey(changed, key, value);
  }
  if (name === "Flux1" && (changed.get("train_lora_ggpo") === true) !== hasNoise)
    changed.set("train_lora_ggpo", hasNoise);
  return changed;
}

const isAlgorithm = (entry: NetworkEntry, words: readonly string[]): boolean =>
  typeof entry === "object" && "fixed" in entry && words.includes(entry.fixed);

/**
 * Writes `LoRA_type` and its fields so that the GUI gives the wanted network, where a type can. Otherwise only the type of
 * the same module, or the family's own, is set; the caller says the rest in other words.
 */
export function writeNetwork(draft: Draft, wanted: Arguments, family: FamilyName, version: KohyaVersion): void {
  const list = wanted.network_args;
  const words = Array.isArray(list) ? list.map(String) : [];
  const module = String(wanted.network_module ?? "");
  const types = kohyaNetworkTypes(version);
  const now = String(draft.get("LoRA_type"));
  const named = Object.keys(types).sort((one, other) => Number(other === now) - Number(one === now));
  let fallback: string | null = null;
  for (const name of named) {
    const type = types[name];
    if (!type) continue;
    const changed = trial(draft, name, type, words, version);
    const network = kohyaNetwork(kohyaFields(draftConfig(changed), version).fields, version);
    if (!network || network.module !== module) continue;
    if (fallback === null || type.always.some((entry) => isAlgorithm(entry, words))) fallback = name;
    if (!meansTheSame("network_args", { network_args: words }, { network_args: network.words }, family)) continue;
    for (const [key, value] of changed) if (draft.get(key) !== value) draft.set(key, value);
    return;
  }
  const type = fallback ?? typical[family] ?? (Object.hasOwn(types, now) ? now : "Standard");
  if (now !== type) draft.set("LoRA_type", type);
}
