import { FilterMistake } from "./bad-filter.js";
import { plainSigns } from "./plain-signs.js";
import { numberFields, textFields } from "./syntax.js";

/** A part of a filter's text; `from` and `to` are the characters it was read from. */
export type FilterToken =
  | { kind: "open" | "close" | "and" | "or" | "not" | "end"; from: number; to: number }
  | FilterValue;

/** What follows a field's colon, read as a whole; a tag without a field has the field "". */
export interface FilterValue {
  kind: "value";
  from: number;
  to: number;
  field: string;
  /** The tag in the brackets of `score(…)`. */
  argument: string | null;
  value: string;
  /** Where the value itself begins. */
  at: number;
  quoted: boolean;
  regex: boolean;
}

const LONGEST_FILTER = 4000;

const fields = new Set<string>([...textFields, ...numberFields, "score", "duplicate"]);
const keywords: Record<string, "and" | "or" | "not"> = {
  AND: "and",
  OR: "or",
  NOT: "not",
  "&&": "and",
  "||": "or",
  ",": "and",
  "!": "not",
};

/** A keyword that begins here and ends as a word. */
function keywordAt(text: string, at: number): [string, "and" | "or" | "not"] | null {
  for (const [word, kind] of Object.entries(keywords)) {
    if (!text.startsWith(word, at)) continue;
    const next = text[at + word.length] ?? " ";
    if (/[A-Z]/.test(word) && !/[\s(),"]/.test(next)) continue;
    return [word, kind];
  }
  return null;
}

interface ScannedField {
  field: string;
  argument: string | null;
  length: number;
}

// A tag in quotes, or one whose own brackets are closed or escaped.
const argumentText = String.raw`\(("(?:[^"\\]|\\.)*"|(?:[^()\\]|\\.|\([^()]*\))*)\)`;
const fieldText = new RegExp(`^([A-Za-z]+)(?:${argumentText})?:`);
const scoreWithoutComparison = new RegExp(`^score${argumentText}`, "i");

const unquoted = (text: string): string =>
  text.startsWith('"') ? text.slice(1, -1).replaceAll(/\\(["\\])/g, "$1") : text.replaceAll(/\\([()])/g, "$1");

/** `field:` or `score(tag):` that begins here. @throws FilterMistake for a field that there is not */
function fieldAt(text: string, at: number): ScannedField | null {
  const rest = text.slice(at);
  const match = fieldText.exec(rest);
  const word = match?.[1] ?? "";
  const field = word.toLowerCase();
  if (!match) {
    const forgotten = /^([A-Za-z]+)(>=|<=|!=|[<>=])/.exec(rest);
    if (forgotten && fields.has(forgotten[1]?.toLowerCase() ?? "")) {
      throw new FilterMistake(at + (forgotten[1]?.length ?? 0), "colon", { text: forgotten[2] ?? "" });
    }
    const score = scoreWithoutComparison.exec(rest);
    if (score) throw new FilterMistake(at + score[0].length, "comparison", "nothing");
    return null;
  }
  if (fields.has(field) && (match[2] === undefined || field === "score")) {
    const argument = match[2] === undefined ? null : unquoted(match[2].trim());
    return { field, argument, length: match[0].length };
  }
  // `D:` and `x:3` are faces.
  if (word.length === 1 && match[2] === undefined) return null;
  const whole = /^[^\s,()]+/.exec(rest)?.[0] ?? word;
  throw new FilterMistake(at, "field", { text: match[0] }, { tag: whole, fields: [...fields] });
}

interface ScannedValue {
  value: string;
  at: number;
  quoted: boolean;
  regex: boolean;
  to: number;
}

/**
 * Text in quotes or between slashes: every sign in it means itself, so it is read as it was written, not made plain.
 * `\` before the closing sign makes that part of the text.
 */
function enclosed(written: string, text: string, at: number): ScannedValue {
  const sign = text[at] ?? "";
  let value = "";
  for (let index = at + 1; index < text.length; index += 1) {
    if (text[index] === sign) {
      return { value, at, quoted: sign === '"', regex: sign === "/", to: afterFlags(text, index + 1, sign) };
    }
    const pair = written[index] === "\\" && index + 1 < text.length;
    const character = written[index] ?? "";
    if (pair) value += text[index + 1] === sign ? sign : character + (written[index + 1] ?? "");
    else value += character;
    if (pair) index += 1;
  }
  throw new FilterMistake(text.length, sign === "/" ? "closingSlash" : "closingQuote", "end");
}

/** The flag `i` of a regular expression changes nothing: letter case never matters. */
function afterFlags(text: string, at: number, sign: string): number {
  const flags = sign === "/" ? (/^[A-Za-z]*/.exec(text.slice(at))?.[0] ?? "") : "";
  if (!["", "i"].includes(flags)) throw new FilterMistake(at, "flag", { text: flags });
  return at + flags.length;
}

/** `flower (symbol)` is one tag; brackets around conditions are none of it. */
const isPartOfTag = (text: string, at: number): boolean => {
  const inside = /^\(([^()]*)\)/.exec(text.slice(at))?.[1];
  return inside !== undefined && !/[:"/,]|&&|\|\||(^|\s)(AND|OR|NOT)(\s|$)/.test(inside);
};

/** True where a new condition begins behind a space. */
const beginsCondition = (text: string, at: number): boolean =>
  /[-"]/.test(text[at] ?? "") ||
  keywordAt(text, at) !== null ||
  fieldAt(text, at) !== null ||
  (text[at] === "(" && !isPartOfTag(text, at));

/**
 * Words up to a comma, keyword, bracket or field: `long hair AND …` is one tag. Brackets that belong to a tag are escaped
 * or closed in it.
 */
function bareWords(text: string, at: number): ScannedValue {
  let end = at;
  let depth = 0;
  while (end < text.length) {
    const character = text[end] ?? "";
    if (character === "\\" && end + 1 < text.length) {
      end += 2;
      continue;
    }
    if (end > at && /\s/.test(text[end - 1] ?? "") && beginsCondition(text, end)) break;
    if (character === "," || text.startsWith("&&", end) || text.startsWith("||", end)) break;
    if (character === "(") depth += 1;
    if (character === ")") {
      if (depth === 0) break;
      depth -= 1;
    }
    end += 1;
  }
  const value = text.slice(at, end).trimEnd();
  const meant = value.replaceAll(/\\(.)/g, (pair, sign: string) => ('()":,'.includes(sign) ? sign : pair));
  return { value: meant, at, quoted: false, regex: false, to: at + value.length };
}

const valueAt = (written: string, text: string, at: number): ScannedValue =>
  text[at] === '"' || text[at] === "/" ? enclosed(written, text, at) : bareWords(text, at);

/** A number holds no spaces: what stands after it is the next condition. */
function numberAt(text: string, at: number, field: string): ScannedValue {
  const shape = field === "duplicate" ? /^[^\s()]*/ : /^\s*(?:[<>=!≥≤≧≦≠]+\s*)?[^\s()]*/;
  const match = (shape.exec(text.slice(at))?.[0] ?? "").replace(/,$/, "");
  const value = match.trimStart();
  return { value, at: at + match.length - value.length, quoted: false, regex: false, to: at + match.length };
}

/** @throws FilterMistake */
export function scanFilter(expression: string): FilterToken[] {
  if (expression.length > LONGEST_FILTER) {
    throw new FilterMistake(LONGEST_FILTER, "shorter", { text: "…" });
  }
  const text = plainSigns(expression);
  const tokens: FilterToken[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? "";
    if (/\s/.test(character)) {
      at += 1;
      continue;
    }
    const keyword = keywordAt(text, at);
    const token = keyword
      ? { kind: keyword[1], from: at, to: at + keyword[0].length }
      : conditionAt(expression, text, at);
    tokens.push(token);
    at = Math.max(token.to, at + 1);
  }
  tokens.push({ kind: "end", from: text.length, to: text.length });
  return tokens;
}

function conditionAt(written: string, text: string, at: number): FilterToken {
  const character = text[at] ?? "";
  if (character === "(" || character === ")")
    return { kind: character === "(" ? "open" : "close", from: at, to: at + 1 };
  if (character === "-" && /\S/.test(text[at + 1] ?? "")) return { kind: "not", from: at, to: at + 1 };
  const field = fieldAt(text, at);
  if (!field) return { kind: "value", field: "", argument: null, ...valueAt(written, text, at), from: at };
  const start = at + field.length;
  const isText = textFields.some((name) => name === field.field);
  const value = isText ? valueAt(written, text, start) : numberAt(text, start, field.field);
  return { kind: "value", field: field.field, argument: field.argument, ...value, from: at };
}
