import { badFilter } from "./bad-filter.js";
import { type FilterToken, scanFilter } from "./scan-filter.js";
import { comparators, conditions, type Filter, type NumberTest, numberFields, textFields } from "./syntax.js";

// A person's brackets are a few; a program's must not fill the stack.
const DEEPEST = 100;

const numberText = /^-?\d+(\.\d+)?$/;

function numberTest(text: string, at: number): NumberTest {
  const range = /^(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)$/.exec(text);
  if (range) return { kind: "range", low: Number(range[1]), high: Number(range[2]) };
  const comparator = comparators.find((sign) => text.startsWith(sign));
  const number = text.slice(comparator?.length ?? 0).trim();
  if (!numberText.test(number)) {
    throw badFilter(at, "a number such as >5, <=75 or 3..10", text === "" ? "nothing" : `"${text}"`);
  }
  return { kind: "compare", comparator: comparator ?? "=", value: Number(number) };
}

type ValueToken = Extract<FilterToken, { kind: "value" }>;

function condition(token: ValueToken): Filter {
  const { field, value, quoted, regex, from } = token;
  if (field === "") {
    const known = quoted || regex ? undefined : conditions.find((name) => name === value);
    if (known !== undefined) return { kind: "condition", condition: known };
    return textCondition("tag", token);
  }
  if (field === "duplicate") {
    if (!["", "yes", "no"].includes(value)) throw badFilter(from, "duplicate:yes or duplicate:no", `"${value}"`);
    const duplicate: Filter = { kind: "condition", condition: "duplicate" };
    return value === "no" ? { kind: "not", part: duplicate } : duplicate;
  }
  if (field === "score") {
    const tag = (token.argument ?? "").trim();
    if (tag === "") throw badFilter(from, "a tag in brackets, as in score(smile):<0.5", "none");
    return { kind: "score", tag, test: numberTest(value, from) };
  }
  const resolution = field === "size" ? /^(\d+)[x×](\d+)$/.exec(value) : null;
  if (resolution) return { kind: "resolution", width: Number(resolution[1]), height: Number(resolution[2]) };
  const numeric = numberFields.find((name) => name === field);
  if (numeric !== undefined) return { kind: "number", field: numeric, test: numberTest(value, from) };
  const text = textFields.find((name) => name === field);
  return textCondition(text ?? "tag", token);
}

function textCondition(field: (typeof textFields)[number], { value, regex, from }: ValueToken): Filter {
  if (value === "") throw badFilter(from, "something to look for", "nothing");
  return { kind: "text", field, pattern: regex ? { kind: "regex", source: value } : { kind: "wildcard", text: value } };
}

const described: Record<FilterToken["kind"], string> = {
  open: '"("',
  close: '")"',
  and: "AND",
  or: "OR",
  not: "NOT",
  end: "the end",
  value: "a condition",
};

/** NOT binds closest, then AND (also by standing side by side), then OR. @throws StudioError "badFilter" */
export function parseFilter(expression: string): Filter {
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
    if (depth > DEEPEST) throw badFilter(token.from, `at most ${DEEPEST} brackets inside each other`, "more");
    index += 1;
    if (token.kind === "value") return condition(token);
    if (token.kind === "not") return { kind: "not", part: one(depth + 1) };
    if (token.kind !== "open") throw badFilter(token.from, "a tag or a condition", described[token.kind]);
    const inside = either(depth + 1);
    const closing = peek();
    if (closing.kind !== "close") throw badFilter(closing.from, '")"', described[closing.kind]);
    index += 1;
    return inside;
  };

  if (peek().kind === "end") return { kind: "all" };
  const filter = either(0);
  const rest = peek();
  if (rest.kind !== "end") throw badFilter(rest.from, "AND, OR or the end", described[rest.kind]);
  return filter;
}
