import { escapeWildcards } from "../../tagging/choose/wildcards.js";
import { plainSigns } from "./plain-signs.js";
import { conditions } from "./syntax.js";

// Words that mean themselves wherever they stand in a filter.
const isPlain = (tag: string): boolean =>
  /^[\p{L}\p{N}]([\p{L}\p{N} ._'-]*[\p{L}\p{N}._'-])?$/u.test(tag) &&
  !/\b(AND|OR|NOT)\b|\s-/.test(tag) &&
  plainSigns(tag) === tag &&
  !conditions.some((condition) => condition === tag.toLowerCase());

/** A tag as a filter says it: bare where that is read as the tag itself, else in quotes. */
export function writtenTag(tag: string): string {
  const escaped = escapeWildcards(tag);
  return isPlain(escaped) ? escaped : `"${escaped.replaceAll('"', '\\"')}"`;
}

/** A tag between the brackets of `score(…)`. */
export const writtenScored = (tag: string): string =>
  /^[^()"\\]+$/.test(tag) ? tag : `"${tag.replaceAll(/["\\]/g, "\\$&")}"`;
