/** Names that would be written over: those there already, and those that a waiting run will write. */
export function taken(names: readonly string[], there: ReadonlySet<string>): string[] {
  // Windows and macOS tell no capitals from small letters.
  const folded = new Set([...there].map((name) => name.toLowerCase()));
  return names.filter((name) => folded.has(name.toLowerCase()));
}

const MOST_TRIES = 10_000;

/** The name itself, or the next of `name-2`, `name-3` … of which no file is there. */
export function freeName(
  name: string,
  namesOf: (name: string) => readonly string[],
  there: ReadonlySet<string>,
): string {
  if (taken(namesOf(name), there).length === 0) return name;
  // The exponent of "lr1e-4" is no number of a name: "lr1e-2" would say something else.
  const stem = name.replace(/(?<!\de)-\d+$/, "");
  for (let number = 2; number < MOST_TRIES; number += 1) {
    const next = `${stem}-${number}`;
    if (taken(namesOf(next), there).length === 0) return next;
  }
  return `${stem}-${Date.now()}`;
}
