const TAG = /<(?:lora|lyco):([^:>]+)(?::([^>]*))?>/g;
const PLACEHOLDER = "{lora}";
/** How an X/Y/Z plot calls the value that is no file. */
const NONE = "None";

export interface TagChange {
  /** Names that the tag may have now. */
  names: readonly string[];
  /** The file's new name; null: the same. */
  name: string | null;
  /** As it is to be written; null: the same, or 1. */
  strength: string | null;
}

/** Nothing for strength 0: a tag with 0 would still load the file, and its control would be none. */
const tagOf = (name: string, strength: string): string =>
  strength === "0" || name === "" || name === NONE ? "" : `<lora:${name}:${strength}>`;

/**
 * The prompt with another file, another strength, or both; all else stays as it is, byte for byte. Changed is the first tag of one
 * of `names` or `{lora}`; without names the last tag there is. A file whose tag is not there yet is put at the end.
 */
export function rewriteTag(prompt: string, { names, name, strength }: TagChange): string {
  const tags = [...prompt.matchAll(TAG)];
  const found = names.length > 0 ? tags.find(([, known = ""]) => names.includes(known)) : tags.at(-1);
  if (found) {
    const [whole, known = "", written] = found;
    const changed = tagOf(name ?? known, strength ?? (written || "1"));
    return prompt.slice(0, found.index) + changed + prompt.slice(found.index + whole.length);
  }
  if (name === null) return prompt;
  const tag = tagOf(name, strength ?? "1");
  const place = prompt.indexOf(PLACEHOLDER);
  if (place >= 0) return prompt.slice(0, place) + tag + prompt.slice(place + PLACEHOLDER.length);
  return tag === "" ? prompt : `${prompt} ${tag}`;
}
