/** A float of Python in JSON. */
export class PythonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const escaped = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** As Python's `json.dumps` writes it: blanks after `,` and `:`, other letters escaped. */
export function pythonJson(value: unknown): string {
  if (value instanceof PythonNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(", ")}]`;
  if (value instanceof Map) {
    return `{${[...value].map(([name, one]) => `${escaped(String(name))}: ${pythonJson(one)}`).join(", ")}}`;
  }
  if (typeof value === "object" && value !== null) return pythonJson(new Map(Object.entries(value)));
  return typeof value === "string" ? escaped(value) : String(JSON.stringify(value));
}
