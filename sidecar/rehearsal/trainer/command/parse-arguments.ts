import type { KnownOption } from "./known-options.js";
import { readNumber, type SettingValue } from "./setting-value.js";

/** A command line that argparse refuses: usage on stderr and exit code 2. */
export class UsageError extends Error {}

const negativeNumber = /^-(\d+|\d*\.\d+)$/;
const looksLikeOption = (word: string): boolean =>
  word.length > 1 && word.startsWith("-") && !negativeNumber.test(word) && !word.includes(" ");

const python = (text: string): string => (text === "None" ? text : `'${text}'`);

/** argparse takes a beginning for the whole name when only one fits. */
function find(options: readonly KnownOption[], name: string): KnownOption | null {
  const exact = options.find((option) => option.name === name);
  if (exact) return exact;
  const fitting = options.filter((option) => option.name.startsWith(name));
  if (fitting.length > 1) {
    const names = fitting.map((option) => `--${option.name}`).join(", ");
    throw new UsageError(`ambiguous option: --${name} could match ${names}`);
  }
  return fitting[0] ?? null;
}

function convert({ name, kind, choices }: KnownOption, word: string): SettingValue {
  if (choices && !choices.includes(word)) {
    const list = choices.map(python).join(", ");
    throw new UsageError(`argument --${name}: invalid choice: '${word}' (choose from ${list})`);
  }
  if (kind === "flag" || kind === "text") return { kind: "text", value: word };
  const number = readNumber(word, kind);
  if (number === null) {
    const type = kind === "number" ? "int_or_float" : kind;
    throw new UsageError(`argument --${name}: invalid ${type} value: '${word}'`);
  }
  return number;
}

/** @throws UsageError */
export function parseArguments(words: readonly string[], options: readonly KnownOption[]): Map<string, SettingValue> {
  const given = new Map<string, SettingValue>();
  const unknown: string[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name, , inline] = /^--([^=]+)(=(.*))?$/s.exec(word) ?? [];
    const option = name === undefined ? null : find(options, name);
    if (!option) unknown.push(word);
    else if (option.kind === "flag") {
      if (inline !== undefined)
        throw new UsageError(`argument --${option.name}: ignored explicit argument '${inline}'`);
      given.set(option.name, { kind: "flag", value: true });
    } else if (option.many) {
      const values = inline === undefined ? [] : [inline];
      while (inline === undefined && rest[0] !== undefined && !looksLikeOption(rest[0]))
        values.push(rest.shift() ?? "");
      given.set(option.name, { kind: "list", value: values.map((value) => convert(option, value)) });
    } else {
      const value = inline ?? (rest[0] !== undefined && !looksLikeOption(rest[0]) ? rest.shift() : undefined);
      if (value === undefined) throw new UsageError(`argument --${option.name}: expected one argument`);
      given.set(option.name, convert(option, value));
    }
  }
  if (unknown.length > 0) throw new UsageError(`unrecognized arguments: ${unknown.join(" ")}`);
  return given;
}
