import { foldSpelling } from "../../tagging/choose/spelling.js";
import { escapeWildcards, hasWildcard, withoutEscapes } from "../../tagging/choose/wildcards.js";
import { parseFilter } from "./parse-filter.js";
import { printFilter } from "./print-filter.js";
import type { Filter } from "./syntax.js";

/** The tag that this part of a filter asks for, `null` for any other condition. */
function askedTag(part: Filter): string | null {
  if (part.kind !== "text" || part.field !== "tag" || part.pattern.kind !== "wildcard") return null;
  return hasWildcard(part.pattern.text) ? null : foldSpelling(withoutEscapes(part.pattern.text).trim());
}

function readable(expression: string): Filter | null {
  try {
    return parseFilter(expression);
  } catch {
    return null;
  }
}

/**
 * Puts a tag into a filter, with AND (or OR) to what is there; a tag that is there in this way already goes out of it, and
 * one that is there in the other way changes sides. A filter that breaks off before a condition gets this one; any other
 * that cannot be read stays as it is.
 */
export function toggleTag(
  expression: string,
  tag: string,
  mode: "with" | "without",
  join: "AND" | "OR" = "AND",
): string {
  const present: Filter = { kind: "text", field: "tag", pattern: { kind: "wildcard", text: escapeWildcards(tag) } };
  const wanted: Filter = mode === "with" ? present : { kind: "not", part: present };
  const filter = readable(expression);
  if (!filter) {
    const completed = `${expression.trimEnd()} ${printFilter(wanted)}`;
    return readable(completed) ? completed : expression;
  }
  const name = foldSpelling(tag.trim());
  const asks = (part: Filter): boolean => askedTag(part) === name;
  const refuses = (part: Filter): boolean => part.kind === "not" && asks(part.part);
  const kind = join === "AND" ? "and" : "or";
  const parts = filter.kind === "all" ? [] : filter.kind === kind ? filter.parts : [filter];
  const rest = parts.filter((part) => !asks(part) && !refuses(part));
  const next = parts.some(mode === "with" ? asks : refuses) ? rest : [...rest, wanted];
  const [first] = next;
  if (!first) return "";
  return printFilter(next.length === 1 ? first : { kind, parts: next });
}
