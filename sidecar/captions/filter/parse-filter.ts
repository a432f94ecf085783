import { badFilter, FilterMistake, type Found } from "./bad-filter.js";
import { type FilterToken, type FilterValue, scanFilter } from "./scan-filter.js";
import { comparators, conditions, type Filter, type NumberTest, numberFields, textFields } from "./syntax.js";

// A person's brackets are a few; a program's must not fill the stack.
const DEEPEST = 100;

const numberText = /^-?\d+(\.\d+)?$/;

const otherSigns: Record<string, string> = { "≥": ">=", "≧": ">=", "≤": "<=", "≦": "<=", "≠": "!=" };

function numberTest({ value, at }: FilterValue): NumberTest {
  const text = value.replace(/^[≥≧≤≦≠]/, (sign) => otherSigns[sign] ?? sign);
  const range = /^(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)$/.exec(text);
  if (range) {
    const [low, high] = [Number(range[1]), Number(range[2])];
    if (low > high) throw new FilterMistake(at, "lowerFirst", { text: value });
    return { kind: "range", low, high };
  }
  const comparator = comparators.find((sign) => text.startsWith(sign));
  const number = text.slice(comparator?.length ?? 0).trim();
  if (!numberText.test(number)) {
    throw new FilterMistake(at, "number", value === "" ? "nothing" : { text: value });
  }
  return { kind: "compare", comparator: comparator ?? "=", value: Number(number) };
}

function condition(token: FilterValue): Filter {
  const { field, value, quoted, regex, from, at } = token;
  if (field === "") {
    const known = quoted || regex ? undefined : conditions.find((name) => name === value.toLowerCase());
    if (known !== undefined) return { kind: "condition", condition: known };
    return textCondition("tag", token);
  }
  if (field === "duplicate") {
    if (!["", "yes", "no"].includes(value)) throw new FilterMistake(at, "yesOrNo", { text: value });
    const duplicate: Filter = { kind: "condition", condition: "duplicate" };
    return value === "no" ? { kind: "not", part: duplicate } : duplicate;
  }
  if (field === "score") {
    const tag = (token.argument ?? "").trim();
    if (tag === "") throw new FilterMistake(from, "scoredTag", "nothing");
    return { kind: "score", tag, test: numberTest(token) };
  }
  const resolution = field === "size" ? /^(\d+)[x×](\d+)$/i.exec(value) : null;
  if (resolution) return { kind: "resolution", width: Number(resolution[1]), height: Number(resolution[2]) };
  const numeric = numberFields.find((name) => name === field);
  if (numeric !== undefined) return { kind: "number", field: numeric, test: numberTest(token) };
  const text = textFields.find((name) => name === field);
  return textCondition(text ?? "tag", token);
}

// A backslash that keeps no wildcard is one itself.
const literalBackslashes = (text: string): string =>
  text.replaceAll(/\\[*?\\]|\\/g, (sign) => (sign === "\\" ? "\\\\" : sign));

function textCondition(field: (typeof textFields)[number], { value, regex, at }: FilterValue): Filter {
  if (value.trim() === "") throw new FilterMistake(at, "text", "nothing");
  const pattern = regex
    ? { kind: "regex" as const, source: value }
    : { kind: "wildcard" as const, text: literalBackslashes(value) };
  return { kind: "text", field, pattern };
}

const described: Record<FilterToken["kind"], Found> = {
  open: { text: "(" },
  close: { text: ")" },
  and: { text: "AND" },
  or: { text: "OR" },
  not: { text: "NOT" },
  end: "end",
  value: "condition",
};

/** NOT binds closest, then AND (also a comma, or standing side by side), then OR. @throws StudioError "badFilter" */
export function parseFilter(expression: string): Filter {
  try {
    return parsed(expression);
  } catch (error) {
    throw error instanceof FilterMistake ? badFilter(expression, error) : error;
  }
}

/** What is wrong with a filter, or null. */
export function filterMistake(expression: string): FilterMistake | null {
  try {
    parsed(expression);
    return null;
  } catch (error) {
    if (error instanceof FilterMistake) return error;
    throw error;
  }
}

function parsed(expression: string): Filter {
  const tokens = scanFilter(expression);
  let index = 0;
  const end: FilterToken = { kind: "end", from: expression.length, to: expression.length };
  const peek = (): FilterToken => tokens[index] ?? end;

  const either = (depth: number): Filter => {
    const parts = [all(depth)];
    while (peek().kind === "or") {
      index += 1;
      parts.push(all(depth));
    }
    const [first] = parts;
    return parts.length === 1 && first ? first : { kind: "or", parts };
  };
  const all = (depth: number): Filter => {
    const parts = [one(depth)];
    for (
      let next = peek().kind;
      next === "and" || next === "value" || next === "open" || next === "not";
      next = peek().kind
    ) {
      if (next === "and") index += 1;
      parts.push(one(depth));
    }
    const [first] = parts;
    return parts.length === 1 && first ? first : { kind: "and", parts };
  };
  const one = (depth: number): Filter => {
    const token = peek();
    if (depth > DEEPEST) throw new FilterMistake(token.from, "fewerBrackets", { text: "(" });
    index += 1;
    if (token.kind === "value") return condition(token);
    if (token.kind === "not") return { kind: "not", part: one(depth + 1) };
    if (token.kind !== "open") throw new FilterMistake(token.from, "condition", described[token.kind]);
    const inside = either(depth + 1);
    const closing = peek();
    if (closing.kind !== "close") throw new FilterMistake(closing.from, "closingBracket", described[closing.kind]);
    index += 1;
    return inside;
  };

  if (peek().kind === "end") return { kind: "all" };
  const filter = either(0);
  const rest = peek();
  if (rest.kind !== "end") throw new FilterMistake(rest.from, "joining", described[rest.kind]);
  return filter;
}
