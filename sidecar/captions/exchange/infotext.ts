/** What A1111 and Forge write into a picture's `parameters`. */
export interface Infotext {
  /** Lines joined by "\n". */
  prompt: string;
  negativePrompt: string;
  /** `Steps`, `Sampler`, `Seed`, `Size`, `Model hash` … in the order written; quoted values without their quotes. */
  fields: Map<string, string>;
  /** Hash by LoRA name, from `Lora hashes`. */
  loraHashes: Map<string, string>;
}

const negativeMark = "Negative prompt:";

const fieldName = /\s*([\p{L}\p{N}_][\p{L}\p{N}_ \-/]*):\s*/uy;
const quotedValue = /"(?:[^"\\]|\\.)*"(?=\s*(?:,|$))/y;

/** The end of a bare value: the next comma outside brackets, since some extensions write JSON unquoted. */
function endOfValue(line: string, start: number): number {
  let depth = 0;
  let isText = false;
  for (let at = start; at < line.length; at += 1) {
    const letter = line.charAt(at);
    if (depth > 0 && isText && letter === "\\") at += 1;
    else if (depth > 0 && letter === '"') isText = !isText;
    else if (!isText && (letter === "[" || letter === "{")) depth += 1;
    else if (!isText && depth > 0 && (letter === "]" || letter === "}")) depth -= 1;
    else if (letter === "," && depth === 0) return at;
  }
  // A bracket that never closes is a letter.
  const comma = line.indexOf(",", start);
  return depth === 0 || comma < 0 ? line.length : comma;
}

function unquoted(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : text;
  } catch {
    return text;
  }
}

function parseFields(line: string): Map<string, string> {
  const fields = new Map<string, string>();
  let at = 0;
  while (at < line.length) {
    fieldName.lastIndex = at;
    const name = fieldName.exec(line);
    if (name?.[1] === undefined) {
      // Not a field: the rest of a value with a bare comma. Passed over.
      const comma = line.indexOf(",", at);
      if (comma < 0) break;
      at = comma + 1;
      continue;
    }
    const start = fieldName.lastIndex;
    quotedValue.lastIndex = start;
    const quoted = quotedValue.exec(line)?.[0];
    const end = quoted === undefined ? endOfValue(line, start) : line.indexOf(",", start + quoted.length);
    fields.set(name[1], quoted === undefined ? line.slice(start, end).trim() : unquoted(quoted));
    at = end < 0 ? line.length : end + 1;
  }
  return fields;
}

/** One prompt line may hold a colon; the settings hold several fields, or begin as every WebUI begins them. */
const isSettings = (line: string, fields: ReadonlyMap<string, string>): boolean =>
  fields.size >= 3 || (line.startsWith("Steps:") && fields.size > 0);

/** Any text is an infotext; one without settings is a prompt alone. */
export function parseInfotext(text: string): Infotext {
  const lines = text.trim().split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? "";
  const found = parseFields(last);
  const fields = isSettings(last, found) ? found : new Map<string, string>();
  if (fields.size > 0) lines.pop();
  const at = lines.findIndex((line) => line.trimStart().startsWith(negativeMark));
  const negative = at < 0 ? [] : lines.slice(at);
  const hashes = parseFields(fields.get("Lora hashes") ?? "");
  return {
    prompt: (at < 0 ? lines : lines.slice(0, at)).join("\n").trim(),
    negativePrompt: negative.join("\n").trim().slice(negativeMark.length).trim(),
    fields,
    loraHashes: hashes,
  };
}
