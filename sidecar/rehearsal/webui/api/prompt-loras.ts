/** A LoRA tag of a prompt. */
export interface LoraTag {
  name: string;
  textEncoder: number;
  unet: number;
}

// A1111's own expression (modules/extra_networks.py).
const TAG = /<(\w+):([^>]+)>/g;

/** Reads `<lora:name:te>`, `<lora:name:te:unet>` and named `te=`, `unet=` (extensions-builtin/Lora/extra_networks_lora.py). */
export function promptLoras(prompt: string): LoraTag[] {
  const found: LoraTag[] = [];
  for (const [, kind = "", words = ""] of prompt.matchAll(TAG)) {
    if (kind !== "lora" && kind !== "lyco") continue;
    const plain: string[] = [];
    const named = new Map<string, string>();
    for (const word of words.split(":")) {
      const at = word.indexOf("=");
      if (at < 0) plain.push(word);
      else named.set(word.slice(0, at), word.slice(at + 1));
    }
    const [name = "", first, second] = plain;
    const number = (value: string | undefined, fallback: number): number =>
      value === undefined || Number.isNaN(Number(value)) ? fallback : Number(value);
    const textEncoder = number(named.get("te"), number(first, 1));
    found.push({ name, textEncoder, unet: number(named.get("unet"), number(second, textEncoder)) });
  }
  return found;
}

/** Styles of the WebUI's list, put to a prompt as it does. */
export const styleList = [
  { name: "rehearsal soft", prompt: "{prompt}, soft light", negative_prompt: "lowres" },
  { name: "rehearsal night", prompt: "night", negative_prompt: "" },
];

/** `{prompt}` is where the text goes; without it the style comes behind, after a comma (modules/styles.py). */
export function withStyles(text: string, styles: readonly string[], side: "prompt" | "negative_prompt"): string {
  return styles.reduce((whole, name) => {
    const style = styleList.find((one) => one.name === name)?.[side] ?? "";
    if (style.includes("{prompt}")) return style.replace("{prompt}", whole);
    return [whole, style].filter((part) => part.trim() !== "").join(", ");
  }, text);
}
