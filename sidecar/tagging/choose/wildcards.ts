/** In patterns `*` and `?` stand for any letters; `\*`, `\?` and `\\` for the signs themselves. */
const signs = /\\[*?\\]|[*?]/g;

export const hasWildcard = (pattern: string): boolean =>
  (pattern.match(signs) ?? []).some((sign) => sign === "*" || sign === "?");

/** The text that a pattern without wildcards means. */
export const withoutEscapes = (pattern: string): string => pattern.replaceAll(/\\([*?\\])/g, "$1");

/** A pattern that fits this text alone. */
export const escapeWildcards = (text: string): string => text.replaceAll(/[*?\\]/g, "\\$&");
