/** Text to find; in `wildcard` the signs `*` and `?` stand for any letters, and `\*`, `\?`, `\\` for the signs themselves. */
export type TextPattern = { kind: "wildcard"; text: string } | { kind: "regex"; source: string };

export const comparators = [">=", "<=", "!=", ">", "<", "="] as const;
type Comparator = (typeof comparators)[number];

/** Numbers to find; a range includes both ends. */
export type NumberTest =
  | { kind: "compare"; comparator: Comparator; value: number }
  | { kind: "range"; low: number; high: number };

export const textFields = ["tag", "caption", "name", "folder"] as const;
export type TextField = (typeof textFields)[number];

export const numberFields = [
  "tags",
  "tokens",
  "chars",
  "size",
  "width",
  "height",
  "megapixels",
  "aspect",
  "repeats",
] as const;
export type NumberField = (typeof numberFields)[number];

export const conditions = ["untagged", "selected", "duplicate"] as const;
type Condition = (typeof conditions)[number];

/** A filter as it was read. */
export type Filter =
  | { kind: "all" }
  | { kind: "and" | "or"; parts: readonly Filter[] }
  | { kind: "not"; part: Filter }
  | { kind: "text"; field: TextField; pattern: TextPattern }
  | { kind: "number"; field: NumberField; test: NumberTest }
  | { kind: "resolution"; width: number; height: number }
  | { kind: "score"; tag: string; test: NumberTest }
  | { kind: "condition"; condition: Condition };
