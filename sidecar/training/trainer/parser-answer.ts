/** What `parsers.py` prints. */
export type ParserAnswer =
  | { names: string[]; unknown: string[] /** What argparse says against the arguments. */; error: string | null }
  /** Why the script does not load. */
  | { fails: string };

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

/** The last document in what was printed; null when there is none. */
export function readParserAnswer(printed: string): ParserAnswer | null {
  const line = printed
    .split(/\r?\n/)
    .filter((one) => one.startsWith("{"))
    .at(-1);
  if (line === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed !== "object" || parsed === null) return null;
    if ("fails" in parsed) return { fails: String(parsed.fails) };
    if (!("names" in parsed && "unknown" in parsed && "error" in parsed)) return null;
    // What comes before is the name of our own file.
    const error = typeof parsed.error === "string" ? parsed.error.replace(/^[\w.-]+: error: /, "") : null;
    return { names: texts(parsed.names), unknown: texts(parsed.unknown), error };
  } catch {
    return null;
  }
}

/**
 * The argument that argparse complains about: "argument --x: invalid choice …", "argument --x/-y: …", "unrecognized
 * arguments: --x", "ambiguous option: --x could match …". null when it names none.
 */
export const refusedArgument = (message: string): string | null =>
  /\b(?:arguments?|option):?\s+(?:-\w\/)?--([\w-]+)/.exec(message)?.[1] ?? null;
