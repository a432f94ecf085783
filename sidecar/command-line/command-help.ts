/**
 * What `COMMAND --help` prints: the usages of the named verb, or of all where none is named so. null where nobody asked for help.
 * @param usages of the command, one an entry
 */
export function commandHelp(name: string, rest: readonly string[], usages: readonly string[]): string | null {
  const end = rest.indexOf("--");
  const words = end < 0 ? rest : rest.slice(0, end);
  if (!words.includes("--help") && !words.includes("-h")) return null;
  const verb = words.find((word) => !word.startsWith("-"));
  const own = verb === undefined ? [] : usages.filter((usage) => `${usage} `.startsWith(`${name} ${verb} `));
  return (own.length > 0 ? own : usages).join("\n");
}
