import { badFilter } from "./bad-filter.js";
import { numberFields, textFields } from "./syntax.js";

/** A part of a filter's text; `from` and `to` are the characters it was read from. */
export type FilterToken = { from: number; to: number } & (
  | { kind: "open" | "close" | "and" | "or" | "not" | "end" }
  // What follows a field's colon is its value, read as a whole; a tag without a field has the field "".
  | { kind: "value"; field: string; argument: string | null; value: string; quoted: boolean; regex: boolean }
);

const LONGEST_FILTER = 4000;

const fields = new Set<string>([...textFields, ...numberFields, "score", "duplicate"]);
const keywords: Record<string, "and" | "or" | "not"> = {
  AND: "and",
  OR: "or",
  NOT: "not",
  "&&": "and",
  "||": "or",
  "!": "not",
};

/** Signs of a Japanese keyboard's full-width mode that mean the plain ones; the length stays. */
const plainSigns = (text: string): string =>
  text
    .replaceAll("　", " ")
    .replaceAll("（", "(")
    .replaceAll("）", ")")
    .replaceAll("：", ":")
    .replaceAll("＞", ">")
    .replaceAll("＜", "<")
    .replaceAll("＝", "=");

/** A keyword that begins here and ends as a word. */
function keywordAt(text: string, at: number): [string, "and" | "or" | "not"] | null {
  for (const [word, kind] of Object.entries(keywords)) {
    if (!text.startsWith(word, at)) continue;
    const next = text[at + word.length] ?? " ";
    if (/[A-Z]/.test(word) && !/[\s()]/.test(next)) continue;
    return [word, kind];
  }
  return null;
}

/** `field:` or `score(tag):` that begins here. */
function fieldAt(text: string, at: number): { field: string; argument: string | null; length: number } | null {
  const match = /^([A-Za-z]+)(?:\(([^()]*(?:\\?\([^()]*\\?\)[^()]*)*)\))?:/.exec(text.slice(at));
  const field = match?.[1]?.toLowerCase() ?? "";
  if (!match || !fields.has(field) || (match[2] !== undefined && field !== "score")) return null;
  return { field, argument: match[2] ?? null, length: match[0].length };
}

interface ScannedValue {
  value: string;
  quoted: boolean;
  regex: boolean;
  to: number;
}

/** Text in quotes or between slashes; `\` before the closing sign keeps it. */
function enclosed(text: string, at: number, sign: string): ScannedValue {
  let value = "";
  for (let index = at + 1; index < text.length; index += 1) {
    const character = text[index] ?? "";
    if (character === sign) return { value, quoted: sign === '"', regex: sign === "/", to: index + 1 };
    if (character === "\\" && text[index + 1] === sign) {
      value += sign;
      index += 1;
    } else value += character;
  }
  throw badFilter(at, `a closing ${sign}`, "the end");
}

/** `flower (symbol)` is one tag; brackets around conditions are none of it. */
const isPartOfTag = (text: string, at: number): boolean => {
  const inside = /^\(([^()]*)\)/.exec(text.slice(at))?.[1];
  return inside !== undefined && !/[:"/]|&&|\|\||(^|\s)(AND|OR|NOT)(\s|$)/.test(inside);
};

/** Words up to a keyword, bracket or field: `long hair AND …` is one tag. Brackets that belong to a tag are escaped or closed in it. */
function bareWords(text: string, at: number): ScannedValue {
  let end = at;
  let depth = 0;
  while (end < text.length) {
    const character = text[end] ?? "";
    const afterSpace = end === at || /\s/.test(text[end - 1] ?? "");
    if (character === "\\" && end + 1 < text.length) {
      end += 2;
      continue;
    }
    if (afterSpace && end > at && (keywordAt(text, end) || fieldAt(text, end) || /[-"]/.test(character))) break;
    if (afterSpace && end > at && character === "(" && !isPartOfTag(text, end)) break;
    if (text.startsWith("&&", end) || text.startsWith("||", end)) break;
    if (character === "(") depth += 1;
    if (character === ")") {
      if (depth === 0) break;
      depth -= 1;
    }
    end += 1;
  }
  const value = text.slice(at, end).trimEnd();
  return { value: value.replaceAll(/\\([()":])/g, "$1"), quoted: false, regex: false, to: at + value.length };
}

function valueAt(text: string, at: number): ScannedValue {
  const first = text[at];
  if (first === '"' || first === "/") return enclosed(text, at, first);
  return bareWords(text, at);
}

/** Numbers hold no spaces: what stands after one is the next condition. */
function numberAt(text: string, at: number): ScannedValue {
  const match = /^\s*[^\s()]*/.exec(text.slice(at))?.[0] ?? "";
  return { value: match.trim(), quoted: false, regex: false, to: at + match.length };
}

/** @throws StudioError "badFilter" */
export function scanFilter(expression: string): FilterToken[] {
  if (expression.length > LONGEST_FILTER) {
    throw badFilter(LONGEST_FILTER, `at most ${LONGEST_FILTER} characters`, `${expression.length}`);
  }
  const text = plainSigns(expression);
  const tokens: FilterToken[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? "";
    const keyword = keywordAt(text, at);
    const field = fieldAt(text, at);
    if (/\s/.test(character)) at += 1;
    else if (character === "(" || character === ")") {
      tokens.push({ kind: character === "(" ? "open" : "close", from: at, to: at + 1 });
      at += 1;
    } else if (keyword) {
      const [word, kind] = keyword;
      tokens.push({ kind, from: at, to: at + word.length });
      at += word.length;
    } else if (character === "-" && /\S/.test(text[at + 1] ?? "")) {
      tokens.push({ kind: "not", from: at, to: at + 1 });
      at += 1;
    } else if (field) {
      const start = at + field.length;
      const isText = textFields.some((name) => name === field.field);
      const { to, ...value } = isText ? valueAt(text, start) : numberAt(text, start);
      tokens.push({ kind: "value", field: field.field, argument: field.argument, ...value, from: at, to });
      at = to;
    } else {
      const { to, ...value } = valueAt(text, at);
      tokens.push({ kind: "value", field: "", argument: null, ...value, from: at, to });
      at = Math.max(to, at + 1);
    }
  }
  tokens.push({ kind: "end", from: text.length, to: text.length });
  return tokens;
}
