import { RE2JS } from "re2js";
import { reportError, StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import { foldSpelling, spelling } from "./spelling.js";
import { wildcardTest } from "./wildcard-test.js";
import { hasWildcard, withoutEscapes } from "./wildcards.js";

/** True when a tag fits; the tag in either spelling, with spaces or underscores. */
export type TagTest = (tag: string) => boolean;

/** `/expression/` → `expression`, else null. */
const expressionOf = (pattern: string): string | null =>
  pattern.length > 2 && pattern.startsWith("/") && pattern.endsWith("/") ? pattern.slice(1, -1) : null;

/**
 * Compiles a regular expression in RE2's syntax, which takes linear time on any input: it may come from anyone.
 * @throws StudioError "badArguments"
 */
function compileExpression(expression: string): RE2JS {
  try {
    return RE2JS.compile(expression, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    throw new StudioError(
      "badArguments",
      say("The expression /{expression}/ cannot be read: {message}", {
        expression,
        message: reportError(error).message,
      }),
      say("Expected a regular expression without look-around or back references, for instance /^(red|blue) eyes$/."),
      error,
    );
  }
}

/**
 * One pattern: a tag as it is written, `*` and `?` for any letters (`\*`, `\?` for the signs themselves), or a regular
 * expression between slashes that may fit anywhere in the tag. Letter case and `_` for a space make no difference.
 */
function tagTest(pattern: string): TagTest {
  const expression = expressionOf(pattern.trim());
  if (expression !== null) {
    const compiled = compileExpression(expression);
    return (tag) => compiled.matcher(tag).find() || compiled.matcher(tag.replaceAll("_", " ")).find();
  }
  return wildcardTest(pattern.trim(), foldSpelling);
}

/** True when any of the patterns fits. Literal ones cost one look-up together. */
export function anyTagTest(patterns: readonly string[]): TagTest {
  const isLiteral = (pattern: string): boolean => expressionOf(pattern.trim()) === null && !hasWildcard(pattern);
  const literals = new Set(patterns.filter(isLiteral).map((pattern) => spelling(withoutEscapes(pattern))));
  const tests = patterns.filter((pattern) => !isLiteral(pattern)).map(tagTest);
  // Over many captions the same tags come again and again.
  const known = new Map<string, boolean>();
  return (tag) => {
    const before = known.get(tag);
    if (before !== undefined) return before;
    const fits = literals.has(spelling(tag)) || tests.some((test) => test(tag));
    known.set(tag, fits);
    return fits;
  };
}

/**
 * What a tag becomes: the first rule that fits replaces the whole tag, in expressions with `$1` for a group.
 * Returns null when no rule fits.
 */
export function replacement(rules: readonly { from: string; to: string }[]): (tag: string) => string | null {
  const compiled = rules.map(({ from, to }) => {
    const expression = expressionOf(from.trim());
    if (expression === null) {
      const test = tagTest(from);
      return (tag: string) => (test(tag) ? to : null);
    }
    const pattern = compileExpression(expression);
    return (tag: string) => (pattern.matcher(tag).find() ? pattern.matcher(tag).replaceAll(to) : null);
  });
  return (tag) => {
    for (const rule of compiled) {
      const replaced = rule(tag);
      if (replaced !== null) return replaced;
    }
    return null;
  };
}
