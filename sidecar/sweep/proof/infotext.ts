/** What a WebUI writes into a picture about how it was drawn. */
export interface Infotext {
  prompt: string;
  negativePrompt: string;
  /** "Steps", "Seed", "Model hash" … with their quotes taken off. */
  fields: ReadonlyMap<string, string>;
}

// The rule by which A1111 reads its own texts (modules/infotext_utils.py): a name, then a JSON string or what comes before the comma.
const field = /\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)/g;
// Fewer on the last line, and it is a line of the prompt.
const FEWEST_FIELDS = 3;

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value.trim();
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === "string" ? parsed : value;
  } catch {
    return value;
  }
}

/** Reads a text as A1111 and its kin write it; null for what names no settings at all. */
export function parseInfotext(text: string): Infotext | null {
  const lines = text.trim().split("\n");
  const found = [...(lines.at(-1) ?? "").matchAll(field)];
  if (found.length < FEWEST_FIELDS) return null;
  const fields = new Map(found.map(([, name = "", value = ""]) => [name, unquoted(value)]));
  const before = lines.slice(0, -1);
  const start = before.findIndex((line) => line.startsWith("Negative prompt:"));
  const [prompt, negative] = start < 0 ? [before, []] : [before.slice(0, start), before.slice(start)];
  return {
    prompt: prompt.join("\n").trim(),
    negativePrompt: negative
      .join("\n")
      .replace(/^Negative prompt:/, "")
      .trim(),
    fields,
  };
}

/** The LoRA files that were put into the model: hash (12 hex letters) by name; null where the text tells of none. */
export function loraHashes({ fields }: Infotext): ReadonlyMap<string, string> | null {
  const told = fields.get("Lora hashes");
  if (told === undefined) return null;
  const pairs = told.split(",").flatMap((part) => {
    const colon = part.lastIndexOf(":");
    return colon < 0 ? [] : [[part.slice(0, colon).trim(), part.slice(colon + 1).trim()] as const];
  });
  return new Map(pairs);
}
