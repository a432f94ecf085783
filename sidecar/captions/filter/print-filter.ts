import { hasWildcard, withoutEscapes } from "../../tagging/choose/wildcards.js";
import type { Filter, NumberTest, TextField, TextPattern } from "./syntax.js";
import { writtenScored, writtenTag } from "./written-tag.js";

const enclose = (text: string, sign: string): string => sign + text.replaceAll(sign, `\\${sign}`) + sign;

function printText(field: TextField, pattern: TextPattern): string {
  if (pattern.kind === "regex") return `${field}:${enclose(pattern.source, "/")}`;
  if (field === "tag" && !hasWildcard(pattern.text)) return writtenTag(withoutEscapes(pattern.text));
  return `${field}:${enclose(pattern.text, '"')}`;
}

const printTest = (test: NumberTest): string =>
  test.kind === "range" ? `${test.low}..${test.high}` : `${test.comparator}${test.value}`;

const inBrackets = (filter: Filter): string =>
  filter.kind === "and" || filter.kind === "or" ? `(${printFilter(filter)})` : printFilter(filter);

/** A filter's text; reading it gives the same filter. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case "all":
      return "";
    case "and":
    case "or":
      return filter.parts.map(inBrackets).join(filter.kind === "and" ? " AND " : " OR ");
    case "not":
      return `NOT ${inBrackets(filter.part)}`;
    case "text":
      return printText(filter.field, filter.pattern);
    case "number":
      return `${filter.field}:${printTest(filter.test)}`;
    case "resolution":
      return `size:${filter.width}x${filter.height}`;
    case "score":
      return `score(${writtenScored(filter.tag)}):${printTest(filter.test)}`;
    case "condition":
      return filter.condition;
  }
}
