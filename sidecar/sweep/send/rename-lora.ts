import { parseInfotext } from "../proof/infotext.js";

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * An infotext that names a LoRA as this WebUI knows it: in the prompt's tag and in `Lora hashes`.
 * @param tag is put at the prompt's end where that has none, as WebUIs write it that drew without their scripts
 */
export function renameLora(text: string, { from, to, tag }: { from: string; to: string; tag: string }): string {
  const opening = new RegExp(`<(lora|lyco):${escaped(from)}(?=[:>])`, "g");
  const hash = new RegExp(`(Lora hashes: "(?:[^"]*, )?)${escaped(from)}(?=: )`, "g");
  const hasTag = opening.test(text);
  const named = text
    .replaceAll(opening, (_all, kind) => `<${kind}:${to}`)
    .replaceAll(hash, (_all, before) => before + to);
  const prompt = parseInfotext(named)?.prompt ?? null;
  if (hasTag || prompt === null) return named;
  if (prompt === "") return `${tag}\n${named.trimStart()}`;
  const end = named.indexOf(prompt) + prompt.length;
  return `${named.slice(0, end)} ${tag}${named.slice(end)}`;
}
