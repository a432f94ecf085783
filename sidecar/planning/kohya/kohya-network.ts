import type { KohyaFields, KohyaNumber } from "./kohya-fields.js";
import { kohyaNetworkTypes, type NetworkEntry } from "./kohya-network-types.js";
import { kohyaWords, pythonText } from "./kohya-python.js";
import type { KohyaVersion } from "./read-kohya.js";

/** What goes into `network_args` beside the fields of the type's own list, in the GUI's order. */
interface Extras {
  before: string[];
  after: string[];
}

const given = (fields: KohyaFields, key: KohyaNumber, name: string = key): string[] =>
  fields.number(key) > 0 ? [`${name}=${pythonText(fields.number(key))}`] : [];

const flux = (fields: KohyaFields): Extras => ({
  before: fields.flag("train_lora_ggpo")
    ? (["ggpo_sigma", "ggpo_beta"] as const).flatMap((key) =>
        fields.number(key) === 0 ? [] : [`${key}=${pythonText(fields.number(key))}`],
      )
    : [],
  after: [
    ...(fields.flag("split_mode") ? ["train_blocks=single"] : []),
    ...(fields.flag("split_qkv") ? ["split_qkv=True"] : []),
    ...(fields.flag("train_t5xxl") && fields.flag("flux1_checkbox") ? ["train_t5xxl=True"] : []),
    ...given(fields, "rank_dropout"),
    ...given(fields, "module_dropout"),
  ],
});

function nativeLoha(fields: KohyaFields, isLokr: boolean): string[] {
  const factor = Math.trunc(fields.number("factor"));
  const dim = fields.number("conv_dim");
  return [
    ...(dim > 0
      ? [`conv_dim=${pythonText(Math.trunc(dim))}`, `conv_alpha=${pythonText(fields.number("conv_alpha"))}`]
      : []),
    ...(fields.flag("use_tucker") ? ["use_tucker=True"] : []),
    ...(isLokr && factor !== -1 ? [`factor=${factor}`] : []),
    ...given(fields, "rank_dropout"),
    ...given(fields, "module_dropout"),
  ];
}

function extras(fields: KohyaFields, type: string): Extras {
  if (type === "Flux1") return flux(fields);
  if (type === "Kohya LoHa" || type === "Kohya LoKr")
    return { before: [], after: nativeLoha(fields, type === "Kohya LoKr") };
  return { before: [], after: [] };
}

function entryText(fields: KohyaFields, entry: NetworkEntry): string {
  if (typeof entry === "string") return `${entry}=${pythonText(fields.any(entry))}`;
  if ("fixed" in entry) return entry.fixed;
  return `${entry[0]}=${pythonText(fields.any(entry[1]))}`;
}

/**
 * The network module and its arguments that the GUI gives, in its order; null for a `LoRA_type` that this version does not
 * know. A field with blanks in it falls apart into several words, as in the GUI.
 */
export function kohyaNetwork(fields: KohyaFields, version: KohyaVersion): { module: string; words: string[] } | null {
  const name = fields.text("LoRA_type");
  const types = kohyaNetworkTypes(version);
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (!type) return null;
  const { before, after } = extras(fields, name);
  const texts = [
    ...before,
    ...type.always.map((entry) => entryText(fields, entry)),
    ...type.given.filter((key) => Boolean(fields.any(key))).map((key) => entryText(fields, key)),
    ...after,
  ];
  if (version === "26") {
    for (const key of ["loraplus_lr_ratio", "loraplus_unet_lr_ratio", "loraplus_text_encoder_lr_ratio"] as const)
      if (fields.number(key) !== 0) texts.push(`${key}=${pythonText(fields.number(key))}`);
  }
  const ofSd3 = version === "26" && fields.flag("sd3_checkbox") && type.module === "networks.lora";
  return { module: ofSd3 ? "networks.lora_sd3" : type.module, words: kohyaWords(texts.join(" ")) };
}
