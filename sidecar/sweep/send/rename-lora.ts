import { parseInfotext } from "../proof/infotext.js";

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** `Lora hashes` without one of them, and without the field where it was the only one. */
function withoutHash(text: string, name: string): string {
  return text.replace(/, Lora hashes: "([^"]*)"/, (_all, listed: string) => {
    const others = listed.split(", ").filter((one) => !one.startsWith(`${name}: `));
    return others.length === 0 ? "" : `, Lora hashes: "${others.join(", ")}"`;
  });
}

/**
 * An infotext that names a LoRA as this WebUI knows it. Its hash is left out: by that a WebUI would put any of its files with the
 * same content into the prompt, also one that a sweep takes away again.
 * @param tag is put at the prompt's end where that has none, as WebUIs write it that drew without their scripts
 */
export function renameLora(text: string, { from, to, tag }: { from: string; to: string; tag: string }): string {
  const opening = new RegExp(`<(lora|lyco):${escaped(from)}(?=[:>])`, "g");
  const hasTag = opening.test(text);
  const named = withoutHash(text, from).replaceAll(opening, (_all, kind) => `<${kind}:${to}`);
  const prompt = parseInfotext(named)?.prompt ?? null;
  if (hasTag || prompt === null) return named;
  if (prompt === "") return `${tag}\n${named.trimStart()}`;
  const end = named.indexOf(prompt) + prompt.length;
  return `${named.slice(0, end)} ${tag}${named.slice(end)}`;
}
