import { RE2JS } from "re2js";
import { hasWildcard, withoutEscapes } from "./wildcards.js";

/**
 * Tests whole texts against a pattern.
 * @param fold what makes no difference, for instance letter case; used on both
 */
export function wildcardTest(pattern: string, fold: (text: string) => string): (text: string) => boolean {
  if (!hasWildcard(pattern)) {
    const wanted = fold(withoutEscapes(pattern));
    return (text) => fold(text) === wanted;
  }
  const expression = (pattern.match(/(?:\\[*?\\]|[^*?])+|[*?]/g) ?? [])
    .map((part) => (part === "*" ? ".*" : part === "?" ? "." : RE2JS.quote(fold(withoutEscapes(part)))))
    .join("");
  const compiled = RE2JS.compile(`^(?s:${expression})$`);
  return (text) => compiled.matcher(fold(text)).matches();
}
