/** Small pieces of Python that decide what Kohya's GUI gives to the trainer. */

/** What Python's `str.split()` splits at: more than `\s`, since it has the file separators and U+0085, less U+FEFF. */
const pythonBlanks =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Python splits at these control characters too.
  /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;

/** `text.split()`: words without the blanks around them. */
const pythonWords = (text: string): string[] => text.split(pythonBlanks).filter((word) => word !== "");

/** How the GUI makes a list of a text field: quotation marks are dropped, then it is split at blanks. */
export const kohyaWords = (text: string): string[] => pythonWords(text.replaceAll('"', ""));

/** `int(text)`; null where Python raises a ValueError. Full-width digits count, as in Python. */
export function pythonInteger(text: string): number | null {
  const plain = text.normalize("NFKC").trim();
  if (!/^[+-]?\d+(?:_\d+)*$/.test(plain)) return null;
  return Number(plain.replaceAll("_", ""));
}

/** `float(text)`; null where Python raises a ValueError, and for the infinities and NaN, which train nothing. */
export function pythonFloat(text: string): number | null {
  const plain = text.normalize("NFKC").trim();
  if (!/^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i.test(plain)) return null;
  const value = Number(plain.replaceAll("_", ""));
  return Number.isFinite(value) ? value : null;
}

/** `str(value)` of a number or a flag, as the GUI writes it into `network_args`. Whole numbers stay whole. */
export function pythonText(value: string | number | boolean): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Number.isInteger(value)) return Object.is(value, -0) ? "0" : BigInt(value).toString();
  const [digits = "", power] = value.toExponential().split("e");
  const exponent = Number(power);
  // Python turns to powers of ten below 1e-4, JavaScript below 1e-6; and Python writes two digits of them.
  if (exponent >= -4) return String(value);
  return `${digits}e-${String(-exponent).padStart(2, "0")}`;
}

/** `round(value)`: halves go to the even neighbour. */
export function pythonRound(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

const plainWord = /^[A-Za-z0-9_@%+=:,./-]+$/;

/**
 * What the GUI makes of one word before it starts a program: `shlex.quote`. It starts the program without a shell, so that
 * the quotes reach the program as they are.
 */
export const kohyaQuoted = (word: string): string =>
  plainWord.test(word) ? word : `'${word.replaceAll("'", `'"'"'`)}'`;

/** The word that the GUI makes `word` of; null when there is none. */
export function beforeKohyaQuoting(word: string): string | null {
  const inner = plainWord.test(word) ? word : word.slice(1, -1).replaceAll(`'"'"'`, "'");
  if (inner.includes('"') || pythonWords(inner).length !== 1 || pythonWords(inner)[0] !== inner) return null;
  return kohyaQuoted(inner) === word ? inner : null;
}
