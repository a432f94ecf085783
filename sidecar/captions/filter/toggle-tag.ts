import { parseFilter } from "./parse-filter.js";
import { printFilter } from "./print-filter.js";
import type { Filter } from "./syntax.js";

const same = (left: Filter, right: Filter): boolean => JSON.stringify(left) === JSON.stringify(right);

// Wildcards and quotes of a tag are its own letters.
const literal = (tag: string): string => tag.replaceAll(/[*?\\]/g, "\\$&");

/** Short where a tag can be read without its field. */
const short = (text: string): string =>
  text.replaceAll(/tag:"([\p{L}\p{N} ._'-]+)"/gu, (whole, tag: string) =>
    /^(AND|OR|NOT|untagged|selected|duplicate|-.*)$/.test(tag) || /\b(AND|OR|NOT)\b|(^|\s)-/.test(tag) ? whole : tag,
  );

/**
 * Puts a tag into a filter, with AND (or OR) to what is there; a tag that is there in this way already goes out of it, and
 * one that is there in the other way changes sides. A filter that cannot be read is replaced.
 */
export function toggleTag(
  expression: string,
  tag: string,
  mode: "with" | "without",
  join: "AND" | "OR" = "AND",
): string {
  const present: Filter = { kind: "text", field: "tag", pattern: { kind: "wildcard", text: literal(tag) } };
  const wanted: Filter = mode === "with" ? present : { kind: "not", part: present };
  const other: Filter = mode === "with" ? { kind: "not", part: present } : present;
  const kind = join === "AND" ? "and" : "or";
  let filter: Filter;
  try {
    filter = parseFilter(expression);
  } catch {
    filter = { kind: "all" };
  }
  const parts = filter.kind === "all" ? [] : filter.kind === kind ? filter.parts : [filter];
  const rest = parts.filter((part) => !same(part, wanted) && !same(part, other));
  const isThere = parts.some((part) => same(part, wanted));
  const next = isThere ? rest : [...rest, wanted];
  const [first] = next;
  if (!first) return "";
  return short(printFilter(next.length === 1 ? first : { kind, parts: next }));
}
