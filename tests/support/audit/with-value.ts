const inner = (value: unknown, key: string): unknown =>
  Object.entries(Object(value)).find(([name]) => name === key)?.[1];

/** A copy of params with `value` at a pointer (`models.[].model`, `[]` being the first entry); what is missing on the way is made. */
export function withValue(params: unknown, pointer: readonly string[], value: unknown): unknown {
  const [part, ...rest] = pointer;
  if (part === undefined) return value;
  if (part === "[]") {
    const [first, ...others] = Array.isArray(params) ? params : [];
    return [withValue(first, rest, value), ...others];
  }
  return { ...Object(params), [part]: withValue(inner(params, part), rest, value) };
}

/** The first text at a pointer; undefined where the params have none. */
export function valueAt(params: unknown, pointer: readonly string[]): string | undefined {
  const [part, ...rest] = pointer;
  if (part === undefined) return typeof params === "string" ? params : undefined;
  return valueAt(part === "[]" ? inner(params, "0") : inner(params, part), rest);
}
